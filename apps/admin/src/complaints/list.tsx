import type { Complaint } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { DataTable } from "ra-ui-materialui";
import { CreateButton } from "../acts/create-button.tsx";
import { DayCell, InstantCell } from "../cells/cells.tsx";
import { StateChip } from "../cells/state-chip.tsx";
import { ChoiceFilter, StateFilter } from "../lists/filters.tsx";
import { ListPage } from "../lists/list-page.tsx";
import { complaintsTexts as texts } from "./texts.ts";

const Column = DataTable.Col<Complaint>;

/** What people complain of all year (Arts. 12, 16). */
export default function ComplaintsList() {
  return (
    <ListPage
      title={texts.list}
      sort={{ field: "createdAt", order: "DESC" }}
      actions={<CreateButton resource="complaints" label={texts.register} act="file" />}
      filters={[
        <ChoiceFilter key="subject" source="subject" label={labels.subject} choices={texts.subjects} alwaysOn />,
        <StateFilter key="state" source="state" of="complaints" alwaysOn />,
      ]}
    >
      <Column source="subject" label={labels.subject} disableSort render={({ subject }) => texts.subjects[subject]} />
      <Column source="target" label={labels.target} disableSort />
      <Column
        source="state"
        label={labels.state}
        disableSort
        render={({ state }) => <StateChip resource="complaints" state={state} />}
      />
      <Column
        source="receivedOn"
        label={labels.receivedOn}
        disableSort
        render={({ receivedOn }) => <DayCell day={receivedOn} />}
      />
      <Column
        source="repliedOn"
        label={labels.repliedOn}
        disableSort
        render={({ repliedOn }) => <DayCell day={repliedOn} />}
      />
      <Column
        source="createdAt"
        label={labels.createdAt}
        render={({ createdAt }) => <InstantCell instant={createdAt} />}
      />
    </ListPage>
  );
}
