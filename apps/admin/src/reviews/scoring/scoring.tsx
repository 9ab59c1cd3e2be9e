import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { lazy, Suspense, useState } from "react";
import { reviewsTexts as texts } from "../texts.ts";
import { missingOf, sumOf } from "./draft.ts";
import { SaveStatus, SaveTrouble } from "./save-state.tsx";
import { ScoreSheet } from "./score-sheet.tsx";
import { type SavedReview, useAutosave } from "./use-autosave.ts";

const ActDialog = lazy(() => import("../../acts/act-dialog.tsx").then((each) => ({ default: each.ActDialog })));

/** The sheet while it is written: it keeps itself, says whether it is kept, what is missing, and is handed in from here. */
export function Scoring({ record }: { record: SavedReview }) {
  const autosave = useAutosave(record);
  const { draft, change, status, flush } = autosave;
  const { sheet } = record;
  const [isSubmitting, setIsSubmitting] = useState(false);
  const missing = missingOf(draft, sheet, texts.opinion);
  return (
    <>
      <Box
        sx={{
          position: "sticky",
          top: 0,
          zIndex: 2,
          bgcolor: "background.paper",
          borderBottom: 1,
          borderColor: "divider",
          py: 1,
        }}
      >
        <Box sx={{ display: "flex", alignItems: "center", gap: 1.5 }}>
          <Typography component="h2" variant="h2">
            {texts.sheet}
          </Typography>
          <SaveStatus status={status} />
          <Box sx={{ flex: 1 }} />
          <Typography variant="body2">{texts.total(sumOf(draft, sheet), sheet.fullMarks)}</Typography>
          <Button variant="contained" onClick={async () => setIsSubmitting(await flush())}>
            {texts.submit}
          </Button>
        </Box>
        <Typography variant="body2" color="textSecondary">
          {missing.length === 0 ? texts.complete : texts.missing(missing.join("、"))}
        </Typography>
        <SaveTrouble autosave={autosave} sheet={sheet} />
      </Box>
      <ScoreSheet sheet={sheet} draft={draft} onChange={change} />
      {isSubmitting ? (
        <Suspense fallback={null}>
          <ActDialog resource="reviews" record={record} act="submit" onClose={() => setIsSubmitting(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
