import type { Obligation } from "@shifan/contract";
import { fieldLabels as labels, stateLabels } from "@shifan/contract/labels";
import { DataTable } from "ra-ui-materialui";
import { DistrictCell, DueCell } from "../cells/cells.tsx";
import { ChoiceFilter, DistrictFilter } from "../lists/filters.tsx";
import { ListPage } from "../lists/list-page.tsx";
import { obligationsTexts as texts } from "./texts.ts";

const Column = DataTable.Col<Obligation>;

/** What is owed after the title, by its last day. */
export default function ObligationsList() {
  return (
    <ListPage<Obligation>
      title={texts.list}
      sort={{ field: "dueOn", order: "ASC" }}
      // Years of what was done would stand above what is still to be done.
      filterDefaultValues={{ state: "due" }}
      filters={[
        <ChoiceFilter key="state" source="state" label={labels.state} choices={stateLabels.obligations} alwaysOn />,
        <ChoiceFilter key="kind" source="kind" label={labels.kind} choices={texts.kinds} alwaysOn />,
        <ChoiceFilter key="standing" source="standing" label={labels.standing} choices={texts.standings} alwaysOn />,
        <DistrictFilter key="district" source="district" alwaysOn />,
      ]}
    >
      <Column source="title" label={labels.obligation} disableSort />
      <Column source="platformName" label={labels.platformName} disableSort />
      <Column
        source="district"
        label={labels.district}
        disableSort
        render={({ district }) => <DistrictCell district={district} />}
      />
      <Column source="periodText" label={labels.period} disableSort cellClassName="short" headerClassName="short" />
      <Column
        source="dueOn"
        label={labels.dueOn}
        render={({ dueOn, standing }) => <DueCell day={dueOn} isOpen={standing === "late"} />}
      />
      <Column source="standingText" label={labels.standing} disableSort />
    </ListPage>
  );
}
