import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { Inspection } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { spellPeriod, titleCheckKinds } from "@shifan/rules";
import { DataTable } from "ra-ui-materialui";
import { CreateButton } from "../acts/create-button.tsx";
import { DayCell, DistrictCell } from "../cells/cells.tsx";
import { StateChip } from "../cells/state-chip.tsx";
import { Field } from "../forms/field.tsx";
import type { FieldProps } from "../forms/field-props.ts";
import { ChoiceFilter, DistrictFilter, StateFilter } from "../lists/filters.tsx";
import { ListPage } from "../lists/list-page.tsx";
import { inspectionsTexts as texts } from "./texts.ts";

// Complaints reach the city alone.
const periodic = { known: { kind: "periodic_inspection" }, own: { kind: null, complaintId: null } };
const ofTheCity = { own: { kind: CityKindField } };

/** Whoever of the city plans chooses between spot check and appraisal: periodic inspections are the districts'. */
function CityKindField({ schema, ...props }: FieldProps) {
  return (
    <Field {...props} schema={{ ...schema, enum: titleCheckKinds.filter((kind) => kind !== "periodic_inspection") }} />
  );
}

const Column = DataTable.Col<Inspection>;

/** A row on a tablet: where to go, for what, and until when. */
function NarrowInspection({
  record: { platformName, kindName, period, state, plannedOn, resultName },
}: {
  record: Inspection;
}) {
  return (
    <>
      <Box sx={{ display: "flex", alignItems: "center", gap: 1 }}>
        <Typography sx={{ flex: 1, fontWeight: 500 }}>{platformName}</Typography>
        <StateChip resource="inspections" state={state} />
      </Box>
      <Typography variant="body2" color="textSecondary">
        {kindName}（{spellPeriod(period)}）　{labels.plannedOn}：<DayCell day={plannedOn} />
        {resultName === null ? null : `　${labels.result}：${resultName}`}
      </Typography>
    </>
  );
}

/** Inspections, spot checks and appraisals. */
export default function InspectionsList() {
  return (
    <ListPage<Inspection>
      title={texts.list}
      sort={{ field: "createdAt", order: "DESC" }}
      filters={[
        <ChoiceFilter key="kind" source="kind" label={labels.kind} choices={texts.kinds} alwaysOn />,
        <StateFilter key="state" source="state" of="inspections" alwaysOn />,
        <DistrictFilter key="district" source="district" alwaysOn />,
      ]}
      narrow={(record) => <NarrowInspection record={record} />}
      actions={
        <>
          <CreateButton resource="inspections" label={texts.createPeriodic} act="plan" additions={periodic} />
          <CreateButton
            resource="inspections"
            label={texts.createOfTheCity}
            access="city_checks"
            act="plan"
            additions={ofTheCity}
          />
        </>
      }
    >
      <Column source="platformName" label={labels.platformName} disableSort />
      <Column source="kindName" label={labels.kind} disableSort />
      <Column
        source="district"
        label={labels.district}
        disableSort
        render={({ district }) => <DistrictCell district={district} />}
      />
      <Column source="period" label={labels.period} disableSort render={({ period }) => spellPeriod(period)} />
      <Column
        source="state"
        label={labels.state}
        disableSort
        render={({ state }) => <StateChip resource="inspections" state={state} />}
      />
      <Column
        source="plannedOn"
        label={labels.plannedOn}
        disableSort
        render={({ plannedOn }) => <DayCell day={plannedOn} />}
      />
      <Column
        source="carriedOutOn"
        label={labels.carriedOutOn}
        disableSort
        render={({ carriedOutOn }) => <DayCell day={carriedOutOn} />}
      />
      <Column source="resultName" label={labels.result} disableSort />
    </ListPage>
  );
}
