import type { Notice } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { ActBar } from "../acts/act-bar.tsx";
import type { Tagged } from "../api/data-provider.ts";
import { StateChip } from "../cells/state-chip.tsx";
import { Card } from "../pages/card.tsx";
import { day, due, Facts, long, text } from "../pages/facts.tsx";
import { RecordPage } from "../pages/record-page.tsx";
import { noticesTexts as texts } from "./texts.ts";

/** One notice. */
export default function NoticesPage() {
  return (
    <RecordPage<Notice & Tagged>
      title={(record) => record.title}
      aside={({ state }) => <StateChip resource="notices" state={state} />}
    >
      {(record) => (
        <>
          <Card>
            <ActBar resource="notices" record={record} page={{ main: ["publish"] }} />
          </Card>
          <Card title={texts.facts}>
            <Facts
              facts={[
                text(labels.kind, texts.kinds[record.kind]),
                day(labels.startsOn, record.startsOn),
                due(labels.endsOn, record.endsOn),
                text(labels.periodGround, record.periodGround),
                text(labels.officialUrl, record.officialUrl),
                day(labels.officialPublishedOn, record.officialPublishedOn),
                text(labels.reason, record.reason),
                long(labels.text, record.text),
              ]}
            />
          </Card>
        </>
      )}
    </RecordPage>
  );
}
