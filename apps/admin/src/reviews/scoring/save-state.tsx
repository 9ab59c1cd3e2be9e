import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { ProblemNote } from "../../states/problem-note.tsx";
import { reviewsTexts as texts } from "../texts.ts";
import { differencesOf, draftOf } from "./draft.ts";
import type { useAutosave } from "./use-autosave.ts";

type Autosave = ReturnType<typeof useAutosave>;

/** Whether what is written is on the server, in one line. */
export function SaveStatus({ status }: Pick<Autosave, "status">) {
  const isGood = status === "saved";
  const isBad = status === "wrong" || status === "unreachable" || status === "refused" || status === "overtaken";
  return (
    <Typography
      component="span"
      role="status"
      variant="body2"
      color={isBad ? "error" : isGood ? "success" : "textSecondary"}
    >
      {texts.status[status]}
    </Typography>
  );
}

/** Why the sheet was not saved; and where it was changed elsewhere, what is different and whose words are to stand. */
export function SaveTrouble({
  autosave: { cause, overtaking, draft, settle },
  sheet,
}: {
  autosave: Autosave;
  sheet: Parameters<typeof differencesOf>[2];
}) {
  if (overtaking !== null) {
    const titles = differencesOf(draft, draftOf(overtaking.scores), sheet, texts.opinion);
    return (
      <Alert severity="warning" sx={{ mb: 1 }}>
        {texts.status.overtaken}。{titles.length === 0 ? null : texts.overtakenBy(titles.join("、"))}
        <br />
        <Button onClick={() => settle(true)}>{texts.keepMine}</Button>
        <Button onClick={() => settle(false)}>{texts.takeTheirs}</Button>
      </Alert>
    );
  }
  return cause === null ? null : <ProblemNote cause={cause} />;
}
