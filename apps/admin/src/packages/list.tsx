import type { PackageSummary } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { DataTable } from "ra-ui-materialui";
import { CreateButton } from "../acts/create-button.tsx";
import { DayCell, DistrictCell } from "../cells/cells.tsx";
import { StateChip } from "../cells/state-chip.tsx";
import { ChoiceFilter, DistrictFilter, StateFilter } from "../lists/filters.tsx";
import { ListPage } from "../lists/list-page.tsx";
import { packagesTexts as texts } from "./texts.ts";

const Column = DataTable.Col<PackageSummary>;

/** What the districts send the city for each period. */
export default function PackagesList() {
  return (
    <ListPage
      title={texts.list}
      sort={{ field: "createdAt", order: "DESC" }}
      filters={[
        <ChoiceFilter key="kind" source="kind" label={labels.kind} choices={texts.kinds} alwaysOn />,
        <StateFilter key="state" source="state" of="packages" alwaysOn />,
        <DistrictFilter key="district" source="district" alwaysOn />,
      ]}
      actions={<CreateButton resource="packages" label={texts.create} />}
    >
      <Column source="kind" label={labels.kind} disableSort render={({ kind }) => texts.kinds[kind]} />
      <Column source="periodText" label={labels.period} disableSort />
      <Column
        source="district"
        label={labels.district}
        disableSort
        render={({ district }) => <DistrictCell district={district} />}
      />
      <Column
        source="state"
        label={labels.state}
        disableSort
        render={({ state }) => <StateChip resource="packages" state={state} />}
      />
      <Column source="documentNumber" label={labels.documentNumber} disableSort />
      <Column source="sentOn" label={labels.sentOn} disableSort render={({ sentOn }) => <DayCell day={sentOn} />} />
      <Column
        source="receivedOn"
        label={labels.receivedOn}
        disableSort
        render={({ receivedOn }) => <DayCell day={receivedOn} />}
      />
    </ListPage>
  );
}
