import Typography from "@mui/material/Typography";
import type { Panel } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { DueCell, InstantCell } from "../../cells/cells.tsx";
import { StateChip } from "../../cells/state-chip.tsx";
import { RecordLink } from "../../pages/record-link.tsx";
import type { RowColumn } from "../../pages/row-columns.tsx";
import { RowsOf } from "../../pages/rows.tsx";
import { panelTexts as texts } from "./texts.ts";

/** Who stands where, and how far the scores lie apart as far as they are known. */
export function PanelReviews({ panel: { reviews, dueOn, spread, spreadToDiscuss } }: { panel: Panel }) {
  const columns: RowColumn<Panel["reviews"][number]>[] = [
    {
      label: texts.expert,
      cell: ({ id, expert }) => (
        <RecordLink resource="reviews" id={id}>
          {expert.name}
        </RecordLink>
      ),
      isShort: true,
    },
    { label: texts.employer, cell: ({ expert }) => `${expert.employer} ${expert.position}` },
    {
      label: labels.state,
      cell: ({ state, recusedReason, overdueDays }) => (
        <>
          <StateChip resource="reviews" state={state} /> {recusedReason}
          {overdueDays > 0 ? (
            <Typography component="span" variant="body2" color="error">
              {texts.overdue(overdueDays)}
            </Typography>
          ) : null}
        </>
      ),
    },
    {
      label: labels.dueOn,
      cell: ({ submittedAt, recusedReason }) =>
        submittedAt === null && recusedReason === null ? <DueCell day={dueOn} /> : "—",
      isShort: true,
    },
    { label: labels.submittedAt, cell: ({ submittedAt }) => <InstantCell instant={submittedAt} />, isShort: true },
    { label: labels.total, cell: ({ total }) => total ?? "—", isFigure: true },
  ];
  return (
    <>
      <RowsOf rows={reviews} columns={columns} label={texts.experts} keyOf={({ id }) => id} />
      {spread === null ? null : (
        <Typography sx={{ mt: 1 }} color={spread >= spreadToDiscuss ? "warning" : "textPrimary"}>
          {texts.spread(spread, spreadToDiscuss)}
        </Typography>
      )}
    </>
  );
}
