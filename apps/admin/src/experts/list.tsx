import type { Expert } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { DataTable } from "ra-ui-materialui";
import { CreateButton } from "../acts/create-button.tsx";
import { StateChip } from "../cells/state-chip.tsx";
import { SearchFilter, StateFilter } from "../lists/filters.tsx";
import { ListPage } from "../lists/list-page.tsx";
import { expertsTexts as texts } from "./texts.ts";

const Column = DataTable.Col<Expert>;

/** The pool of experts. */
export default function ExpertsList() {
  return (
    <ListPage
      title={texts.list}
      sort={{ field: "name", order: "ASC" }}
      filters={[
        <SearchFilter key="q" source="q" alwaysOn />,
        <StateFilter key="state" source="state" of="experts" alwaysOn />,
      ]}
      actions={<CreateButton resource="experts" label={texts.create} />}
    >
      <Column source="name" label={labels.personName} />
      <Column source="employer" label={labels.employer} />
      <Column source="position" label={labels.position} disableSort />
      <Column source="fields" label={labels.fields} disableSort render={({ fields }) => fields.join("、")} />
      <Column
        source="state"
        label={labels.state}
        disableSort
        render={({ state }) => <StateChip resource="experts" state={state} />}
      />
    </ListPage>
  );
}
