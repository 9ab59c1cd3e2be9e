import type { Title } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { ActBar } from "../acts/act-bar.tsx";
import type { Tagged } from "../api/data-provider.ts";
import { StateChip } from "../cells/state-chip.tsx";
import { Card } from "../pages/card.tsx";
import { day, district, due, Facts, long, text } from "../pages/facts.tsx";
import { RecordLink } from "../pages/record-link.tsx";
import { RecordPage } from "../pages/record-page.tsx";
import { certificationsTexts as texts } from "./texts.ts";

/** One title. */
export default function CertificationsPage() {
  return (
    <RecordPage<Title & Tagged>
      title={(record) => record.platformName}
      aside={({ standing }) => <StateChip resource="certifications" state={standing} />}
    >
      {(record) => (
        <>
          <Card>
            <ActBar resource="certifications" record={record} page={{ main: ["confirm"] }} />
          </Card>
          <Card title={texts.facts}>
            <Facts
              facts={[
                {
                  label: labels.organizationName,
                  value: (
                    <RecordLink resource="organizations" id={record.organizationId}>
                      {record.platformName}
                    </RecordLink>
                  ),
                },
                text(labels.certificateNumber, record.certificateNumber),
                district(labels.district, record.district),
                text(labels.documentNumber, record.documentNumber),
                day(labels.validFrom, record.validFrom),
                due(labels.validTo, record.validTo),
                day(labels.endedOn, record.endedOn),
                text(labels.endDocumentNumber, record.endDocumentNumber),
                day(labels.endServedOn, record.endServedOn),
                due(labels.barredUntil, record.barredUntil),
                day(labels.movedAwayOn, record.movedAwayOn),
                long(labels.source, record.source),
                long(labels.note, record.note),
              ]}
            />
          </Card>
        </>
      )}
    </RecordPage>
  );
}
