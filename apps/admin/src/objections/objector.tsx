import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import type { Objector as ObjectorRead } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { pathOf } from "../api/data-provider.ts";
import { ask } from "../api/server.ts";
import { FilePreview } from "../files/file-preview.tsx";
import { Card } from "../pages/card.tsx";
import { Facts, long, text } from "../pages/facts.tsx";
import { useMe } from "../shell/use-me.ts";
import { Loading } from "../states/loading.tsx";
import { ProblemNote } from "../states/problem-note.tsx";
import { objectionsTexts as texts } from "./texts.ts";

/** Who objects and in what words, with the scan of the letter: fetched when it is asked for, for every look is noted. */
export function Objector({ objectionId }: { objectionId: string }) {
  const mayRead = useMe()?.acts.objections?.includes("read-identity") ?? false;
  const [isAsked, setIsAsked] = useState(false);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["objections", "identity", objectionId],
    queryFn: async () =>
      (await ask<ObjectorRead>({ method: "GET", path: pathOf("objections", objectionId, "identity") })).body,
    enabled: mayRead && isAsked,
    // An act on the objection is no new look at the objector.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (!mayRead) return null;
  if (!isAsked) {
    return (
      <Card title={texts.objector}>
        <Typography color="textSecondary" variant="body2" gutterBottom>
          {texts.objectorNote}
        </Typography>
        <Button variant="outlined" onClick={() => setIsAsked(true)}>
          {texts.showObjector}
        </Button>
      </Card>
    );
  }
  return (
    <Card title={texts.objector}>
      {error ? <ProblemNote cause={error} onAgain={refetch} /> : null}
      {isPending && !error ? <Loading lines={2} /> : null}
      {data === undefined ? null : (
        <>
          <Facts
            facts={[
              text(texts.name, data.name),
              text(labels.phone, data.phone),
              long(labels.content, data.content),
              long(labels.evidence, data.evidence),
            ]}
          />
          {data.fileIds.map((id) => (
            <FilePreview key={id} id={id} />
          ))}
        </>
      )}
    </Card>
  );
}
