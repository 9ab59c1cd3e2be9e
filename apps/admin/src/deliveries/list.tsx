import type { Delivery } from "@shifan/contract";
import { fieldLabels as labels, reminderChannelLabels } from "@shifan/contract/labels";
import { DataTable } from "ra-ui-materialui";
import { DayCell, InstantCell } from "../cells/cells.tsx";
import { StateChip } from "../cells/state-chip.tsx";
import { ChoiceFilter, StateFilter } from "../lists/filters.tsx";
import { ListPage } from "../lists/list-page.tsx";
import { recipientOf, wayOf } from "./recipient.ts";
import { deliveriesTexts as texts } from "./texts.ts";

const Column = DataTable.Col<Delivery>;

/** What was told to whom, when and why, and what became of it. */
export default function DeliveriesList() {
  return (
    <ListPage
      title={texts.list}
      sort={{ field: "createdAt", order: "DESC" }}
      filters={[
        <StateFilter key="state" source="state" of="deliveries" alwaysOn />,
        <ChoiceFilter key="way" source="way" label={labels.way} choices={reminderChannelLabels} alwaysOn />,
      ]}
    >
      <Column source="title" label={labels.reminderOf} disableSort render={({ heading, title }) => heading ?? title} />
      <Column source="recipientName" label={labels.recipientName} disableSort render={recipientOf} />
      <Column
        source="state"
        label={labels.state}
        disableSort
        render={({ state }) => <StateChip resource="deliveries" state={state} />}
      />
      <Column source="way" label={labels.way} disableSort render={(delivery) => wayOf(delivery) ?? "—"} />
      <Column source="dueOn" label={labels.dueOn} disableSort render={({ dueOn }) => <DayCell day={dueOn} />} />
      <Column source="occasionName" label={labels.occasionName} disableSort />
      <Column
        source="plannedAt"
        label={labels.plannedAt}
        disableSort
        render={({ plannedAt }) => <InstantCell instant={plannedAt} />}
      />
      <Column
        source="settledAt"
        label={labels.settledAt}
        disableSort
        render={({ settledAt }) => <InstantCell instant={settledAt} />}
      />
      <Column source="fault" label={labels.fault} disableSort />
    </ListPage>
  );
}
