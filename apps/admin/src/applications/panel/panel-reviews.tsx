import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import Typography from "@mui/material/Typography";
import type { Panel } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { DueCell, InstantCell } from "../../cells/cells.tsx";
import { StateChip } from "../../cells/state-chip.tsx";
import { RecordLink } from "../../pages/record-link.tsx";
import { panelTexts as texts } from "./texts.ts";

/** Who stands where, and how far the scores lie apart as far as they are known. */
export function PanelReviews({ panel: { reviews, dueOn, spread, spreadToDiscuss } }: { panel: Panel }) {
  return (
    <>
      <Table size="small" aria-label={texts.experts}>
        <TableHead>
          <TableRow>
            {[texts.expert, texts.employer, labels.state, labels.dueOn, labels.submittedAt, labels.total].map(
              (name) => (
                <TableCell key={name}>{name}</TableCell>
              ),
            )}
          </TableRow>
        </TableHead>
        <TableBody>
          {reviews.map(({ id, expert, state, overdueDays, recusedReason, total, submittedAt }) => (
            <TableRow key={id}>
              <TableCell>
                <RecordLink resource="reviews" id={id}>
                  {expert.name}
                </RecordLink>
              </TableCell>
              <TableCell>
                {expert.employer} {expert.position}
              </TableCell>
              <TableCell>
                <StateChip resource="reviews" state={state} /> {recusedReason}
                {overdueDays > 0 ? (
                  <Typography component="span" variant="body2" color="error">
                    {texts.overdue(overdueDays)}
                  </Typography>
                ) : null}
              </TableCell>
              <TableCell>{submittedAt === null && recusedReason === null ? <DueCell day={dueOn} /> : "—"}</TableCell>
              <TableCell>
                <InstantCell instant={submittedAt} />
              </TableCell>
              <TableCell>{total ?? "—"}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {spread === null ? null : (
        <Typography sx={{ mt: 1 }} color={spread >= spreadToDiscuss ? "warning" : "textPrimary"}>
          {texts.spread(spread, spreadToDiscuss)}
        </Typography>
      )}
    </>
  );
}
