import Typography from "@mui/material/Typography";
import type { RecordActs } from "@shifan/contract";
import { actTexts } from "./texts.ts";

/** Who is to act next on a record, beside the reader, and what. */
export function WhoseTurn({ next }: { next: RecordActs["next"] }) {
  if (next.length === 0) return null;
  const byWho = Map.groupBy(next, ({ who }) => who);
  const lines = [...byWho].map(([who, acts]) => {
    const named = acts.map(({ label, article }) => `${label}${article === null ? "" : `（${article}）`}`);
    const isOfClock = acts.every(({ roles }) => roles.every((role) => role === "system"));
    return isOfClock ? actTexts.turnOfClock(named) : actTexts.turnOf(who, named);
  });
  return (
    <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
      {lines.join("；")}。
    </Typography>
  );
}
