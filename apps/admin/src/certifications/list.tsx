import Button from "@mui/material/Button";
import type { Title } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { DataTable } from "ra-ui-materialui";
import { Link } from "react-router";
import { DayCell, DistrictCell, DueCell } from "../cells/cells.tsx";
import { StateChip } from "../cells/state-chip.tsx";
import { DistrictFilter, SearchFilter } from "../lists/filters.tsx";
import { ListPage } from "../lists/list-page.tsx";
import { useMe } from "../shell/use-me.ts";
import { certificationsTexts as texts } from "./texts.ts";

const Column = DataTable.Col<Title>;

/** The way to the import, for whoever may. */
function ImportLink() {
  if (!(useMe()?.acts.certifications ?? []).includes("import")) return null;
  return (
    <Button component={Link} to="/certifications/create" variant="outlined">
      {texts.import}
    </Button>
  );
}

/** Titles, as they stand today. */
export default function CertificationsList() {
  return (
    <ListPage
      title={texts.list}
      sort={{ field: "validFrom", order: "DESC" }}
      filters={[
        <SearchFilter key="q" source="q" alwaysOn />,
        <DistrictFilter key="district" source="district" alwaysOn />,
      ]}
      actions={<ImportLink />}
    >
      <Column source="platformName" label={labels.platformName} disableSort />
      <Column source="certificateNumber" label={labels.certificateNumber} disableSort />
      <Column
        source="district"
        label={labels.district}
        disableSort
        render={({ district }) => <DistrictCell district={district} />}
      />
      <Column
        source="standing"
        label={labels.standing}
        disableSort
        render={({ standing }) => <StateChip resource="certifications" state={standing} />}
      />
      <Column source="validFrom" label={labels.validFrom} render={({ validFrom }) => <DayCell day={validFrom} />} />
      <Column source="validTo" label={labels.validTo} disableSort render={({ validTo }) => <DueCell day={validTo} />} />
      <Column
        source="isConfirmed"
        label={labels.isConfirmed}
        disableSort
        render={({ isConfirmed, discard, correction }) => {
          if (discard !== null) return texts.notTaken;
          if (correction !== null) return texts.correctionWaits;
          return isConfirmed ? "" : texts.unconfirmed;
        }}
      />
    </ListPage>
  );
}
