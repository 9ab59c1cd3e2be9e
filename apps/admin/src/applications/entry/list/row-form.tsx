import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Paper from "@mui/material/Paper";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import type { FormPart } from "@shifan/contract";
import { Problem } from "@shifan/contract/client";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { pathOf } from "../../../api/data-provider.ts";
import { ask } from "../../../api/server.ts";
import { ProblemNote } from "../../../states/problem-note.tsx";
import { FormFields } from "../fields/form-fields.tsx";
import { moveOnByEnter } from "../fields/next-field.ts";
import { WriteState } from "../fields/write-state.tsx";
import type { Finding } from "../place-findings.ts";
import { entryTexts } from "../texts.ts";
import type { EntryDrafts } from "../writing/entry-drafts.ts";
import { useWriting } from "../writing/use-writing.ts";
import { type Seen, valuesOf } from "../writing/written.ts";

const texts = entryTexts.list;
const noPlaces: ReadonlyMap<string, readonly Finding[]> = new Map();

/** A row that is worked on: one of the list, or a new one. */
export type OpenRow = {
  /** Null for one that is not on the server yet. */
  readonly rowId: string | null;
  /** From 0; null where it is not known. */
  readonly place: number | null;
  readonly seen: Seen;
};

/** What became of a row. */
export type RowOutcome = "added" | "added_and_next" | "changed" | "removed" | "left";

/** The name under which what is typed in a row is kept. */
export const draftOfRow = (list: string, rowId: string | null) => `${list}/${rowId ?? "new"}`;

/** The fields of one row. It is saved as a whole when the person says so; Enter behind the last field does. */
export function RowForm({
  applicationId,
  part,
  row,
  drafts,
  findings,
  onDone,
  onAddAgain,
}: {
  applicationId: string;
  part: FormPart;
  row: OpenRow;
  drafts: EntryDrafts;
  findings: readonly Finding[];
  onDone: (outcome: RowOutcome) => void;
  /** The row is gone: what is typed is to become another. */
  onAddAgain: () => void;
}) {
  const list = pathOf("applications", applicationId, "form", "lists", part.id);
  const path = `${list}/rows/${encodeURIComponent(row.rowId ?? "")}`;
  const draft = draftOfRow(part.id, row.rowId);
  const form = useRef<HTMLDivElement>(null);
  const [isRemoving, setIsRemoving] = useState(false);
  const [cause, setCause] = useState<unknown>(null);
  const writing = useWriting({
    drafts,
    part: draft,
    seen: row.seen,
    isSavedByItself: false,
    read: async () => (await ask<Seen>({ method: "GET", path })).body,
    send: async (body, revision) => {
      const call =
        row.rowId === null
          ? ({ method: "POST", path: list, headers: { "idempotency-key": drafts.keyOf(draft, body) } } as const)
          : ({ method: "PUT", path, headers: { "if-match": `"${revision}"` } } as const);
      return (await ask<Seen>({ ...call, body })).body;
    },
  });
  useEffect(() => form.current?.querySelector<HTMLElement>("input, textarea")?.focus(), []);
  useEffect(() => {
    if (writing.wrong.size > 0) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [writing.wrong]);

  const isNew = row.rowId === null;
  // Of a list by years each year is one row, begun from its button.
  const hasNext = part.years.length === 0;
  const isGone = writing.cause instanceof Problem && writing.cause.status === 404;
  const save = async (isNext: boolean) => {
    if (await writing.save()) onDone(isNew ? (isNext ? "added_and_next" : "added") : "changed");
  };
  const leave = () => {
    writing.discard();
    onDone("left");
  };
  const remove = async () => {
    try {
      await ask<null>({ method: "DELETE", path, headers: { "if-match": `"${writing.written.seen.revision}"` } });
      writing.discard();
      onDone("removed");
    } catch (caught) {
      setCause(caught);
    }
  };
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === "Escape" && Object.keys(writing.written.typed).length === 0) return leave();
    if (moveOnByEnter(event)) return;
    const isField = event.target instanceof HTMLInputElement;
    if (event.key === "Enter" && !event.nativeEvent.isComposing && (event.ctrlKey || isField)) {
      event.preventDefault();
      void save(isNew);
    }
  };

  const isEmpty = Object.keys(valuesOf(writing.written)).length === 0;
  return (
    <Paper ref={form} component="section" aria-label={titleOf(row)} onKeyDown={press} sx={{ p: 1.5, my: 1 }}>
      <Typography component="h3" variant="h3" sx={{ mb: 1 }}>
        {titleOf(row)}
      </Typography>
      {isGone ? (
        <Alert severity="warning" action={<Button onClick={onAddAgain}>{texts.addAgain}</Button>} sx={{ mb: 1 }}>
          {texts.gone}
        </Alert>
      ) : (
        <WriteState writing={writing} fields={part.fields} words={texts.rowStatuses} />
      )}
      {findings.map(({ check, message }) => (
        <Typography key={check} variant="body2" color="warning" sx={{ mb: 1 }}>
          {message}
        </Typography>
      ))}
      <Box
        component="fieldset"
        // What would be typed into a row while it is being made would be of a second one.
        disabled={writing.status === "saving"}
        sx={{ m: 0, p: 0, border: 0, minWidth: 0 }}
      >
        <FormFields fields={part.fields} writing={writing} findings={noPlaces} leastWidth={236} />
      </Box>
      {cause === null ? null : <ProblemNote cause={cause} />}
      <Stack direction="row" spacing={1} sx={{ mt: 1.5 }}>
        {isNew && hasNext ? (
          <Button variant="contained" disabled={isEmpty} onClick={() => void save(true)}>
            {texts.saveAndNext}
          </Button>
        ) : null}
        <Button
          variant={isNew && hasNext ? "outlined" : "contained"}
          disabled={isEmpty}
          onClick={() => void save(false)}
        >
          {texts.save}
        </Button>
        <Button onClick={leave}>{texts.leave}</Button>
        <Box sx={{ flex: 1 }} />
        {isNew ? null : (
          <Button
            color="error"
            variant={isRemoving ? "contained" : "text"}
            // The second half of a double click confirms nothing.
            onClick={({ detail }) => (isRemoving ? detail < 2 && void remove() : setIsRemoving(true))}
          >
            {isRemoving ? texts.removeForGood : texts.remove}
          </Button>
        )}
      </Stack>
    </Paper>
  );
}

function titleOf({ rowId, place }: OpenRow): string {
  if (rowId === null) return texts.newRow;
  return place === null ? entryTexts.unsent : texts.edit(place + 1);
}
