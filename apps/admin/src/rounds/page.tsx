import type { Round } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { ActBar } from "../acts/act-bar.tsx";
import type { Tagged } from "../api/data-provider.ts";
import { StateChip } from "../cells/state-chip.tsx";
import { Card } from "../pages/card.tsx";
import { day, due, Facts, long, text } from "../pages/facts.tsx";
import { RecordPage } from "../pages/record-page.tsx";
import { roundsTexts as texts } from "./texts.ts";

/** One round. */
export default function RoundsPage() {
  return (
    <RecordPage<Round & Tagged>
      title={(record) => texts.title(record.year)}
      aside={({ state }) => <StateChip resource="rounds" state={state} />}
    >
      {(record) => (
        <>
          <Card>
            <ActBar
              resource="rounds"
              record={record}
              page={{ main: ["open", "propose-list", "publish-list", "decide"], grave: ["cancel"] }}
            />
          </Card>
          <Card title={texts.facts}>
            <Facts
              facts={[
                day(labels.openedOn, record.openedOn),
                due(labels.submissionDeadline, record.submissionDeadline),
                due(labels.recommendationDeadline, record.recommendationDeadline),
                text(labels.submissionEvent, texts.events[record.submissionEvent]),
                text(labels.copies, record.copies),
                text(labels.binding, record.binding),
                text(labels.counterAddress, record.counterAddress),
                text(labels.quota, record.quota),
                long(labels.noticeTitle, record.noticeTitle),
                long(labels.noticeText, record.noticeText),
                long(labels.cancelledReason, record.cancelledReason),
              ]}
            />
          </Card>
        </>
      )}
    </RecordPage>
  );
}
