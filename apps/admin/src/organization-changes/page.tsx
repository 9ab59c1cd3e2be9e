import type { OrganizationChange } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { ActBar } from "../acts/act-bar.tsx";
import type { Tagged } from "../api/data-provider.ts";
import { StateChip } from "../cells/state-chip.tsx";
import { Card } from "../pages/card.tsx";
import { day, district, Facts, long, text } from "../pages/facts.tsx";
import { RecordPage } from "../pages/record-page.tsx";
import { organizationChangesTexts as texts } from "./texts.ts";

/** One change, as it was reported and decided. */
export default function OrganizationChangesPage() {
  return (
    <RecordPage<OrganizationChange & Tagged>
      title={(record) => record.organizationName}
      aside={({ state }) => <StateChip resource="organization_changes" state={state} />}
    >
      {(record) => (
        <>
          <Card>
            <ActBar resource="organization-changes" record={record} page={{ main: ["accept"], grave: ["refuse"] }} />
          </Card>
          <Card title={texts.facts}>
            <Facts
              facts={[
                text(labels.kind, texts.kinds[record.kind]),
                text(labels.uscc, record.uscc),
                district(labels.district, record.district),
                day(labels.fromOn, record.fromOn),
                long(labels.before, record.before),
                long(labels.after, record.after),
                long(labels.source, record.source),
                long(labels.effect, record.effect),
                day(labels.reportedOn, record.reportedOn),
                day(labels.decidedOn, record.decidedOn),
                long(labels.reason, record.reason),
              ]}
            />
          </Card>
        </>
      )}
    </RecordPage>
  );
}
