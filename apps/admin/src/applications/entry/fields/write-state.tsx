import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { ProblemNote } from "../../../states/problem-note.tsx";
import { shownValue } from "../../case/shown-value.ts";
import { entryTexts as texts } from "../texts.ts";
import type { useWriting } from "../writing/use-writing.ts";
import type { FormField } from "./field-schema.ts";

const severities = { wrong: "warning", conflict: "warning", unreachable: "warning", refused: "warning" } as const;

/** How a part stands: saved or not, and what colleagues have changed of it meanwhile. @param words what the standing is called */
export function WriteState({
  writing,
  fields,
  words = texts.statuses,
}: {
  writing: ReturnType<typeof useWriting>;
  fields: readonly FormField[];
  words?: Readonly<Partial<Record<keyof typeof texts.statuses, string>>>;
}) {
  const { status, theirs, cause } = writing;
  const text = words[status] ?? "";
  const byId = new Map(fields.map((field) => [field.id, field]));
  return (
    <Box aria-live="polite">
      {theirs.length === 0 ? null : (
        <Alert
          severity="info"
          sx={{ mb: 1 }}
          action={
            <Button color="inherit" onClick={writing.putAwayTheirs}>
              {texts.seenTheirs}
            </Button>
          }
        >
          {texts.theirs}
          <Box component="ul" sx={{ m: 0, pl: 2 }}>
            {theirs.map(({ field, was, is }) => {
              const known = byId.get(field);
              if (known === undefined) return null;
              return (
                <li key={field}>{texts.theirChange(known.name, shownValue(known, was), shownValue(known, is))}</li>
              );
            })}
          </Box>
        </Alert>
      )}
      {status === "refused" ? <ProblemNote cause={cause} /> : null}
      {status in severities ? (
        <Alert severity={severities[status as keyof typeof severities]} sx={{ mb: 1, py: 0 }}>
          {text}
        </Alert>
      ) : (
        <Typography variant="body2" color="textSecondary" sx={{ minHeight: 20, mb: 1 }}>
          {text}
        </Typography>
      )}
    </Box>
  );
}
