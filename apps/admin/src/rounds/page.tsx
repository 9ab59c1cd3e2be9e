import type { Round } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { ActBar } from "../acts/act-bar.tsx";
import { placeOfRound } from "../acts/places.ts";
import { pathOf, type Tagged } from "../api/data-provider.ts";
import { StateChip } from "../cells/state-chip.tsx";
import { Card } from "../pages/card.tsx";
import { day, due, Facts, long, text } from "../pages/facts.tsx";
import { RecordPage } from "../pages/record-page.tsx";
import { PublicityPreview } from "./publicity-preview.tsx";
import { RoundAtWork } from "./round-at-work.tsx";
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
              page={{
                main: ["open", "propose-list", "publish-list", "decide"],
                grave: ["cancel"],
                placeOf: (code) => placeOfRound(record, code),
                additions: {
                  "publish-list": { before: <PublicityPreview path={pathOf("rounds", record.id)} /> },
                },
              }}
            />
          </Card>
          <RoundAtWork record={record} />
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
