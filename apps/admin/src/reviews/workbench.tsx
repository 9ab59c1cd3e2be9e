import Box from "@mui/material/Box";
import Paper from "@mui/material/Paper";
import Typography from "@mui/material/Typography";
import { instantText } from "../texts/days.ts";
import { Papers } from "./papers/papers.tsx";
import { Scoring } from "./scoring/scoring.tsx";
import type { SavedReview } from "./scoring/use-autosave.ts";
import { WrittenSheet } from "./scoring/written-sheet.tsx";
import { reviewsTexts as texts } from "./texts.ts";

/** Each half is scrolled by itself, so that the paper stays while the sheet moves. */
const half = { p: 1.5, pt: 1, height: "calc(100vh - 176px)", minHeight: 420, overflowY: "auto" } as const;

/** The papers of a case on the left, the sheet on the right. */
export function Workbench({ record }: { record: SavedReview }) {
  const mayWrite = record.allowedActs.includes("edit");
  return (
    <Box sx={{ display: "grid", gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)", gap: 1.5, mb: 1.5 }}>
      <Paper component="section" aria-label={texts.papers} tabIndex={0} sx={half}>
        <Papers reviewId={record.id} />
      </Paper>
      <Paper component="section" aria-label={texts.sheet} tabIndex={0} sx={{ ...half, pt: 0 }}>
        {mayWrite ? (
          <Scoring key={record.id} record={record} />
        ) : (
          <>
            <Typography component="h2" variant="h2" sx={{ mt: 1 }}>
              {texts.sheet}
            </Typography>
            <Typography color="textSecondary">
              {record.submittedAt === null ? null : texts.submitted(instantText(record.submittedAt))}
            </Typography>
            {record.scores === null ? null : <WrittenSheet sheet={record.sheet} scores={record.scores} />}
          </>
        )}
      </Paper>
    </Box>
  );
}
