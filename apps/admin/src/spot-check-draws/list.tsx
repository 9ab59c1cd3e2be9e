import type { SpotCheckDraw } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { DataTable } from "ra-ui-materialui";
import { CreateButton } from "../acts/create-button.tsx";
import { InstantCell } from "../cells/cells.tsx";
import { StateChip } from "../cells/state-chip.tsx";
import { ListPage } from "../lists/list-page.tsx";
import { percentText } from "../texts/percent.ts";
import { spotCheckDrawsTexts as texts } from "./texts.ts";

const Column = DataTable.Col<SpotCheckDraw>;

/** Draws of spot checks: sealed first, then drawn. */
export default function SpotCheckDrawsList() {
  return (
    <ListPage
      title={texts.list}
      sort={{ field: "createdAt", order: "DESC" }}
      actions={<CreateButton resource="spot-check-draws" label={texts.create} act="commit" />}
    >
      <Column source="year" label={labels.year} disableSort />
      <Column
        source="state"
        label={labels.state}
        disableSort
        render={({ state }) => <StateChip resource="spot_check_draws" state={state} />}
      />
      <Column source="share" label={labels.share} disableSort render={({ share }) => percentText(share)} />
      <Column
        source="committedAt"
        label={labels.committedAt}
        disableSort
        render={({ committedAt }) => <InstantCell instant={committedAt} />}
      />
      <Column
        source="drawnAt"
        label={labels.drawnAt}
        disableSort
        render={({ drawnAt }) => <InstantCell instant={drawnAt} />}
      />
    </ListPage>
  );
}
