import { labelOfAct } from "@shifan/contract/labels";
import { useState } from "react";
import { dataProvider, type Tagged } from "../api/data-provider.ts";
import type { ActFormAdditions } from "./act-form.tsx";
import { ActFrame } from "./act-frame.tsx";
import { performAct, useDone } from "./perform.ts";
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
  additions = {},
  onClose,
}: {
  resource: string;
  record: Tagged;
  act: string;
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
      label={labelOfAct(resource, act) ?? act}
      additions={act === "edit" ? startingFrom(record, additions) : additions}
      above={present === null ? null : <WhatChanged before={seen} now={present} act={act} onGoOn={goOn} />}
      send={(body) => performAct({ resource, record: seen, act }, body)}
      onAccepted={(after) => done(resource, after)}
      onStale={() => void readPresent()}
      onClose={onClose}
    />
  );
}
