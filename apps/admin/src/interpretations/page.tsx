import type { Interpretation } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { pathOf, type Tagged } from "../api/data-provider.ts";
import { StateChip } from "../cells/state-chip.tsx";
import { ActsAndFacts } from "../pages/acts-and-facts.tsx";
import { day, long, text } from "../pages/facts.tsx";
import { PapersCard } from "../pages/papers.tsx";
import { RecordPage } from "../pages/record-page.tsx";
import { settingForm } from "./setting-value-field.tsx";
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
          <ActsAndFacts
            resource="interpretations"
            record={record}
            page={{ main: ["issue"], additions: { edit: settingForm } }}
            title={texts.facts}
            facts={[
              text(labels.article, record.article),
              text(labels.documentNumber, record.documentNumber),
              day(labels.fromOn, record.fromOn),
              day(labels.issuedOn, record.issuedOn),
              long(labels.question, record.question),
              long(texts.answer, record.answer),
              text(labels.settingId, record.settingTitle),
              text(labels.settingValue, record.settingLabel),
              long(texts.effect, record.effect),
            ]}
          />
          <PapersCard
            access={null}
            papers={[{ label: texts.paper, path: pathOf("interpretations", record.id, "document") }]}
          />
        </>
      )}
    </RecordPage>
  );
}
