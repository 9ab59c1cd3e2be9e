import type { OrganizationChange } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { DataTable } from "ra-ui-materialui";
import { DayCell, DistrictCell, InstantCell } from "../cells/cells.tsx";
import { StateChip } from "../cells/state-chip.tsx";
import { StateFilter } from "../lists/filters.tsx";
import { ListPage } from "../lists/list-page.tsx";
import { organizationChangesTexts as texts } from "./texts.ts";

const Column = DataTable.Col<OrganizationChange>;

/** Changes of organizations, reported and checked. */
export default function OrganizationChangesList() {
  return (
    <ListPage
      title={texts.list}
      sort={{ field: "createdAt", order: "DESC" }}
      filters={[<StateFilter key="state" source="state" of="organization_changes" alwaysOn />]}
    >
      <Column source="organizationName" label={labels.organizationName} disableSort />
      <Column source="kind" label={labels.kind} disableSort render={({ kind }) => texts.kinds[kind]} />
      <Column source="after" label={labels.after} disableSort />
      <Column source="fromOn" label={labels.fromOn} disableSort render={({ fromOn }) => <DayCell day={fromOn} />} />
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
        render={({ state }) => <StateChip resource="organization_changes" state={state} />}
      />
      <Column
        source="createdAt"
        label={labels.createdAt}
        render={({ createdAt }) => <InstantCell instant={createdAt} />}
      />
    </ListPage>
  );
}
