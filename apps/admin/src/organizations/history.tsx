import Typography from "@mui/material/Typography";
import type { ApplicationSummary, Inspection, Organization, OrganizationChange, Sanction } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { DayCell, DueCell, InstantCell } from "../cells/cells.tsx";
import { StateChip } from "../cells/state-chip.tsx";
import { organizationChangesTexts } from "../organization-changes/texts.ts";
import { Card } from "../pages/card.tsx";
import { RecordLink } from "../pages/record-link.tsx";
import { Related, Rows } from "../pages/related.tsx";
import { organizationsTexts as texts } from "./texts.ts";

/** What the unit was called, what it holds and held, and what became of its cases: all of it, from the beginning. */
export function History({ record }: { record: Organization }) {
  const filter = { organizationId: record.id };
  return (
    <>
      <Card title={texts.names}>
        <Rows
          rows={record.names.map((each) => ({ ...each, id: `${each.fromOn} ${each.name}` }))}
          columns={[
            { label: labels.name, cell: ({ name }) => name },
            { label: texts.fromOn, cell: ({ fromOn }) => <DayCell day={fromOn} /> },
            { label: labels.source, cell: ({ source }) => source },
          ]}
        />
      </Card>
      <Card title={texts.cases}>
        <Related<ApplicationSummary>
          resource="applications"
          filter={filter}
          columns={[
            { label: labels.year, cell: ({ year }) => year },
            { label: labels.state, cell: ({ state }) => <StateChip resource="applications" state={state} /> },
          ]}
        />
      </Card>
      <Card title={texts.titles}>
        <Rows
          rows={record.titles}
          columns={[
            {
              label: labels.platformName,
              cell: ({ id, platformName }) => (
                <RecordLink resource="certifications" id={id}>
                  {platformName}
                </RecordLink>
              ),
            },
            { label: labels.state, cell: ({ state }) => <StateChip resource="certifications" state={state} /> },
            { label: labels.validFrom, cell: ({ validFrom }) => <DayCell day={validFrom} /> },
            { label: labels.validTo, cell: ({ validTo }) => <DayCell day={validTo} /> },
            { label: labels.endedOn, cell: ({ endedOn }) => <DayCell day={endedOn} /> },
          ]}
        />
      </Card>
      <Card title={texts.inspections}>
        <Related<Inspection>
          resource="inspections"
          filter={filter}
          columns={[
            { label: labels.kind, cell: ({ kindName, platformName }) => `${kindName}：${platformName}` },
            { label: labels.state, cell: ({ state }) => <StateChip resource="inspections" state={state} /> },
            { label: labels.plannedOn, cell: ({ plannedOn }) => <DayCell day={plannedOn} /> },
            { label: labels.carriedOutOn, cell: ({ carriedOutOn }) => <DayCell day={carriedOutOn} /> },
            { label: labels.result, cell: ({ resultName }) => resultName },
          ]}
        />
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          {texts.inspectionsOnPaper}
        </Typography>
      </Card>
      <Card title={texts.bans}>
        <Related<Sanction>
          resource="sanctions"
          filter={filter}
          columns={[
            { label: labels.kind, cell: ({ kindName, platformName }) => `${kindName}：${platformName}` },
            { label: labels.state, cell: ({ state }) => <StateChip resource="sanctions" state={state} /> },
            { label: labels.effectiveOn, cell: ({ effectiveOn }) => <DayCell day={effectiveOn} /> },
            { label: labels.barredUntil, cell: ({ barredUntil }) => <DueCell day={barredUntil} /> },
          ]}
        />
      </Card>
      <Card title={texts.changes}>
        <Rows
          rows={record.changes}
          columns={[
            { label: labels.kind, cell: ({ kind }) => organizationChangesTexts.kinds[kind] },
            { label: labels.before, cell: ({ before }) => before },
            { label: labels.after, cell: ({ after }) => after },
            { label: texts.fromOn, cell: ({ fromOn }) => <DayCell day={fromOn} /> },
            { label: labels.source, cell: ({ source }) => source },
          ]}
        />
      </Card>
      <Card title={texts.reportedChanges}>
        <Related<OrganizationChange>
          resource="organization-changes"
          filter={filter}
          columns={[
            { label: labels.kind, cell: ({ kind }) => organizationChangesTexts.kinds[kind] },
            { label: labels.state, cell: ({ state }) => <StateChip resource="organization_changes" state={state} /> },
            { label: labels.reportedOn, cell: ({ reportedOn }) => <DayCell day={reportedOn} /> },
            { label: labels.after, cell: ({ after }) => after },
            { label: labels.reason, cell: ({ reason }) => reason },
          ]}
        />
      </Card>
      <Card title={texts.exceptions}>
        <Rows
          rows={record.exceptions.map((each) => ({ ...each, id: `${each.roundId} ${each.recordedAt}` }))}
          columns={[
            {
              label: labels.roundId,
              cell: ({ roundId }) => (
                <RecordLink resource="rounds" id={roundId}>
                  {texts.round}
                </RecordLink>
              ),
            },
            { label: labels.ground, cell: ({ ground }) => ground },
            { label: texts.recordedAt, cell: ({ recordedAt }) => <InstantCell instant={recordedAt} /> },
          ]}
        />
      </Card>
    </>
  );
}
