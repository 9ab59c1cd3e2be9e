import type { Sanction } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { ActBar } from "../acts/act-bar.tsx";
import type { Tagged } from "../api/data-provider.ts";
import { StateChip } from "../cells/state-chip.tsx";
import { Card } from "../pages/card.tsx";
import { day, district, due, Facts, long, text } from "../pages/facts.tsx";
import { RecordLink } from "../pages/record-link.tsx";
import { RecordPage } from "../pages/record-page.tsx";
import { sanctionsTexts as texts } from "./texts.ts";

/** One cancellation or revocation: two acts that are never one. */
export default function SanctionsPage() {
  return (
    <RecordPage<Sanction & Tagged>
      title={(record) => texts.title(record.kindName, record.platformName)}
      aside={({ state }) => <StateChip resource="sanctions" state={state} />}
    >
      {(record) => (
        <>
          <Card>
            <ActBar
              resource="sanctions"
              record={record}
              page={{ main: ["notify", "hear", "decide", "serve", "publish"], grave: ["confirm", "reinstate", "drop"] }}
            />
          </Card>
          <Card title={texts.facts}>
            <Facts
              facts={[
                {
                  label: labels.certificationId,
                  value: (
                    <RecordLink resource="certifications" id={record.certificationId}>
                      {record.platformName}
                    </RecordLink>
                  ),
                },
                text(labels.ground, record.groundName),
                text(labels.article, record.article),
                district(labels.district, record.district),
                long(labels.consequence, record.consequence),
                long(labels.finding, record.finding),
                long(labels.evidence, record.evidence),
                day(labels.notifiedOn, record.notifiedOn),
                due(labels.statementUntil, record.statementUntil),
                long(labels.statement, record.statement),
                day(labels.statedOn, record.statedOn),
                long(labels.hearing, record.hearing),
                day(labels.heardOn, record.heardOn),
                long(labels.decision, record.decision),
                text(labels.documentNumber, record.documentNumber),
                day(labels.effectiveOn, record.effectiveOn),
                day(labels.servedOn, record.servedOn),
                text(labels.serviceReceipt, record.serviceReceipt),
                day(labels.publishedOn, record.publishedOn),
                text(labels.officialUrl, record.officialUrl),
                due(labels.barredUntil, record.barredUntil),
                long(labels.droppedReason, record.droppedReason),
                long(labels.reinstatement, record.reinstatement),
                day(labels.reinstatedOn, record.reinstatedOn),
              ]}
            />
          </Card>
        </>
      )}
    </RecordPage>
  );
}
