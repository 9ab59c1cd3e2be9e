import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { ApplicationSummary, Organization } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import type { ReactNode } from "react";
import { pathOf, type Tagged } from "../../api/data-provider.ts";
import { useRecord } from "../../api/use-record.ts";
import { DayCell } from "../../cells/cells.tsx";
import { StateChip } from "../../cells/state-chip.tsx";
import { SaveLink } from "../../files/save-link.tsx";
import { Mandates } from "../../organizations/mandates.tsx";
import { organizationsTexts } from "../../organizations/texts.ts";
import { Card } from "../../pages/card.tsx";
import { district, Facts, text } from "../../pages/facts.tsx";
import { RecordLink } from "../../pages/record-link.tsx";
import { Rows } from "../../pages/related.tsx";
import { useRelated } from "../../pages/use-related.ts";
import { Loading } from "../../states/loading.tsx";
import { ProblemNote } from "../../states/problem-note.tsx";
import { dayText } from "../../texts/days.ts";
import { EntryLink } from "./entry-link.tsx";
import { beginTexts as texts } from "./texts.ts";

/** The unit that was found: who it is, who may act for it, what it has applied for. */
export function FoundOrganization({
  id,
  children,
}: {
  id: string;
  children: (record: Organization & Tagged) => ReactNode;
}) {
  const { data: record, error, refetch } = useRecord<Organization & Tagged>("organizations", id);
  const applications = useRelated<ApplicationSummary>("applications", { organizationId: id }, "changedAt");
  if (error) return <ProblemNote cause={error} onAgain={refetch} />;
  if (record === undefined) return <Loading lines={4} />;
  return (
    <>
      <Card title={texts.found}>
        <Facts
          facts={[
            {
              label: labels.name,
              value: (
                <RecordLink resource="organizations" id={id}>
                  {record.name}
                </RecordLink>
              ),
            },
            text(labels.organizationKind, organizationsTexts.kinds[record.kind] ?? record.kind),
            text(labels.uscc, record.uscc),
            district(labels.district, record.district),
          ]}
        />
        {record.barredUntil === null ? null : (
          <Alert severity="warning" sx={{ mt: 1 }}>
            {texts.barred(dayText(record.barredUntil))}
          </Alert>
        )}
        <Typography component="h3" variant="h3" sx={{ mt: 2, mb: 0.5 }}>
          {texts.earlier}
        </Typography>
        {applications.error ? <ProblemNote cause={applications.error} onAgain={applications.refetch} /> : null}
        {applications.data === undefined ? null : (
          <Rows
            rows={applications.data.data}
            columns={[
              { label: labels.year, cell: ({ year }) => year },
              { label: labels.state, cell: ({ state }) => <StateChip resource="applications" state={state} /> },
              { label: labels.receivedOn, cell: ({ receivedOn }) => <DayCell day={receivedOn} /> },
              { label: "", cell: (application) => <EntryLink application={application} /> },
            ]}
          />
        )}
      </Card>
      {children(record)}
      <Card title={texts.mandates}>
        <Typography variant="body2" color="textSecondary" gutterBottom>
          {texts.mandatesNote}
        </Typography>
        <Box sx={{ mb: 1 }}>
          <SaveLink look="outlined" href={pathOf("organizations", id, "documents", "mandate_letter")}>
            {texts.letter}
          </SaveLink>
        </Box>
        <Mandates record={record} />
      </Card>
    </>
  );
}
