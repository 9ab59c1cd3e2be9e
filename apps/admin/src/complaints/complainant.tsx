import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import type { Complainant as ComplainantRead, Complaint } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { pathOf } from "../api/data-provider.ts";
import { ask } from "../api/server.ts";
import { Card } from "../pages/card.tsx";
import { Facts, long, text } from "../pages/facts.tsx";
import { useMe } from "../shell/use-me.ts";
import { Loading } from "../states/loading.tsx";
import { ProblemNote } from "../states/problem-note.tsx";
import { complaintsTexts as texts } from "./texts.ts";

/** What was complained of and by whom: fetched when it is asked for, for every look is noted. Of staff, the auditor's alone. */
export function Complainant({ complaint: { id, subject } }: { complaint: Complaint }) {
  const acts = useMe()?.acts[subject === "staff" ? "staff_complaints" : "complaints"];
  const mayRead = acts?.includes("read-identity") ?? false;
  const [isAsked, setIsAsked] = useState(false);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["complaints", "identity", id],
    queryFn: async () =>
      (await ask<ComplainantRead>({ method: "GET", path: pathOf("complaints", id, "identity") })).body,
    enabled: mayRead && isAsked,
    // An act on the complaint is no new look at who made it.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (!mayRead) return null;
  if (!isAsked) {
    return (
      <Card title={texts.complainant}>
        <Typography color="textSecondary" variant="body2" gutterBottom>
          {texts.complainantNote}
        </Typography>
        <Button variant="outlined" onClick={() => setIsAsked(true)}>
          {texts.showComplainant}
        </Button>
      </Card>
    );
  }
  return (
    <Card title={texts.complainant}>
      {error ? <ProblemNote cause={error} onAgain={refetch} /> : null}
      {isPending && !error ? <Loading lines={2} /> : null}
      {data === undefined ? null : (
        <Facts
          facts={[
            long(labels.content, data.content ?? texts.erased),
            text(texts.name, data.name ?? texts.notGiven),
            text(texts.contact, data.contact ?? texts.notGiven),
          ]}
        />
      )}
    </Card>
  );
}
