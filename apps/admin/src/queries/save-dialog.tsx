import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import Stack from "@mui/material/Stack";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { Problem } from "@shifan/contract/client";
import { type SortPayload, useNotify } from "ra-core";
import { type FormEvent, useId, useState } from "react";
import { createRecord, useDone } from "../acts/perform.ts";
import { useContentKey } from "../acts/use-content-key.ts";
import { pathOf } from "../api/data-provider.ts";
import { errorsByPointer } from "../forms/errors.ts";
import { ProblemNote } from "../states/problem-note.tsx";
import { texts as general } from "../texts/texts.ts";
import { queriesTexts as texts } from "./texts.ts";

/** Keeps the filters and the order of a list under a name. */
export function SaveDialog({
  list,
  filter,
  sort,
  onClose,
}: {
  list: string;
  filter: Readonly<Record<string, unknown>>;
  sort: SortPayload;
  onClose: () => void;
}) {
  const [name, setName] = useState("");
  const [cause, setCause] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);
  const titleId = useId();
  const notify = useNotify();
  const done = useDone();
  const keyOf = useContentKey();
  const errors = errorsByPointer(cause instanceof Problem ? cause.errors : []);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setIsBusy(true);
    setCause(null);
    const filled = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null && value !== ""));
    const body = { list, name, filter: filled, sort: { field: sort.field, isDescending: sort.order === "DESC" } };
    try {
      await createRecord(pathOf("saved-queries"), body, keyOf(body));
      await done("saved-queries", null);
      notify(texts.saved, { type: "success" });
      onClose();
    } catch (caught) {
      setCause(caught);
    } finally {
      setIsBusy(false);
    }
  };

  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{texts.saveTitle}</DialogTitle>
      <DialogContent>
        <Box component="form" onSubmit={save} noValidate>
          <Typography color="textSecondary" gutterBottom>
            {texts.saveLead}
          </Typography>
          <TextField
            autoFocus
            fullWidth
            required
            margin="dense"
            label={texts.name}
            value={name}
            onChange={({ target }) => setName(target.value)}
            error={errors.has("/name")}
            helperText={errors.get("/name")}
            slotProps={{ htmlInput: { maxLength: 30 } }}
          />
          <Box aria-live="polite">
            {cause === null ? null : <ProblemNote cause={cause} />}
            {errors.get("") === undefined ? null : <Typography color="error">{errors.get("")}</Typography>}
          </Box>
          <Stack direction="row" spacing={1} sx={{ justifyContent: "flex-end", pt: 2 }}>
            <Button onClick={onClose}>{general.cancel}</Button>
            <Button type="submit" variant="contained" disabled={isBusy || name.trim() === ""}>
              {texts.doSave}
            </Button>
          </Stack>
        </Box>
      </DialogContent>
    </Dialog>
  );
}
