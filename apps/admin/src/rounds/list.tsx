import type { Round } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { DataTable } from "ra-ui-materialui";
import { CreateButton } from "../acts/create-button.tsx";
import { DayCell, DueCell } from "../cells/cells.tsx";
import { StateChip } from "../cells/state-chip.tsx";
import { ListPage } from "../lists/list-page.tsx";
import { roundsTexts as texts } from "./texts.ts";

const Column = DataTable.Col<Round>;

/** The yearly rounds. */
export default function RoundsList() {
  return (
    <ListPage
      title={texts.list}
      sort={{ field: "year", order: "DESC" }}
      actions={<CreateButton resource="rounds" label={texts.create} />}
    >
      <Column source="year" label={labels.year} disableSort />
      <Column
        source="state"
        label={labels.state}
        disableSort
        render={({ state }) => <StateChip resource="rounds" state={state} />}
      />
      <Column
        source="openedOn"
        label={labels.openedOn}
        disableSort
        render={({ openedOn }) => <DayCell day={openedOn} />}
      />
      <Column
        source="submissionDeadline"
        label={labels.submissionDeadline}
        disableSort
        render={({ submissionDeadline }) => <DueCell day={submissionDeadline} />}
      />
      <Column
        source="recommendationDeadline"
        label={labels.recommendationDeadline}
        disableSort
        render={({ recommendationDeadline }) => <DueCell day={recommendationDeadline} />}
      />
    </ListPage>
  );
}
