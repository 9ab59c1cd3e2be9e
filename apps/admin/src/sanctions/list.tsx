import type { Sanction } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { DataTable } from "ra-ui-materialui";
import { DayCell, DistrictCell, DueCell, InstantCell } from "../cells/cells.tsx";
import { StateChip } from "../cells/state-chip.tsx";
import { ChoiceFilter, StateFilter } from "../lists/filters.tsx";
import { ListPage } from "../lists/list-page.tsx";
import { KindChip } from "./kind-chip.tsx";
import { ProposeButtons } from "./propose.tsx";
import { sanctionsTexts as texts } from "./texts.ts";

const Column = DataTable.Col<Sanction>;

/** Cancellations and revocations. */
export default function SanctionsList() {
  return (
    <ListPage
      title={texts.list}
      sort={{ field: "createdAt", order: "DESC" }}
      filters={[
        <ChoiceFilter key="kind" source="kind" label={labels.kind} choices={texts.kinds} alwaysOn />,
        <StateFilter key="state" source="state" of="sanctions" alwaysOn />,
      ]}
      actions={<ProposeButtons />}
    >
      <Column source="kindName" label={labels.kind} disableSort render={(record) => <KindChip {...record} />} />
      <Column source="platformName" label={labels.platformName} disableSort />
      <Column
        source="district"
        label={labels.district}
        disableSort
        render={({ district }) => <DistrictCell district={district} />}
      />
      <Column source="groundName" label={labels.ground} disableSort />
      <Column
        source="state"
        label={labels.state}
        disableSort
        render={({ state }) => <StateChip resource="sanctions" state={state} />}
      />
      <Column
        source="statementUntil"
        label={labels.statementUntil}
        disableSort
        render={({ statementUntil }) => <DueCell day={statementUntil} />}
      />
      <Column
        source="effectiveOn"
        label={labels.effectiveOn}
        disableSort
        render={({ effectiveOn }) => <DayCell day={effectiveOn} />}
      />
      <Column
        source="createdAt"
        label={labels.createdAt}
        render={({ createdAt }) => <InstantCell instant={createdAt} />}
      />
    </ListPage>
  );
}
