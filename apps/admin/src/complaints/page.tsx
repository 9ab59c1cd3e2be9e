import type { Complaint } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import type { Tagged } from "../api/data-provider.ts";
import { StateChip } from "../cells/state-chip.tsx";
import { ActsAndFacts } from "../pages/acts-and-facts.tsx";
import { day, long, text } from "../pages/facts.tsx";
import { RecordPage } from "../pages/record-page.tsx";
import { Complainant } from "./complainant.tsx";
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
          <ActsAndFacts
            resource="complaints"
            record={record}
            page={{ main: ["reply"] }}
            title={texts.facts}
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
          <Complainant complaint={record} />
        </>
      )}
    </RecordPage>
  );
}
