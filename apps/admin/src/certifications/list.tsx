import type { Title } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { DataTable } from "ra-ui-materialui";
import { DayCell, DistrictCell, DueCell } from "../cells/cells.tsx";
import { StateChip } from "../cells/state-chip.tsx";
import { DistrictFilter, SearchFilter } from "../lists/filters.tsx";
import { ListPage } from "../lists/list-page.tsx";
import { certificationsTexts as texts } from "./texts.ts";

const Column = DataTable.Col<Title>;

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
        render={({ isConfirmed }) => (isConfirmed ? "" : texts.unconfirmed)}
      />
    </ListPage>
  );
}
