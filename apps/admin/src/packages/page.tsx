import type { Package } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { ActBar } from "../acts/act-bar.tsx";
import type { Tagged } from "../api/data-provider.ts";
import { StateChip } from "../cells/state-chip.tsx";
import { Card } from "../pages/card.tsx";
import { day, district, due, Facts, long, text, yesNo } from "../pages/facts.tsx";
import { RecordPage } from "../pages/record-page.tsx";
import { packagesTexts as texts } from "./texts.ts";

/** One package of a district. */
export default function PackagesPage() {
  return (
    <RecordPage<Package & Tagged>
      title={(record) => texts.title(record.periodText)}
      aside={({ state }) => <StateChip resource="packages" state={state} />}
    >
      {(record) => (
        <>
          <Card>
            <ActBar resource="packages" record={record} page={{ main: ["send", "receive"], grave: ["send-back"] }} />
          </Card>
          <Card title={texts.facts}>
            <Facts
              facts={[
                district(labels.district, record.district),
                due(labels.dueOn, record.dueOn),
                text(labels.documentNumber, record.documentNumber),
                day(labels.sentOn, record.sentOn),
                day(labels.receivedOn, record.receivedOn),
                yesNo(labels.isLate, record.isLate),
                long(labels.sentBackReason, record.sentBackReason),
                long(labels.inspectionReport, record.inspectionReport),
              ]}
            />
          </Card>
        </>
      )}
    </RecordPage>
  );
}
