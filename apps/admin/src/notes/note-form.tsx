import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import { Problem } from "@shifan/contract/client";
import { useNotify } from "ra-core";
import { type FormEvent, useMemo, useState } from "react";
import { createRecord, useDone } from "../acts/perform.ts";
import { useContentKey } from "../acts/use-content-key.ts";
import { pathOf } from "../api/data-provider.ts";
import { errorsByPointer } from "../forms/errors.ts";
import { ProblemNote } from "../states/problem-note.tsx";
import { noteDraftsOn } from "./note-drafts.ts";
import { notesTexts as texts } from "./texts.ts";

/** Writes a note about a record. What was typed stays until the server has taken it. */
export function NoteForm({ resource, recordId, person }: { resource: string; recordId: string; person: string }) {
  const drafts = useMemo(() => noteDraftsOn(() => window.sessionStorage, person), [person]);
  const draft = `${resource}/${recordId}`;
  const [text, setText] = useState(() => drafts.read(draft));
  const [cause, setCause] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);
  const notify = useNotify();
  const done = useDone();
  const keyOf = useContentKey();
  const fault = cause instanceof Problem ? errorsByPointer(cause.errors).get("/text") : undefined;

  const write = async (event: FormEvent) => {
    event.preventDefault();
    setIsBusy(true);
    setCause(null);
    const body = { resource, recordId, text };
    try {
      await createRecord(pathOf("staff-notes"), body, keyOf(body));
      drafts.forget(draft);
      setText("");
      await done("staff-notes", null);
      notify(texts.written, { type: "success" });
    } catch (caught) {
      setCause(caught);
    } finally {
      setIsBusy(false);
    }
  };

  return (
    <Box component="form" onSubmit={write} noValidate sx={{ display: "flex", gap: 1, alignItems: "start", mb: 1.5 }}>
      <Box sx={{ flex: 1 }}>
        <TextField
          fullWidth
          multiline
          minRows={2}
          maxRows={8}
          label={texts.field}
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            if (target.value === "") drafts.forget(draft);
            else drafts.write(draft, target.value);
          }}
          error={fault !== undefined}
          helperText={fault}
          // What would be typed meanwhile would go with what is being sent.
          slotProps={{ htmlInput: { maxLength: 2_000, readOnly: isBusy } }}
        />
        <Box aria-live="polite">{cause === null ? null : <ProblemNote cause={cause} />}</Box>
      </Box>
      <Button type="submit" variant="contained" disabled={isBusy || text.trim() === ""}>
        {texts.write}
      </Button>
    </Box>
  );
}
