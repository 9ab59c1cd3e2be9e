import type { ReportSummary } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { DataTable } from "ra-ui-materialui";
import { DayCell, DistrictCell } from "../cells/cells.tsx";
import { StateChip } from "../cells/state-chip.tsx";
import { ChoiceFilter, DistrictFilter, StateFilter } from "../lists/filters.tsx";
import { ListPage } from "../lists/list-page.tsx";
import { Standing } from "./standing.tsx";
import { reportsTexts as texts } from "./texts.ts";

const Column = DataTable.Col<ReportSummary>;

/** Service reports of the platforms. */
export default function ReportsList() {
  return (
    <ListPage
      title={texts.list}
      sort={{ field: "createdAt", order: "DESC" }}
      filters={[
        <ChoiceFilter key="kind" source="kind" label={labels.kind} choices={texts.kinds} alwaysOn />,
        <StateFilter key="state" source="state" of="reports" alwaysOn />,
        <DistrictFilter key="district" source="district" alwaysOn />,
      ]}
      above={<Standing />}
    >
      <Column source="platformName" label={labels.platformName} disableSort />
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
        render={({ state }) => <StateChip resource="reports" state={state} />}
      />
      <Column
        source="submittedOn"
        label={labels.submittedOn}
        disableSort
        render={({ submittedOn }) => <DayCell day={submittedOn} />}
      />
      <Column
        source="forwardedOn"
        label={labels.forwardedOn}
        disableSort
        render={({ forwardedOn }) => <DayCell day={forwardedOn} />}
      />
    </ListPage>
  );
}
