import Alert from "@mui/material/Alert";
import AlertTitle from "@mui/material/AlertTitle";
import type { Obstacle } from "@shifan/contract";
import { useState } from "react";
import { dataProvider, type Tagged } from "../api/data-provider.ts";
import type { ActFormAdditions } from "./act-form.tsx";
import { ActFrame } from "./act-frame.tsx";
import { ObstacleLines } from "./obstacle-lines.tsx";
import { performAct, useDone } from "./perform.ts";
import { actTexts } from "./texts.ts";
import { useActDescription } from "./use-act-description.ts";
import { WhatChanged } from "./what-changed.tsx";

/** A change begins with what is there. */
function startingFrom(record: Tagged, additions: ActFormAdditions): ActFormAdditions {
  const given = Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));
  return { ...additions, known: { ...given, ...additions.known } };
}

/** One act on one record: what it does, its form, and what somebody else has changed meanwhile. */
export function ActDialog({
  resource,
  record,
  act,
  demands = [],
  additions = {},
  onClose,
}: {
  resource: string;
  record: Tagged;
  act: string;
  /** What the form has to make up for: without it the act would be refused. */
  demands?: readonly Obstacle[];
  additions?: ActFormAdditions | undefined;
  onClose: () => void;
}) {
  const done = useDone();
  // The state that the person has seen: it changes only when they were shown what changed.
  const [seen, setSeen] = useState(record);
  const [present, setPresent] = useState<Tagged | null>(null);
  const readPresent = async () => setPresent((await dataProvider.getOne<Tagged>(resource, { id: seen.id })).data);
  const goOn = () => {
    setSeen(present ?? seen);
    setPresent(null);
  };
  return (
    <ActFrame
      description={useActDescription(resource, act)}
      about={{ resource, act, recordId: seen.id }}
      additions={act === "edit" ? startingFrom(record, additions) : additions}
      above={
        <>
          {present === null ? null : <WhatChanged before={seen} now={present} act={act} onGoOn={goOn} />}
          {demands.length === 0 ? null : <Demands demands={demands} />}
        </>
      }
      send={(body) => performAct({ resource, record: seen, act }, body)}
      onAccepted={(after) => done(resource, after)}
      onStale={() => void readPresent()}
      onClose={onClose}
    />
  );
}

/** What the act would be refused for if the form said nothing of it. */
function Demands({ demands }: { demands: readonly Obstacle[] }) {
  return (
    <Alert severity="info" sx={{ mb: 1 }}>
      <AlertTitle>{actTexts.demands}</AlertTitle>
      <ObstacleLines obstacles={demands} />
    </Alert>
  );
}
