import type { Obligation, ReportSummary, Sanction } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { DayCell, DueCell, InstantCell } from "../cells/cells.tsx";
import { StateChip } from "../cells/state-chip.tsx";
import { Related } from "../pages/related.tsx";

type OfTitle = { certificationId: string };

/** What the title has to do and what became of it. */
export function ObligationsOfTitle(filter: OfTitle) {
  return (
    <Related<Obligation>
      resource="obligations"
      filter={filter}
      sort="dueOn"
      columns={[
        { label: labels.title, cell: ({ title }) => title },
        { label: labels.period, cell: ({ periodText }) => periodText },
        { label: labels.dueOn, cell: ({ dueOn }) => <DayCell day={dueOn} /> },
        { label: labels.state, cell: ({ standingText }) => standingText },
      ]}
    />
  );
}

/** What the platform has reported. */
export function ReportsOfTitle(filter: OfTitle) {
  return (
    <Related<ReportSummary>
      resource="reports"
      filter={filter}
      columns={[
        { label: labels.period, cell: ({ periodText }) => periodText },
        { label: labels.state, cell: ({ state }) => <StateChip resource="reports" state={state} /> },
      ]}
    />
  );
}

/** What was proposed against the title, and what came of it. */
export function SanctionsOfTitle(filter: OfTitle) {
  return (
    <Related<Sanction>
      resource="sanctions"
      filter={filter}
      columns={[
        { label: labels.kind, cell: ({ kindName }) => kindName },
        { label: labels.ground, cell: ({ groundName }) => groundName },
        { label: labels.state, cell: ({ state }) => <StateChip resource="sanctions" state={state} /> },
        { label: labels.effectiveOn, cell: ({ effectiveOn }) => <DayCell day={effectiveOn} /> },
        { label: labels.barredUntil, cell: ({ barredUntil }) => <DueCell day={barredUntil} /> },
        { label: labels.createdAt, cell: ({ createdAt }) => <InstantCell instant={createdAt} /> },
      ]}
    />
  );
}
