import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import { Problem } from "@shifan/contract/client";
import { type FormEvent, type ReactNode, useState } from "react";
import type { Tagged } from "../api/data-provider.ts";
import { errorsByPointer } from "../forms/errors.ts";
import { alternativesOf } from "../forms/schema.ts";
import { type OwnFields, SchemaFields } from "../forms/schema-fields.tsx";
import { bodyOf, initialValues, type Values } from "../forms/values.ts";
import { ProblemNote } from "../states/problem-note.tsx";
import { texts } from "../texts/texts.ts";
import { actTexts } from "./texts.ts";
import type { DescribedAct } from "./use-act-description.ts";

/** What a page adds to the form of an act. */
export type ActFormAdditions = {
  /** What the page already knows, filled in beforehand. */
  readonly known?: Values;
  /** Fields of the page's own. */
  readonly own?: OwnFields;
  /** What stands above the fields: the consequence spelled out, what is to be weighed. */
  readonly before?: ReactNode;
  /** Whether the act cannot be undone and ends something: its button is red. */
  readonly isGrave?: boolean;
  /** How leaving the form is called where its usual word would be taken for the act. */
  readonly leave?: string;
  /** Where the answer is more than the record: the record in it, and what is shown once and never again. */
  readonly outcome?: (answer: unknown) => { readonly record: Tagged; readonly shown: ReactNode };
};

/** The form of an act: what will happen, what is to be filled in, and why it was not accepted. What was typed stays until it is. */
export function ActForm({
  description,
  additions = {},
  perform,
  onDone,
  onCancel,
  onStale,
  onTouched,
}: {
  description: DescribedAct;
  additions?: ActFormAdditions;
  perform: (body: Record<string, unknown>) => Promise<void>;
  onDone?: () => void;
  onCancel: () => void;
  onStale?: () => void;
  /** Something was typed that leaving would lose. */
  onTouched?: () => void;
}) {
  const { body: schema, label, summary, description: more } = description;
  const [values, setValues] = useState<Values>(() => initialValues(schema, additions.known ?? {}));
  const [cause, setCause] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);
  const alternatives = alternativesOf(schema);
  const branch = alternatives === null ? schema : (alternatives.branches.get(String(values[alternatives.name])) ?? {});
  const errors = errorsByPointer(cause instanceof Problem ? cause.errors : []);

  const change = (next: Values) => {
    setValues(next);
    onTouched?.();
  };

  const go = async (event: FormEvent) => {
    event.preventDefault();
    setIsBusy(true);
    setCause(null);
    try {
      await perform(bodyOf(branch, values));
      onDone?.();
    } catch (caught) {
      setCause(caught);
      if (caught instanceof Problem && caught.status === 412) onStale?.();
    } finally {
      setIsBusy(false);
    }
  };

  return (
    <Box component="form" onSubmit={go} noValidate>
      <Typography color="textSecondary" gutterBottom>
        {`${actTexts.whatHappens}：${summary}。`}
        {more}
      </Typography>
      {additions.before}
      <SchemaFields {...{ schema, values, errors }} own={additions.own ?? {}} onChange={change} />
      <Box aria-live="polite">
        {cause === null ? null : <ProblemNote cause={cause} />}
        {errors.size > 0 ? <Unplaced errors={errors} schemaNames={Object.keys(branch.properties ?? {})} /> : null}
      </Box>
      <Stack direction="row" spacing={1} sx={{ justifyContent: "flex-end", pt: 2 }}>
        <Button onClick={onCancel}>{additions.leave ?? texts.cancel}</Button>
        <Button type="submit" variant="contained" disabled={isBusy} color={additions.isGrave ? "error" : "primary"}>
          {actTexts.doIt(label)}
        </Button>
      </Stack>
    </Box>
  );
}

/** What was found wrong where no field of the form is: it is said all the same. */
function Unplaced({ errors, schemaNames }: { errors: ReadonlyMap<string, string>; schemaNames: readonly string[] }) {
  const others = [...errors].filter(([path]) => !schemaNames.includes(path.split("/")[1] ?? ""));
  return others.length === 0 ? null : (
    <Alert severity="warning">{others.map(([, message]) => message).join("；")}</Alert>
  );
}
