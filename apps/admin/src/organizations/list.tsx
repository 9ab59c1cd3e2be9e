import type { OrganizationSummary } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { DataTable } from "ra-ui-materialui";
import { DistrictCell } from "../cells/cells.tsx";
import { DistrictFilter, SearchFilter } from "../lists/filters.tsx";
import { ListPage } from "../lists/list-page.tsx";
import { organizationsTexts as texts } from "./texts.ts";

const Column = DataTable.Col<OrganizationSummary>;

/** Organizations by their credit code. */
export default function OrganizationsList() {
  return (
    <ListPage
      title={texts.list}
      sort={{ field: "createdAt", order: "DESC" }}
      filters={[
        <SearchFilter key="q" source="q" alwaysOn />,
        <DistrictFilter key="district" source="district" alwaysOn />,
      ]}
    >
      <Column source="name" label={labels.name} disableSort />
      <Column source="uscc" label={labels.uscc} />
      <Column
        source="district"
        label={labels.district}
        disableSort
        render={({ district }) => <DistrictCell district={district} />}
      />
    </ListPage>
  );
}
