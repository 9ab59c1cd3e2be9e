import Button from "@mui/material/Button";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { lazy, Suspense, useState } from "react";
import { performAct, useDone } from "../acts/perform.ts";
import { Card } from "../pages/card.tsx";
import { district, due, Facts, text } from "../pages/facts.tsx";
import { ProblemNote } from "../states/problem-note.tsx";
import type { SavedReview } from "./scoring/use-autosave.ts";
import { reviewsTexts as texts } from "./texts.ts";

const ActDialog = lazy(() => import("../acts/act-dialog.tsx").then((each) => ({ default: each.ActDialog })));

/** Before anything of the case is open: its names, and whether the expert has an interest in it. */
export function Declaration({ record }: { record: SavedReview }) {
  const done = useDone();
  const [isBusy, setIsBusy] = useState(false);
  const [cause, setCause] = useState<unknown>(null);
  const [hasConflict, setHasConflict] = useState(false);
  const start = async () => {
    setIsBusy(true);
    setCause(null);
    try {
      const on = { resource: "reviews", record, act: "declare-conflict" };
      await done("reviews", await performAct(on, { conflict: false }));
    } catch (caught) {
      setCause(caught);
      await done("reviews", null);
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <Card title={texts.names}>
      <Facts
        facts={[
          text(labels.organizationName, record.organizationName),
          text(labels.platformName, record.platformName),
          district(labels.district, record.district),
          due(labels.dueOn, record.dueOn),
        ]}
      />
      <Typography sx={{ my: 2, maxWidth: 760 }}>{texts.declare}</Typography>
      {cause === null ? null : <ProblemNote cause={cause} />}
      <Stack direction="row" spacing={1}>
        <Button variant="contained" disabled={isBusy} onClick={start}>
          {texts.noConflict}
        </Button>
        <Button variant="outlined" color="error" disabled={isBusy} onClick={() => setHasConflict(true)}>
          {texts.conflict}
        </Button>
      </Stack>
      {hasConflict ? (
        <Suspense fallback={null}>
          <ActDialog
            resource="reviews"
            record={record}
            act="declare-conflict"
            additions={{ known: { conflict: true }, isGrave: true }}
            onClose={() => setHasConflict(false)}
          />
        </Suspense>
      ) : null}
    </Card>
  );
}
