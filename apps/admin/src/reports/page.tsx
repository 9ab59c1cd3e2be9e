import type { Report } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { pathOf, type Tagged } from "../api/data-provider.ts";
import { StateChip } from "../cells/state-chip.tsx";
import { ActsAndFacts } from "../pages/acts-and-facts.tsx";
import { day, district, due, long, titleOf, yesNo } from "../pages/facts.tsx";
import { PapersCard } from "../pages/papers.tsx";
import { RecordPage } from "../pages/record-page.tsx";
import { ServedList } from "./served-list.tsx";
import { reportsTexts as texts } from "./texts.ts";

/** One service report. */
export default function ReportsPage() {
  return (
    <RecordPage<Report & Tagged>
      title={(record) => texts.title(record.platformName, record.periodText)}
      aside={({ state }) => <StateChip resource="reports" state={state} />}
    >
      {(record) => (
        <>
          <ActsAndFacts
            resource="reports"
            record={record}
            page={{ main: ["forward", "receive"], grave: ["return"] }}
            title={texts.facts}
            facts={[
              titleOf(labels.certificationId, record),
              district(labels.district, record.district),
              due(labels.dueOn, record.dueOn),
              day(labels.submittedOn, record.submittedOn),
              day(labels.forwardedOn, record.forwardedOn),
              day(labels.receivedOn, record.receivedOn),
              yesNo(labels.isLate, record.isLate),
              long(labels.lateReason, record.lateReason),
              long(labels.returnedReason, record.returnedReason),
            ]}
          />
          <PapersCard
            access="reports"
            papers={[{ label: texts.paper, path: pathOf("reports", record.id, "document") }]}
          />
          <ServedList report={record} />
        </>
      )}
    </RecordPage>
  );
}
