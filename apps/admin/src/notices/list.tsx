import type { NoticeSummary } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { DataTable } from "ra-ui-materialui";
import { CreateButton } from "../acts/create-button.tsx";
import { DayCell, DueCell, InstantCell } from "../cells/cells.tsx";
import { StateChip } from "../cells/state-chip.tsx";
import { ChoiceFilter, StateFilter } from "../lists/filters.tsx";
import { ListPage } from "../lists/list-page.tsx";
import { noticesTexts as texts } from "./texts.ts";

const Column = DataTable.Col<NoticeSummary>;

/** Notices of publicity, of certification, and others. */
export default function NoticesList() {
  return (
    <ListPage
      title={texts.list}
      sort={{ field: "createdAt", order: "DESC" }}
      filters={[
        <ChoiceFilter key="kind" source="kind" label={labels.kind} choices={texts.kinds} alwaysOn />,
        <StateFilter key="state" source="state" of="notices" alwaysOn />,
      ]}
      actions={<CreateButton resource="notices" label={texts.create} />}
    >
      <Column source="title" label={labels.title} disableSort />
      <Column source="kind" label={labels.kind} disableSort render={({ kind }) => texts.kinds[kind]} />
      <Column
        source="state"
        label={labels.state}
        disableSort
        render={({ state }) => <StateChip resource="notices" state={state} />}
      />
      <Column
        source="startsOn"
        label={labels.startsOn}
        disableSort
        render={({ startsOn }) => <DayCell day={startsOn} />}
      />
      <Column source="endsOn" label={labels.endsOn} disableSort render={({ endsOn }) => <DueCell day={endsOn} />} />
      <Column source="caseCount" label={labels.caseCount} disableSort />
      <Column
        source="createdAt"
        label={labels.createdAt}
        render={({ createdAt }) => <InstantCell instant={createdAt} />}
      />
    </ListPage>
  );
}
