import type { OrganizationChange } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { pathOf, type Tagged } from "../api/data-provider.ts";
import { StateChip } from "../cells/state-chip.tsx";
import { FilePreview } from "../files/file-preview.tsx";
import { ActsAndFacts } from "../pages/acts-and-facts.tsx";
import { Card } from "../pages/card.tsx";
import { day, district, long, text } from "../pages/facts.tsx";
import { PapersCard } from "../pages/papers.tsx";
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
          <ActsAndFacts
            resource="organization-changes"
            record={record}
            page={{ main: ["accept"], grave: ["refuse"] }}
            title={texts.facts}
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
          {record.fileIds.length === 0 ? null : (
            <Card title={texts.files}>
              {record.fileIds.map((id) => (
                <FilePreview key={id} id={id} />
              ))}
            </Card>
          )}
          <PapersCard
            access="organization_changes"
            papers={[{ label: texts.paper, path: pathOf("organization-changes", record.id, "document") }]}
          />
        </>
      )}
    </RecordPage>
  );
}
