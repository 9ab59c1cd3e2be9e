import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import LinearProgress from "@mui/material/LinearProgress";
import Typography from "@mui/material/Typography";
import type { Dossier } from "@shifan/contract";
import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { createRecord } from "../../acts/perform.ts";
import { pathOf } from "../../api/data-provider.ts";
import { randomKey } from "../../api/random-key.ts";
import { ask } from "../../api/server.ts";
import { fileTexts } from "../../files/texts.ts";
import { ProblemNote } from "../../states/problem-note.tsx";
import { instantText } from "../../texts/days.ts";
import { applicationTexts as texts } from "../texts.ts";

/** How long until it is asked again how far a dossier is, in milliseconds. */
const again = 1_500;
const isUnderWay = (dossier: Dossier | undefined) =>
  dossier === undefined || dossier.state === "waiting" || dossier.state === "making";

/** All papers of a case in one file: ordered, watched while it is made, and fetched. */
export function DossierOrder({ applicationId }: { applicationId: string }) {
  const [id, setId] = useState<string | null>(null);
  const [cause, setCause] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);
  // An order sent twice is one order; the key is another once it was taken.
  const key = useRef(randomKey());
  const order = async (format: Dossier["format"]) => {
    setCause(null);
    setIsBusy(true);
    try {
      const made = await createRecord(pathOf("applications", applicationId, "dossiers"), { format }, key.current);
      setId(made.id);
    } catch (caught) {
      setCause(caught);
    } finally {
      key.current = randomKey();
      setIsBusy(false);
    }
  };
  return (
    <Box component="section" sx={{ mt: 2 }} className="no-print">
      <Typography component="h2" variant="h3">
        {texts.dossier}
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        {texts.dossierNote}
      </Typography>
      <Button variant="outlined" disabled={isBusy} onClick={() => order("pdf")} sx={{ mr: 1 }}>
        {texts.makeDossier.pdf}
      </Button>
      <Button variant="outlined" disabled={isBusy} onClick={() => order("zip")}>
        {texts.makeDossier.zip}
      </Button>
      {cause === null ? null : <ProblemNote cause={cause} />}
      {id === null ? null : <Progress id={id} />}
    </Box>
  );
}

function Progress({ id }: { id: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ["dossier", id],
    queryFn: async () => (await ask<Dossier>({ method: "GET", path: pathOf("dossiers", id) })).body,
    refetchInterval: ({ state }) => (isUnderWay(state.data) && state.error === null ? again : false),
  });
  if (error) return <ProblemNote cause={error} onAgain={refetch} />;
  const { done, total } = data?.progress ?? { done: 0, total: null };
  const share = total === null || total === 0 ? null : Math.round((done / total) * 100);
  return (
    <Box sx={{ mt: 1 }} aria-live="polite">
      <Typography variant="body2">
        {data === undefined ? texts.dossierStates.waiting : texts.dossierStates[data.state]}
        {isUnderWay(data) && total !== null ? ` ${done}/${total}` : ""}
      </Typography>
      {isUnderWay(data) ? (
        <LinearProgress
          aria-label={texts.dossier}
          {...(share === null ? {} : { variant: "determinate", value: share })}
        />
      ) : null}
      {data === undefined || data.contentUrl === null ? null : (
        <>
          <Button component="a" variant="contained" href={data.contentUrl} download>
            {fileTexts.download}
            {data.size === null ? "" : `（${fileTexts.size(data.size)}）`}
          </Button>
          <Typography variant="caption" color="textSecondary" component="div">
            {texts.keptUntil(instantText(data.keptUntil))}
          </Typography>
        </>
      )}
    </Box>
  );
}
