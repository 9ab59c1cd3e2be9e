import type { Obligation } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { ActBar } from "../acts/act-bar.tsx";
import type { Tagged } from "../api/data-provider.ts";
import { Card } from "../pages/card.tsx";
import { day, district, due, Facts, long, text } from "../pages/facts.tsx";
import { RecordPage } from "../pages/record-page.tsx";
import { obligationsTexts as texts } from "./texts.ts";

/** One obligation. */
export default function ObligationsPage() {
  return (
    <RecordPage<Obligation & Tagged> title={(record) => record.title}>
      {(record) => (
        <>
          <Card>
            <ActBar resource="obligations" record={record} />
          </Card>
          <Card title={texts.facts}>
            <Facts
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
          </Card>
        </>
      )}
    </RecordPage>
  );
}
