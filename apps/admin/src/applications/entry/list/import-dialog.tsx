import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import FormControl from "@mui/material/FormControl";
import FormControlLabel from "@mui/material/FormControlLabel";
import FormLabel from "@mui/material/FormLabel";
import Radio from "@mui/material/Radio";
import RadioGroup from "@mui/material/RadioGroup";
import Typography from "@mui/material/Typography";
import type { FormPart } from "@shifan/contract";
import { Problem } from "@shifan/contract/client";
import { useId, useRef, useState } from "react";
import { ask } from "../../../api/server.ts";
import { ProblemNote } from "../../../states/problem-note.tsx";
import { texts as general } from "../../../texts/texts.ts";
import { entryTexts } from "../texts.ts";
import { ImportErrors } from "./import-errors.tsx";

const texts = entryTexts.import;
const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
type Mode = keyof typeof texts.modes;
type Imported = { readonly imported: number; readonly ignoredColumns: readonly string[] };

/** Rows from a workbook: all of them, or none and what is to be mended. @param onImported the list is another now */
export default function ImportDialog({
  part,
  address,
  tag,
  total,
  onImported,
  onClose,
}: {
  part: FormPart;
  address: string;
  tag: string;
  total: number;
  onImported: () => void;
  onClose: () => void;
}) {
  const titleId = useId();
  const modeId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [mode, setMode] = useState<Mode>("append");
  const [isBusy, setIsBusy] = useState(false);
  const [cause, setCause] = useState<unknown>(null);
  const [done, setDone] = useState<Imported | null>(null);

  const go = async () => {
    if (file === null) return;
    setIsBusy(true);
    setCause(null);
    try {
      // A browser names the kind of a file by its ending, or not at all.
      const workbook = new Blob([file], { type: workbookType });
      const path = `${address}/import?mode=${mode}`;
      const { body } = await ask<Imported>({
        method: "POST",
        path,
        headers: { "if-match": `"${tag}"` },
        file: workbook,
      });
      setDone(body);
      onImported();
    } catch (caught) {
      setCause(caught);
      if (caught instanceof Problem && caught.status === 412) onImported();
    } finally {
      setIsBusy(false);
    }
  };
  const isChanged = cause instanceof Problem && cause.status === 412;
  const isInvalid = cause instanceof Problem && cause.code === "invalid_input";
  return (
    <Dialog open onClose={onClose} maxWidth="lg" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{texts.title(part.title)}</DialogTitle>
      <DialogContent>
        <Typography color="textSecondary" gutterBottom>
          {texts.lead}
        </Typography>
        <input
          ref={input}
          type="file"
          hidden
          accept={`.xlsx,${workbookType}`}
          onChange={(event) => {
            setFile(event.target.files?.[0] ?? null);
            setCause(null);
            setDone(null);
            // The same file may be chosen once more after it was mended.
            event.target.value = "";
          }}
        />
        <Button variant="outlined" onClick={() => input.current?.click()} disabled={isBusy}>
          {texts.choose}
        </Button>{" "}
        {file?.name}
        {total === 0 ? null : (
          <FormControl component="fieldset" sx={{ display: "block", mt: 1.5 }}>
            <FormLabel component="legend" id={modeId}>
              {texts.mode}
            </FormLabel>
            <RadioGroup row aria-labelledby={modeId} value={mode} onChange={(_, next) => setMode(next as Mode)}>
              {(Object.keys(texts.modes) as Mode[]).map((each) => (
                <FormControlLabel
                  key={each}
                  value={each}
                  label={texts.modes[each]}
                  control={<Radio size="small" />}
                  disabled={isBusy}
                />
              ))}
            </RadioGroup>
            {mode === "replace" ? <Alert severity="warning">{texts.replaceWarning(total)}</Alert> : null}
          </FormControl>
        )}
        <div aria-live="polite">
          {isBusy ? <Typography sx={{ mt: 1 }}>{texts.busy}</Typography> : null}
          {done === null ? null : (
            <Alert severity="success" sx={{ mt: 1 }}>
              {texts.done(done.imported)}
              {done.ignoredColumns.length === 0 ? null : texts.ignored(done.ignoredColumns.join("、"))}
            </Alert>
          )}
          {isChanged ? (
            <Alert severity="warning" sx={{ mt: 1 }}>
              {texts.changed(total)}
            </Alert>
          ) : null}
          {cause === null || isInvalid || isChanged ? null : <ProblemNote cause={cause} />}
          {isInvalid ? <ImportErrors part={part} errors={cause.errors} /> : null}
        </div>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{general.close}</Button>
        <Button variant="contained" onClick={() => void go()} disabled={file === null || isBusy || done !== null}>
          {texts.go}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
