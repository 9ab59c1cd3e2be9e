import Box from "@mui/material/Box";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { reviewsTexts as texts } from "../texts.ts";
import { Anchors } from "./anchors.tsx";
import { type Draft, readPoints, type Sheet } from "./draft.ts";

/** The sheet to write on: points beside what they stand for, what the points rest on, and the opinion. */
export function ScoreSheet({
  sheet,
  draft,
  onChange,
}: {
  sheet: Sheet;
  draft: Draft;
  onChange: (draft: Draft) => void;
}) {
  const put = (part: "points" | "comments" | "directions", id: string, words: string) =>
    onChange({ ...draft, [part]: { ...draft[part], [id]: words } });
  return (
    <>
      {sheet.items.map((item) => {
        const { id, title, most } = item;
        const isWrong = readPoints(draft.points[id], most) === undefined;
        return (
          <Box key={id} component="section" sx={{ py: 1.25, borderBottom: 1, borderColor: "divider" }}>
            <Anchors item={item} />
            <Box sx={{ display: "flex", gap: 1, mt: 1 }}>
              <TextField
                label={texts.pointsShort}
                value={draft.points[id] ?? ""}
                onChange={(event) => put("points", id, event.target.value)}
                error={isWrong}
                helperText={isWrong ? texts.badPoints(most) : undefined}
                sx={{ width: 128, flexShrink: 0 }}
                slotProps={{ htmlInput: { inputMode: "numeric", "aria-label": texts.points(title) } }}
              />
              <TextField
                label={texts.commentShort}
                value={draft.comments[id] ?? ""}
                onChange={(event) => put("comments", id, event.target.value)}
                multiline
                maxRows={6}
                fullWidth
                slotProps={{ htmlInput: { "aria-label": texts.comment(title) } }}
              />
            </Box>
          </Box>
        );
      })}
      <Typography component="h3" variant="h3" sx={{ mt: 2, mb: 1 }}>
        {texts.directions}
      </Typography>
      {sheet.directions.map(({ id, title }) => (
        <TextField
          key={id}
          label={title}
          value={draft.directions[id] ?? ""}
          onChange={(event) => put("directions", id, event.target.value)}
          multiline
          maxRows={8}
          fullWidth
          sx={{ mb: 1.25 }}
        />
      ))}
      <TextField
        label={texts.opinion}
        value={draft.opinion}
        onChange={(event) => onChange({ ...draft, opinion: event.target.value })}
        required
        multiline
        minRows={3}
        maxRows={12}
        fullWidth
        sx={{ mt: 1 }}
      />
    </>
  );
}
