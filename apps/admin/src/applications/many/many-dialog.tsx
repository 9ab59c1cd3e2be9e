import Dialog from "@mui/material/Dialog";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import type { ActResult } from "@shifan/contract";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ActForm } from "../../acts/act-form.tsx";
import { useDone } from "../../acts/perform.ts";
import { useActDescription } from "../../acts/use-act-description.ts";
import { dataProvider, pathOf } from "../../api/data-provider.ts";
import { ask } from "../../api/server.ts";
import { Loading } from "../../states/loading.tsx";
import { ProblemNote } from "../../states/problem-note.tsx";
import type { Case } from "../case/case.ts";
import { applicationTexts as texts } from "../texts.ts";
import { ChosenCases } from "./chosen-cases.tsx";
import { type ManyAct, manyBodyOf } from "./many-body.ts";
import { Results } from "./results.tsx";

/** One act on many cases: which of them it is open for, its form, and what became of each. */
export default function ManyDialog({
  act,
  ids,
  onClose,
}: {
  act: ManyAct;
  ids: readonly string[];
  onClose: (isDone: boolean) => void;
}) {
  const done = useDone();
  const description = useActDescription("applications", act);
  const [results, setResults] = useState<readonly ActResult[] | null>(null);
  const cases = useQuery({
    queryKey: ["applications", "chosen", ...ids],
    queryFn: async () => (await dataProvider.getMany<Case>("applications", { ids })).data,
    // The state that the person is shown is the one that is acted on: it is not fetched anew below the form, nor after it.
    enabled: results === null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const chosen = cases.data ?? [];
  const open = chosen.filter(({ allowedActs }) => allowedActs.includes(act));
  const error = description.error ?? cases.error;
  const again = () => Promise.all([description.refetch(), cases.refetch()]);
  const close = () => onClose(results !== null);
  return (
    <Dialog
      open
      onClose={(_, reason) => reason === "escapeKeyDown" && close()}
      maxWidth="md"
      fullWidth
      aria-labelledby="many-title"
    >
      <DialogTitle id="many-title">
        {description.data?.label ?? ""}
        {texts.many(results?.length ?? open.length)}
      </DialogTitle>
      <DialogContent>
        {error ? <ProblemNote cause={error} onAgain={again} /> : null}
        {results !== null ? (
          <Results results={results} cases={chosen} onClose={close} />
        ) : description.data === undefined || cases.data === undefined ? (
          error ? null : (
            <Loading lines={3} />
          )
        ) : (
          <>
            <ChosenCases cases={chosen} act={act} />
            {open.length === 0 ? null : (
              <ActForm
                description={description.data}
                perform={async (body) => {
                  const path = pathOf("applications", "acts");
                  const call = { method: "POST", path, body: manyBodyOf(act, open, body) } as const;
                  setResults((await ask<{ results: ActResult[] }>(call)).body.results);
                }}
                onDone={() => void done("applications", null)}
                onCancel={close}
              />
            )}
          </>
        )}
      </DialogContent>
    </Dialog>
  );
}
