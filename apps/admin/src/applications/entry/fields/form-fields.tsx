import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { memo, useCallback, useRef } from "react";
import { Field } from "../../../forms/field.tsx";
import { colours } from "../../../theme/theme.ts";
import { shownValue } from "../../case/shown-value.ts";
import type { Finding } from "../place-findings.ts";
import { entryTexts as texts } from "../texts.ts";
import type { useWriting } from "../writing/use-writing.ts";
import { valuesOf } from "../writing/written.ts";
import { type FormField, isWide, schemaOf, shownIn, valueFrom } from "./field-schema.ts";

type Change = (field: string, value: unknown) => void;
type Choose = (field: string, isMine: boolean) => void;

const noFindings: readonly Finding[] = [];
const noErrors: ReadonlyMap<string, string> = new Map();

/** Fields of the form beside each other, each with what is wrong with it, what does not fit, and what a colleague has put there. */
export function FormFields({
  fields,
  writing,
  findings,
  leastWidth = 300,
}: {
  fields: readonly FormField[];
  writing: ReturnType<typeof useWriting>;
  findings: ReadonlyMap<string, readonly Finding[]>;
  /** Of a column, in pixels: there are as many as find room. */
  leastWidth?: number;
}) {
  const values = valuesOf(writing.written);
  const acts = useRef(writing);
  acts.current = writing;
  const change = useCallback<Change>((field, value) => acts.current.change(field, value), []);
  const choose = useCallback<Choose>((field, isMine) => acts.current.choose(field, isMine), []);
  return (
    <Box
      sx={{
        display: "grid",
        gridTemplateColumns: `repeat(auto-fill, minmax(min(${leastWidth}px, 100%), 1fr))`,
        columnGap: 2,
        rowGap: 1.5,
        alignItems: "start",
      }}
    >
      {fields.map((field) => (
        <Cell
          key={field.id}
          field={field}
          value={values[field.id]}
          error={writing.wrong.get(field.id) ?? ""}
          theirs={writing.conflicts.includes(field.id) ? writing.written.seen.values[field.id] : undefined}
          findings={findings.get(field.id) ?? noFindings}
          change={change}
          choose={choose}
        />
      ))}
    </Box>
  );
}

/** Drawn anew only when something of it has changed: a form has a hundred fields, and each letter typed is a change. */
const Cell = memo(function Cell({
  field,
  value,
  error,
  theirs,
  findings,
  change,
  choose,
}: {
  field: FormField;
  value: unknown;
  error: string;
  /** What a colleague has put where the person has typed something else; undefined where there is nothing to choose. */
  theirs: unknown;
  findings: readonly Finding[];
  change: Change;
  choose: Choose;
}) {
  return (
    <Box sx={{ minWidth: 0, ...(isWide(field) ? { gridColumn: "1 / -1" } : {}) }}>
      <Field
        name={field.id}
        schema={schemaOf(field)}
        value={shownIn(field, value)}
        onChange={(shown) => change(field.id, valueFrom(field, shown))}
        required={field.isRequired}
        errors={error === "" ? noErrors : new Map([["", error]])}
      />
      {theirs === undefined ? null : (
        <Box role="alert" sx={{ p: 1, mt: 0.5, background: colours.violetSoft, color: colours.violet }}>
          <Typography variant="body2">{texts.both(shownValue(field, theirs))}</Typography>
          <Button onClick={() => choose(field.id, true)}>{texts.mine}</Button>
          <Button onClick={() => choose(field.id, false)}>{texts.theirsInstead}</Button>
        </Box>
      )}
      {findings.map(({ check, level, message }) => (
        <Typography
          key={check}
          variant="body2"
          sx={{ color: level === "error" ? colours.red : colours.amber, mt: 0.25 }}
        >
          {message}
        </Typography>
      ))}
    </Box>
  );
});
