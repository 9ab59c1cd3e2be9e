import type { Interpretation } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { ActBar } from "../acts/act-bar.tsx";
import type { Tagged } from "../api/data-provider.ts";
import { StateChip } from "../cells/state-chip.tsx";
import { Card } from "../pages/card.tsx";
import { day, Facts, long, text } from "../pages/facts.tsx";
import { RecordPage } from "../pages/record-page.tsx";
import { interpretationsTexts as texts } from "./texts.ts";

/** One interpretation (Art. 17). */
export default function InterpretationsPage() {
  return (
    <RecordPage<Interpretation & Tagged>
      title={(record) => record.question}
      aside={({ state }) => <StateChip resource="interpretations" state={state} />}
    >
      {(record) => (
        <>
          <Card>
            <ActBar resource="interpretations" record={record} page={{ main: ["issue"] }} />
          </Card>
          <Card title={texts.facts}>
            <Facts
              facts={[
                text(labels.article, record.article),
                text(labels.documentNumber, record.documentNumber),
                day(labels.fromOn, record.fromOn),
                day(labels.issuedOn, record.issuedOn),
                long(labels.question, record.question),
                long(labels.answer, record.answer),
                text(labels.settingId, record.settingId),
                text(labels.settingValue, record.settingValue),
              ]}
            />
          </Card>
        </>
      )}
    </RecordPage>
  );
}
