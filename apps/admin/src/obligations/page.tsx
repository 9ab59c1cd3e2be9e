import type { Obligation } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import type { Tagged } from "../api/data-provider.ts";
import { ActsAndFacts } from "../pages/acts-and-facts.tsx";
import { day, district, due, long, text } from "../pages/facts.tsx";
import { RecordPage } from "../pages/record-page.tsx";
import { obligationsTexts as texts } from "./texts.ts";

/** One obligation. */
export default function ObligationsPage() {
  return (
    <RecordPage<Obligation & Tagged> title={(record) => record.title}>
      {(record) => (
        <>
          <ActsAndFacts
            resource="obligations"
            record={record}
            title={texts.facts}
            facts={[
              text(labels.platformName, record.platformName),
              district(labels.district, record.district),
              text(labels.article, record.article),
              text(labels.period, record.periodText),
              due(labels.dueOn, record.dueOn),
              text(labels.standing, record.standingText),
              day(labels.doneOn, record.doneOn),
              long(labels.lateReason, record.lateReason),
              day(labels.lateReasonOn, record.lateReasonOn),
            ]}
          />
        </>
      )}
    </RecordPage>
  );
}
