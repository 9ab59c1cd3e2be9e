import type { Review } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { ActBar } from "../acts/act-bar.tsx";
import type { Tagged } from "../api/data-provider.ts";
import { StateChip } from "../cells/state-chip.tsx";
import { Card } from "../pages/card.tsx";
import { district, due, Facts, instant, text } from "../pages/facts.tsx";
import { RecordPage } from "../pages/record-page.tsx";
import { reviewsTexts as texts } from "./texts.ts";

/** One score sheet. */
export default function ReviewsPage() {
  return (
    <RecordPage<Review & Tagged>
      title={(record) => record.platformName}
      aside={({ state }) => <StateChip resource="reviews" state={state} />}
    >
      {(record) => (
        <>
          <Card>
            <ActBar
              resource="reviews"
              record={record}
              page={{ main: ["declare-conflict", "submit"], grave: ["recuse", "reopen"], elsewhere: ["edit"] }}
            />
          </Card>
          <Card title={texts.facts}>
            <Facts
              facts={[
                text(labels.expert, record.expert.name),
                district(labels.district, record.district),
                due(labels.dueOn, record.dueOn),
                text(labels.total, record.total),
                instant(labels.submittedAt, record.submittedAt),
              ]}
            />
          </Card>
        </>
      )}
    </RecordPage>
  );
}
