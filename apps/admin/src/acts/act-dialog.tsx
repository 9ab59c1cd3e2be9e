import Dialog from "@mui/material/Dialog";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { useNotify } from "ra-core";
import { useState } from "react";
import { dataProvider, type Tagged } from "../api/data-provider.ts";
import { Loading } from "../states/loading.tsx";
import { ProblemNote } from "../states/problem-note.tsx";
import { ActForm, type ActFormAdditions } from "./act-form.tsx";
import { performAct, useDone } from "./perform.ts";
import { actTexts } from "./texts.ts";
import { useActDescription } from "./use-act-description.ts";
import { WhatChanged } from "./what-changed.tsx";

/** A change begins with what is there. */
function startingFrom(record: Tagged, additions: ActFormAdditions = {}): ActFormAdditions {
  const given = Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));
  return { ...additions, known: { ...given, ...additions.known } };
}

/** One act on one record, in a dialog: what it does, its form, and what somebody else has changed meanwhile. */
export function ActDialog({
  resource,
  record,
  act,
  additions,
  onClose,
}: {
  resource: string;
  record: Tagged;
  act: string;
  additions?: ActFormAdditions | undefined;
  onClose: () => void;
}) {
  const notify = useNotify();
  const done = useDone();
  const description = useActDescription(resource, act);
  // The state that the person has seen: it changes only when they were shown what changed.
  const [seen, setSeen] = useState(record);
  const [present, setPresent] = useState<Tagged | null>(null);

  const readPresent = async () => setPresent((await dataProvider.getOne<Tagged>(resource, { id: seen.id })).data);
  const finish = (label: string) => {
    notify(actTexts.done(label), { type: "success" });
    onClose();
  };

  return (
    <Dialog
      open
      onClose={(_, reason) => reason === "escapeKeyDown" && onClose()}
      maxWidth="md"
      fullWidth
      aria-labelledby="act-title"
    >
      <DialogTitle id="act-title">{description.data?.label ?? ""}</DialogTitle>
      <DialogContent>
        {description.isError ? <ProblemNote cause={description.error} onAgain={description.refetch} /> : null}
        {description.isPending ? <Loading lines={3} /> : null}
        {present === null ? null : (
          <WhatChanged
            before={seen}
            now={present}
            act={act}
            onGoOn={() => {
              setSeen(present);
              setPresent(null);
            }}
          />
        )}
        {description.data === undefined ? null : (
          <ActForm
            description={description.data}
            additions={act === "edit" ? startingFrom(record, additions) : (additions ?? {})}
            perform={async (body) => {
              const after = await performAct({ resource, record: seen, act }, body);
              await done(resource, after);
            }}
            onDone={() => finish(description.data.label)}
            onCancel={onClose}
            onStale={() => void readPresent()}
          />
        )}
      </DialogContent>
    </Dialog>
  );
}
