import Button from "@mui/material/Button";
import type { ApplicationSummary } from "@shifan/contract";
import { fieldLabels, labelOfAct } from "@shifan/contract/labels";
import { DataTable } from "ra-ui-materialui";
import { Link } from "react-router";
import { DayCell, DistrictCell, InstantCell } from "../cells/cells.tsx";
import { StateChip } from "../cells/state-chip.tsx";
import { DistrictFilter, SearchFilter, StateFilter, YearFilter } from "../lists/filters.tsx";
import { ListPage } from "../lists/list-page.tsx";
import { useMe } from "../shell/use-me.ts";
import { entryTexts } from "./entry/texts.ts";
import { ManyActs, useManyActs } from "./many/many-acts.tsx";
import { applicationTexts } from "./texts.ts";

const Column = DataTable.Col<ApplicationSummary>;

/** Every case that the person may see. */
export default function ApplicationList() {
  const mayActOnMany = useManyActs().length > 0;
  return (
    <ListPage
      title={applicationTexts.list}
      sort={{ field: "changedAt", order: "DESC" }}
      filters={[
        <SearchFilter key="q" source="q" alwaysOn />,
        <StateFilter key="state" source="state" of="applications" alwaysOn />,
        <YearFilter key="year" source="year" alwaysOn />,
        <DistrictFilter key="district" source="district" alwaysOn />,
      ]}
      {...(mayActOnMany ? { bulk: <ManyActs /> } : {})}
      actions={
        <>
          <EntryLink />
          <LetterLink />
        </>
      }
    >
      <Column source="organizationName" label={fieldLabels.organizationName} disableSort />
      <Column source="year" label={fieldLabels.year} disableSort />
      <Column
        source="district"
        label={fieldLabels.district}
        disableSort
        render={({ district }) => <DistrictCell {...{ district }} />}
      />
      <Column
        source="state"
        label={fieldLabels.state}
        disableSort
        render={({ state }) => <StateChip resource="applications" state={state} />}
      />
      <Column
        source="receivedOn"
        label={fieldLabels.receivedOn}
        disableSort
        render={({ receivedOn }) => <DayCell day={receivedOn} />}
      />
      <Column
        source="changedAt"
        label={fieldLabels.changedAt}
        render={({ changedAt }) => <InstantCell instant={changedAt} />}
      />
    </ListPage>
  );
}

/** To the typing in of a paper dossier, for whoever looks after the counter. */
function EntryLink() {
  const me = useMe();
  const isAtCounter = me?.grants.some(({ district }) => district !== null) ?? false;
  if (!isAtCounter || !(me?.acts.applications ?? []).includes("create")) return null;
  return (
    <Button component={Link} to="/applications/create" variant="outlined">
      {entryTexts.enter}
    </Button>
  );
}

/** To the desk on which many cases are recommended in one letter, for whoever makes letters. */
function LetterLink() {
  if (!(useMe()?.acts.recommendations ?? []).includes("create")) return null;
  return (
    <Button component={Link} to="/recommendations/create" variant="outlined">
      {labelOfAct("recommendations", "create")}
    </Button>
  );
}
