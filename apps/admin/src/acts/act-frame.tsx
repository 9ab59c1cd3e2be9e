import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import type { UseQueryResult } from "@tanstack/react-query";
import { useNotify } from "ra-core";
import { type ReactNode, useCallback, useId, useRef, useState } from "react";
import type { Tagged } from "../api/data-provider.ts";
import { Loading } from "../states/loading.tsx";
import { ProblemNote } from "../states/problem-note.tsx";
import { texts } from "../texts/texts.ts";
import { ActForm, type ActFormAdditions } from "./act-form.tsx";
import { SecondPersonNote } from "./second-person.tsx";
import { actTexts } from "./texts.ts";
import type { DescribedAct } from "./use-act-description.ts";
import { useStay } from "./use-stay.ts";

/**
 * The dialog of an act. It closes when the server has accepted, by its button, or by Escape and the browser's way back as long as nothing was typed;
 * what an answer shows once stays until it is put away.
 */
export function ActFrame({
  description,
  label,
  recordId = null,
  additions,
  above,
  send,
  onAccepted,
  onClose,
}: {
  description: UseQueryResult<DescribedAct>;
  /** How the act is called: the dialog has its name before its form has come. */
  label: string;
  /** The record in the address of the act; null where one is made. */
  recordId?: string | null;
  additions: ActFormAdditions;
  /** Above the form: what somebody else has changed. */
  above?: ReactNode;
  send: (body: Record<string, unknown>) => Promise<Tagged>;
  /** With the record as it is now, before the dialog closes. */
  onAccepted: (record: Tagged) => Promise<void>;
  onClose: () => void;
}) {
  const notify = useNotify();
  const titleId = useId();
  const isTouched = useRef(false);
  const [shown, setShown] = useState<ReactNode>(null);
  const { data, error, isPending, refetch } = description;
  const holdsWork = useCallback(() => isTouched.current || shown !== null, [shown]);
  const isStaying = useStay(holdsWork);
  const perform = async (body: Record<string, unknown>) => {
    const answer = await send(body);
    const { record, shown: shownOnce } = additions.outcome?.(answer) ?? { record: answer, shown: null };
    await onAccepted(record);
    notify(actTexts.done(label), { type: "success" });
    if (shownOnce === null) onClose();
    else setShown(shownOnce);
  };
  const leaveByKey = (_: unknown, reason: string) => {
    if (reason === "escapeKeyDown" && !holdsWork()) onClose();
  };

  return (
    <Dialog open onClose={leaveByKey} maxWidth="md" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{label}</DialogTitle>
      <DialogContent>
        {error === null ? null : <ProblemNote cause={error} onAgain={refetch} />}
        {isPending ? <Loading lines={3} /> : null}
        {above}
        {data?.needsSecondPerson === true && shown === null ? (
          <SecondPersonNote resource={data.resource} act={data.act} recordId={recordId} />
        ) : null}
        {shown}
        <Box aria-live="polite">
          {isStaying ? (
            <Alert severity="info" sx={{ mb: 1 }}>
              {actTexts.stayed}
            </Alert>
          ) : null}
        </Box>
        {data === undefined || shown !== null ? null : (
          <ActForm
            description={{ ...data, label }}
            additions={additions}
            recordId={recordId}
            perform={perform}
            onCancel={onClose}
            onTouched={() => {
              isTouched.current = true;
            }}
          />
        )}
      </DialogContent>
      {shown === null ? null : (
        <DialogActions>
          <Button variant="contained" onClick={onClose}>
            {texts.close}
          </Button>
        </DialogActions>
      )}
    </Dialog>
  );
}
