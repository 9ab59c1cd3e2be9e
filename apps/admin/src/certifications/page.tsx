import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Chip from "@mui/material/Chip";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import type { Organization, Title } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { ActBar } from "../acts/act-bar.tsx";
import { pathOf, type Tagged } from "../api/data-provider.ts";
import { useRecord } from "../api/use-record.ts";
import { DayCell } from "../cells/cells.tsx";
import { StateChip } from "../cells/state-chip.tsx";
import { SaveLink } from "../files/save-link.tsx";
import { NotesCard } from "../notes/notes-card.tsx";
import { Card } from "../pages/card.tsx";
import { day, district, due, Facts, long, text } from "../pages/facts.tsx";
import { RecordLink } from "../pages/record-link.tsx";
import { RecordPage } from "../pages/record-page.tsx";
import { Rows } from "../pages/related.tsx";
import { ProposeButtons } from "../sanctions/propose.tsx";
import { useMe } from "../shell/use-me.ts";
import { dayText } from "../texts/days.ts";
import { BeforeConfirming } from "./before-confirming.tsx";
import { CorrectionCard, correctionForm } from "./correction.tsx";
import { Grounds } from "./grounds.tsx";
import { ObligationsOfTitle, ReportsOfTitle, SanctionsOfTitle } from "./related.tsx";
import { certificationsTexts as texts } from "./texts.ts";

/** One title. */
export default function CertificationsPage() {
  const readsUnits = useMe()?.acts.organizations?.includes("read") ?? false;
  return (
    <RecordPage<Title & Tagged>
      title={(record) => record.platformName}
      aside={({ standing, discard }) =>
        discard === null ? <StateChip resource="certifications" state={standing} /> : <Chip label={texts.notTaken} />
      }
    >
      {(record) => (
        <>
          <Card>
            <Stack direction="row" sx={{ justifyContent: "space-between", alignItems: "start", gap: 2 }}>
              <ActBar
                resource="certifications"
                record={record}
                page={{
                  main: ["confirm", "confirm-correction"],
                  grave: ["refuse", "withdraw"],
                  additions: {
                    confirm: { before: <BeforeConfirming record={record} /> },
                    correct: correctionForm(record),
                    "confirm-correction": { before: <CorrectionCard record={record} /> },
                  },
                }}
              />
              {record.discard === null ? null : (
                <Alert severity="info">
                  {texts.discarded(dayText(record.discard.discardedOn), record.discard.reason)}
                </Alert>
              )}
              {record.standing === "valid" && record.isConfirmed ? (
                <ProposeButtons certificationId={record.id} />
              ) : null}
            </Stack>
            <CorrectionCard record={record} />
          </Card>
          <Card title={texts.facts}>
            <Facts
              facts={[
                {
                  label: labels.organizationName,
                  value: readsUnits ? <Holder record={record} /> : null,
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
            <Certificate record={record} />
          </Card>
          <NotesCard resource="certifications" recordId={record.id} />
          <Card title={texts.checks} reads="city_checks">
            <Grounds certificationId={record.id} />
          </Card>
          <Card title={texts.obligations} reads="obligations">
            <ObligationsOfTitle certificationId={record.id} />
          </Card>
          <Card title={texts.reports} reads="reports">
            <ReportsOfTitle certificationId={record.id} />
          </Card>
          <Card title={texts.sanctions} reads="sanctions">
            <SanctionsOfTitle certificationId={record.id} />
          </Card>
          <Card title={texts.recommendations}>
            <Rows
              rows={record.recommendations.map((each) => ({ ...each, id: String(each.year) }))}
              columns={[
                { label: labels.year, cell: ({ year }) => year },
                { label: labels.documentNumber, cell: ({ documentNumber }) => documentNumber },
                { label: labels.recommendedOn, cell: ({ recommendedOn }) => <DayCell day={recommendedOn} /> },
                {
                  label: labels.result,
                  cell: ({ result }) => (result === null ? texts.noResult : texts.provincialResults[result]),
                },
              ]}
            />
          </Card>
        </>
      )}
    </RecordPage>
  );
}

/** The organization that holds it, by the name it has now. */
function Holder({ record }: { record: Title }) {
  const { data } = useRecord<Organization & Tagged>("organizations", record.organizationId);
  return (
    <RecordLink resource="organizations" id={record.organizationId}>
      {data?.name ?? texts.holder}
    </RecordLink>
  );
}

/** The certificate, for whoever may print it. */
function Certificate({ record }: { record: Title }) {
  const mayPrint = useMe()?.acts.certifications?.includes("print") ?? false;
  if (!mayPrint) return null;
  if (record.certificateNumber === null) return <Typography variant="body2">{texts.noCertificate}</Typography>;
  return (
    <Box sx={{ mt: 1.5 }}>
      <SaveLink href={pathOf("certifications", record.id, "certificate")} look="outlined">
        {texts.certificate}
      </SaveLink>
    </Box>
  );
}
