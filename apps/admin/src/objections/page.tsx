import type { Objection } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { pathOf, type Tagged } from "../api/data-provider.ts";
import { StateChip } from "../cells/state-chip.tsx";
import { ActsAndFacts } from "../pages/acts-and-facts.tsx";
import { day, due, long, text } from "../pages/facts.tsx";
import { PapersCard } from "../pages/papers.tsx";
import { RecordPage } from "../pages/record-page.tsx";
import { Objector } from "./objector.tsx";
import { objectionsTexts as texts } from "./texts.ts";

/** One objection: what is known of it without the person who made it. */
export default function ObjectionsPage() {
  return (
    <RecordPage<Objection & Tagged>
      title={(record) => record.platformName}
      aside={({ state }) => <StateChip resource="objections" state={state} />}
    >
      {(record) => (
        <>
          <ActsAndFacts
            resource="objections"
            record={record}
            page={{ main: ["admit", "inquire", "dismiss", "reply"], grave: ["refuse", "uphold"] }}
            title={texts.facts}
            facts={[
              day(labels.receivedOn, record.receivedOn),
              text(labels.channel, record.channel === null ? null : texts.channels[record.channel]),
              text(labels.receiptNumber, record.receiptNumber),
              due(labels.admitBy, record.admitBy),
              long(labels.extract, record.extract),
              due(labels.answerUntil, record.answerUntil),
              long(labels.answer, record.answer),
              day(labels.answeredOn, record.answeredOn),
              due(labels.inquiryUntil, record.inquiryUntil),
              long(labels.finding, record.finding),
              day(labels.decidedOn, record.decidedOn),
              long(labels.reply, record.reply),
              day(labels.repliedOn, record.repliedOn),
            ]}
          />
          <Objector objectionId={record.id} />
          <PapersCard
            access="objections"
            act="print-reply"
            papers={
              record.decidedOn === null
                ? []
                : [{ label: texts.replyLetter, path: pathOf("objections", record.id, "reply-letter") }]
            }
          />
        </>
      )}
    </RecordPage>
  );
}
