import type { Interpretation } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { DataTable } from "ra-ui-materialui";
import { CreateButton } from "../acts/create-button.tsx";
import { DayCell, InstantCell } from "../cells/cells.tsx";
import { StateChip } from "../cells/state-chip.tsx";
import { StateFilter } from "../lists/filters.tsx";
import { ListPage } from "../lists/list-page.tsx";
import { settingForm } from "./setting-value-field.tsx";
import { interpretationsTexts as texts } from "./texts.ts";

const Column = DataTable.Col<Interpretation>;

/** Interpretations of the regulation (Art. 17). */
export default function InterpretationsList() {
  return (
    <ListPage
      title={texts.list}
      sort={{ field: "createdAt", order: "DESC" }}
      filters={[<StateFilter key="state" source="state" of="interpretations" alwaysOn />]}
      actions={<CreateButton resource="interpretations" label={texts.create} additions={settingForm} />}
    >
      <Column source="article" label={labels.article} disableSort />
      <Column source="question" label={labels.question} disableSort />
      <Column
        source="state"
        label={labels.state}
        disableSort
        render={({ state }) => <StateChip resource="interpretations" state={state} />}
      />
      <Column source="documentNumber" label={labels.documentNumber} disableSort />
      <Column
        source="issuedOn"
        label={labels.issuedOn}
        disableSort
        render={({ issuedOn }) => <DayCell day={issuedOn} />}
      />
      <Column
        source="createdAt"
        label={labels.createdAt}
        render={({ createdAt }) => <InstantCell instant={createdAt} />}
      />
    </ListPage>
  );
}
