import Dialog from "@mui/material/Dialog";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { useNotify } from "ra-core";
import { useRef } from "react";
import { useNavigate } from "react-router";
import { pathOf } from "../api/data-provider.ts";
import { randomKey } from "../api/random-key.ts";
import { Loading } from "../states/loading.tsx";
import { ProblemNote } from "../states/problem-note.tsx";
import { ActForm, type ActFormAdditions } from "./act-form.tsx";
import { createRecord, useDone } from "./perform.ts";
import { actTexts } from "./texts.ts";
import { useActDescription } from "./use-act-description.ts";

/** The making of a record; its page is opened when the server has made it. */
export function CreateDialog({
  resource,
  label,
  additions,
  onClose,
}: {
  resource: string;
  label: string;
  additions?: ActFormAdditions | undefined;
  onClose: () => void;
}) {
  const notify = useNotify();
  const navigate = useNavigate();
  const done = useDone();
  const description = useActDescription(resource, "create");
  // One key for one content: a call sent twice makes one record, and what was corrected is another call.
  const sent = useRef({ content: "", key: "" });
  const keyOf = (body: unknown) => {
    const content = JSON.stringify(body);
    if (sent.current.content !== content) sent.current = { content, key: randomKey() };
    return sent.current.key;
  };
  return (
    <Dialog
      open
      onClose={(_, reason) => reason === "escapeKeyDown" && onClose()}
      maxWidth="md"
      fullWidth
      aria-labelledby="create-title"
    >
      <DialogTitle id="create-title">{label}</DialogTitle>
      <DialogContent>
        {description.isError ? <ProblemNote cause={description.error} onAgain={description.refetch} /> : null}
        {description.isPending ? <Loading lines={3} /> : null}
        {description.data === undefined ? null : (
          <ActForm
            description={{ ...description.data, label }}
            additions={additions ?? {}}
            perform={async (body) => {
              const record = await createRecord(pathOf(resource), body, keyOf(body));
              await done(resource, null);
              navigate(`/${resource}/${record.id}/show`);
            }}
            onDone={() => {
              notify(actTexts.done(label), { type: "success" });
              onClose();
            }}
            onCancel={onClose}
          />
        )}
      </DialogContent>
    </Dialog>
  );
}
