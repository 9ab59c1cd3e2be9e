import type { ReviewSummary } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { DataTable } from "ra-ui-materialui";
import { DistrictCell, DueCell } from "../cells/cells.tsx";
import { StateChip } from "../cells/state-chip.tsx";
import { StateFilter } from "../lists/filters.tsx";
import { ListPage } from "../lists/list-page.tsx";
import { reviewsTexts as texts } from "./texts.ts";

const Column = DataTable.Col<ReviewSummary>;

/** Score sheets of experts. */
export default function ReviewsList() {
  return (
    <ListPage
      title={texts.list}
      sort={{ field: "createdAt", order: "DESC" }}
      filters={[<StateFilter key="state" source="state" of="reviews" alwaysOn />]}
    >
      <Column source="platformName" label={labels.platformName} disableSort />
      <Column source="expert" label={labels.expert} disableSort render={({ expert }) => expert.name} />
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
        render={({ state }) => <StateChip resource="reviews" state={state} />}
      />
      <Column
        source="dueOn"
        label={labels.dueOn}
        disableSort
        render={({ dueOn, overdueDays }) => <DueCell day={dueOn} isOpen={overdueDays > 0} />}
      />
      <Column source="total" label={labels.total} disableSort />
    </ListPage>
  );
}
