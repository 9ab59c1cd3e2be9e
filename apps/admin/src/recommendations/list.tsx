import Button from "@mui/material/Button";
import type { RecommendationSummary } from "@shifan/contract";
import { labelInForm, labelOfAct, fieldLabels as labels } from "@shifan/contract/labels";
import { DataTable } from "ra-ui-materialui";
import { Link } from "react-router";
import { DayCell, DistrictCell, InstantCell } from "../cells/cells.tsx";
import { DistrictFilter, YearFilter } from "../lists/filters.tsx";
import { ListPage } from "../lists/list-page.tsx";
import { useMe, useSeesSeveralDistricts } from "../shell/use-me.ts";
import { recommendationTexts as texts } from "./texts.ts";

const Column = DataTable.Col<RecommendationSummary>;
const form = "recommendations/create";

/** The letters of recommendation that the person may read, each with how many cases it recommends. */
export default function RecommendationsList() {
  const seesSeveralDistricts = useSeesSeveralDistricts();
  return (
    <ListPage
      title={texts.letter}
      sort={{ field: "createdAt", order: "DESC" }}
      filters={[
        <YearFilter key="year" source="year" alwaysOn />,
        ...(seesSeveralDistricts ? [<DistrictFilter key="district" source="district" alwaysOn />] : []),
      ]}
      actions={<DeskLink />}
    >
      <Column source="documentNumber" label={labelInForm(form, "documentNumber")} disableSort />
      <Column source="year" label={labels.year} disableSort />
      <Column
        source="district"
        label={labels.district}
        disableSort
        render={({ district }) => <DistrictCell district={district} />}
      />
      <Column
        source="issuedOn"
        label={labelInForm(form, "issuedOn")}
        disableSort
        render={({ issuedOn }) => <DayCell day={issuedOn} />}
      />
      <Column source="caseCount" label={texts.caseCount} disableSort />
      <Column
        source="createdAt"
        label={labels.createdAt}
        render={({ createdAt }) => <InstantCell instant={createdAt} />}
      />
    </ListPage>
  );
}

/** To the desk on which a letter is made, for whoever makes letters. */
function DeskLink() {
  if (!(useMe()?.acts.recommendations ?? []).includes("create")) return null;
  return (
    <Button component={Link} to="/recommendations/create" variant="contained">
      {labelOfAct("recommendations", "create")}
    </Button>
  );
}
