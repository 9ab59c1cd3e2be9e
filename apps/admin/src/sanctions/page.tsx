import Alert from "@mui/material/Alert";
import AlertTitle from "@mui/material/AlertTitle";
import type { Sanction } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import type { Tagged } from "../api/data-provider.ts";
import { StateChip } from "../cells/state-chip.tsx";
import { FilePreview } from "../files/file-preview.tsx";
import { NotesCard } from "../notes/notes-card.tsx";
import { ActsAndFacts } from "../pages/acts-and-facts.tsx";
import { Card } from "../pages/card.tsx";
import { day, district, due, long, text, titleOf } from "../pages/facts.tsx";
import { PapersCard } from "../pages/papers.tsx";
import { RecordPage } from "../pages/record-page.tsx";
import { actsOfSanctionPage } from "./acts-of-page.tsx";
import { ChecksOfSanction } from "./checks.tsx";
import { KindChip } from "./kind-chip.tsx";
import { colourOfKind } from "./kinds.ts";
import { papersOfSanction } from "./papers.ts";
import { sanctionsTexts as texts } from "./texts.ts";

/** One cancellation or revocation: two acts that are never one. */
export default function SanctionsPage() {
  return (
    <RecordPage<Sanction & Tagged>
      title={(record) => texts.title(record.kindName, record.platformName)}
      aside={(record) => (
        <>
          <KindChip {...record} />
          <StateChip resource="sanctions" state={record.state} />
        </>
      )}
    >
      {(record) => (
        <>
          <ActsAndFacts
            resource="sanctions"
            record={record}
            page={actsOfSanctionPage(record)}
            between={
              <Alert severity={colourOfKind[record.kind]} sx={{ mb: 1.5 }}>
                <AlertTitle>{texts.notTheOther[record.kind]}</AlertTitle>
                {record.consequence}
              </Alert>
            }
            title={texts.facts}
            facts={[
              titleOf(labels.certificationId, record),
              text(labels.ground, record.groundName),
              text(labels.article, record.article),
              district(labels.district, record.district),
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
          {record.fileIds.length + record.inspectionIds.length === 0 ? null : (
            <Card title={texts.basis}>
              {record.inspectionIds.length === 0 ? null : <ChecksOfSanction {...record} />}
              {record.fileIds.map((id) => (
                <FilePreview key={id} id={id} />
              ))}
            </Card>
          )}
          <NotesCard resource="sanctions" recordId={record.id} />
          <PapersCard access="sanctions" papers={papersOfSanction(record)} />
        </>
      )}
    </RecordPage>
  );
}
