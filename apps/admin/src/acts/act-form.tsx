import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import { Problem } from "@shifan/contract/client";
import { type FormEvent, type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import type { Tagged } from "../api/data-provider.ts";
import { errorsByPointer } from "../forms/errors.ts";
import { type FormSubject, FormSubjectContext } from "../forms/form-subject.ts";
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
  recordId = null,
  additions = {},
  perform,
  onDone,
  onCancel,
  onTouched,
}: {
  description: DescribedAct;
  /** The record in the address of the act; null where one is made. */
  recordId?: string | null;
  additions?: ActFormAdditions;
  perform: (body: Record<string, unknown>) => Promise<void>;
  onDone?: () => void;
  onCancel: () => void;
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

  const [held, setHeld] = useState<readonly string[]>([]);
  const giveUps = useRef(new Map<string, () => void>());
  const touched = useRef(onTouched);
  touched.current = onTouched;
  const hold = useCallback<FormSubject["hold"]>((name, { isHeld, giveUp }) => {
    giveUps.current.set(name, giveUp);
    if (isHeld) touched.current?.();
    setHeld((before) => (before.includes(name) === isHeld ? before : withHeld(before, name, isHeld)));
  }, []);
  const subject = useMemo(() => ({ recordId, values, hold }), [recordId, values, hold]);
  const leave = () => {
    for (const giveUp of giveUps.current.values()) giveUp();
    onCancel();
  };

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
      <FormSubjectContext value={subject}>
        <SchemaFields {...{ schema, values, errors }} own={additions.own ?? {}} onChange={change} />
      </FormSubjectContext>
      <Box aria-live="polite">
        {cause === null ? null : <ProblemNote cause={cause} />}
        {held.length === 0 ? null : <Typography color="textSecondary">{actTexts.held}</Typography>}
        {errors.size > 0 ? <Unplaced errors={errors} schemaNames={Object.keys(branch.properties ?? {})} /> : null}
      </Box>
      <Stack direction="row" spacing={1} sx={{ justifyContent: "flex-end", pt: 2 }}>
        <Button onClick={leave}>{additions.leave ?? texts.cancel}</Button>
        <Button
          type="submit"
          variant="contained"
          disabled={isBusy || held.length > 0}
          color={additions.isGrave ? "error" : "primary"}
        >
          {actTexts.doIt(label)}
        </Button>
      </Stack>
    </Box>
  );
}

const withHeld = (names: readonly string[], name: string, isHeld: boolean): readonly string[] =>
  isHeld ? [...names, name] : names.filter((each) => each !== name);

/** What was found wrong where no field of the form is: it is said all the same. */
function Unplaced({ errors, schemaNames }: { errors: ReadonlyMap<string, string>; schemaNames: readonly string[] }) {
  const others = [...errors].filter(([path]) => !schemaNames.includes(path.split("/")[1] ?? ""));
  return others.length === 0 ? null : (
    <Alert severity="warning">{others.map(([, message]) => message).join("；")}</Alert>
  );
}
