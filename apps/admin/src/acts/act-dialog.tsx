import Alert from "@mui/material/Alert";
import AlertTitle from "@mui/material/AlertTitle";
import type { Obstacle } from "@shifan/contract";
import { labelOfAct } from "@shifan/contract/labels";
import { dataProvider, type Tagged } from "../api/data-provider.ts";
import type { ActFormAdditions } from "./act-form.tsx";
import { ActFrame } from "./act-frame.tsx";
import { ObstacleLines } from "./obstacle-lines.tsx";
import { performAct, useDone } from "./perform.ts";
import { actTexts } from "./texts.ts";
import { useActDescription } from "./use-act-description.ts";
import { useSeen } from "./use-seen.tsx";

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
  const label = labelOfAct(resource, act);
  const read = async () => (await dataProvider.getOne<Tagged>(resource, { id: record.id })).data;
  const { perform, above } = useSeen({ resource, record, act, read });
  return (
    <ActFrame
      description={useActDescription(resource, act)}
      // The dialog has its name before the description of its form has come.
      label={label ?? act}
      recordId={record.id}
      additions={act === "edit" ? startingFrom(record, additions) : additions}
      above={
        <>
          {above}
          {demands.length === 0 ? null : <Demands demands={demands} />}
        </>
      }
      send={(body) => perform((seen) => performAct({ resource, record: seen, act }, body))}
      onAccepted={(after) => done(resource, after)}
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
