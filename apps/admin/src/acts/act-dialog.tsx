import { labelOfAct } from "@shifan/contract/labels";
import { dataProvider, type Tagged } from "../api/data-provider.ts";
import type { ActFormAdditions } from "./act-form.tsx";
import { ActFrame } from "./act-frame.tsx";
import { performAct, useDone } from "./perform.ts";
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
  const read = async () => (await dataProvider.getOne<Tagged>(resource, { id: record.id })).data;
  const { perform, above } = useSeen({ resource, record, act, read });
  return (
    <ActFrame
      description={useActDescription(resource, act)}
      label={labelOfAct(resource, act) ?? act}
      recordId={record.id}
      additions={act === "edit" ? startingFrom(record, additions) : additions}
      above={above}
      send={(body) => perform((seen) => performAct({ resource, record: seen, act }, body))}
      onAccepted={(after) => done(resource, after)}
      onClose={onClose}
    />
  );
}
