import type { Complaint } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { ActBar } from "../acts/act-bar.tsx";
import type { Tagged } from "../api/data-provider.ts";
import { StateChip } from "../cells/state-chip.tsx";
import { Card } from "../pages/card.tsx";
import { day, Facts, long, text } from "../pages/facts.tsx";
import { RecordPage } from "../pages/record-page.tsx";
import { complaintsTexts as texts } from "./texts.ts";

/** One complaint: what is known of it without the person who made it. */
export default function ComplaintsPage() {
  return (
    <RecordPage<Complaint & Tagged>
      title={(record) => texts.subjects[record.subject] ?? ""}
      aside={({ state }) => <StateChip resource="complaints" state={state} />}
    >
      {(record) => (
        <>
          <Card>
            <ActBar resource="complaints" record={record} page={{ main: ["reply"] }} />
          </Card>
          <Card title={texts.facts}>
            <Facts
              facts={[
                text(labels.target, record.target),
                day(labels.receivedOn, record.receivedOn),
                text(labels.receiptNumber, record.receiptNumber),
                long(labels.reply, record.reply),
                day(labels.repliedOn, record.repliedOn),
                long(labels.closedReason, record.closedReason),
                day(labels.closedOn, record.closedOn),
              ]}
            />
          </Card>
        </>
      )}
    </RecordPage>
  );
}
