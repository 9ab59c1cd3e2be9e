import type { SpotCheckDraw } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import type { Tagged } from "../api/data-provider.ts";
import { StateChip } from "../cells/state-chip.tsx";
import { ActsAndFacts } from "../pages/acts-and-facts.tsx";
import { instant, long, text } from "../pages/facts.tsx";
import { RecordPage } from "../pages/record-page.tsx";
import { percentText } from "../texts/percent.ts";
import { spotCheckDrawsTexts as texts } from "./texts.ts";

/** One draw: what anybody needs to draw it again. */
export default function SpotCheckDrawsPage() {
  return (
    <RecordPage<SpotCheckDraw & Tagged>
      title={(record) => texts.title(record.year)}
      aside={({ state }) => <StateChip resource="spot_check_draws" state={state} />}
    >
      {(record) => (
        <>
          <ActsAndFacts
            resource="spot-check-draws"
            record={record}
            page={{ main: ["draw"] }}
            title={texts.facts}
            facts={[
              text(labels.share, percentText(record.share)),
              text(labels.leastOfDistrict, record.leastOfDistrict),
              instant(labels.committedAt, record.committedAt),
              instant(labels.drawnAt, record.drawnAt),
              long(labels.commitment, record.commitment),
              long(labels.seed, record.seed),
              long(labels.method, record.method),
            ]}
          />
        </>
      )}
    </RecordPage>
  );
}
