import type { Expert } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import type { Tagged } from "../api/data-provider.ts";
import { StateChip } from "../cells/state-chip.tsx";
import { ActsAndFacts } from "../pages/acts-and-facts.tsx";
import { instant, text } from "../pages/facts.tsx";
import { RecordPage } from "../pages/record-page.tsx";
import { expertsTexts as texts } from "./texts.ts";

/** One expert. */
export default function ExpertsPage() {
  return (
    <RecordPage<Expert & Tagged>
      title={(record) => record.name}
      aside={({ state }) => <StateChip resource="experts" state={state} />}
    >
      {(record) => (
        <>
          <ActsAndFacts
            resource="experts"
            record={record}
            page={{ grave: ["retire"] }}
            title={texts.facts}
            facts={[
              text(labels.employer, record.employer),
              text(labels.position, record.position),
              text(labels.fields, record.fields.join("、")),
              text(labels.email, record.email),
              instant(labels.createdAt, record.createdAt),
            ]}
          />
        </>
      )}
    </RecordPage>
  );
}
