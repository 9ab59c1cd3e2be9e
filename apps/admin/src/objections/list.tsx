import type { Objection } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { DataTable } from "ra-ui-materialui";
import { DayCell, DueCell, InstantCell } from "../cells/cells.tsx";
import { StateChip } from "../cells/state-chip.tsx";
import { StateFilter } from "../lists/filters.tsx";
import { ListPage } from "../lists/list-page.tsx";
import { objectionsTexts as texts } from "./texts.ts";

const Column = DataTable.Col<Objection>;

/** Objections to cases in publicity. */
export default function ObjectionsList() {
  return (
    <ListPage
      title={texts.list}
      sort={{ field: "createdAt", order: "DESC" }}
      filters={[<StateFilter key="state" source="state" of="objections" alwaysOn />]}
    >
      <Column source="platformName" label={labels.platformName} disableSort />
      <Column
        source="state"
        label={labels.state}
        disableSort
        render={({ state }) => <StateChip resource="objections" state={state} />}
      />
      <Column
        source="receivedOn"
        label={labels.receivedOn}
        disableSort
        render={({ receivedOn }) => <DayCell day={receivedOn} />}
      />
      <Column source="admitBy" label={labels.admitBy} disableSort render={({ admitBy }) => <DueCell day={admitBy} />} />
      <Column
        source="answerUntil"
        label={labels.answerUntil}
        disableSort
        render={({ answerUntil }) => <DueCell day={answerUntil} />}
      />
      <Column
        source="inquiryUntil"
        label={labels.inquiryUntil}
        disableSort
        render={({ inquiryUntil }) => <DueCell day={inquiryUntil} />}
      />
      <Column
        source="createdAt"
        label={labels.createdAt}
        render={({ createdAt }) => <InstantCell instant={createdAt} />}
      />
    </ListPage>
  );
}
