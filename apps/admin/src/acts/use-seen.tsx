import { Problem } from "@shifan/contract/client";
import { type ReactNode, useState } from "react";
import type { Tagged } from "../api/data-provider.ts";
import { differencesOf } from "./differences.ts";
import { WhatChanged } from "./what-changed.tsx";

/**
 * The state of a record that the person has seen when a form was opened. It stays while the form is filled in, whatever the page fetches meanwhile,
 * and changes only when they were shown what somebody else has changed.
 *
 * @param read the record as it is now
 * @param view what of the record the form is about; where nothing of it has changed, the act goes through without a question
 */
export function useSeen<Record extends Tagged>({
  resource,
  record,
  act,
  read,
  view,
}: {
  resource: string;
  record: Record;
  act: string;
  read: () => Promise<Record>;
  view?: (record: Record) => Tagged;
}): { perform: <Answer>(send: (seen: Record) => Promise<Answer>) => Promise<Answer>; above: ReactNode; seen: Record } {
  const [seen, setSeen] = useState(record);
  const [present, setPresent] = useState<Record | null>(null);
  const perform = async <Answer,>(send: (seen: Record) => Promise<Answer>): Promise<Answer> => {
    try {
      return await send(seen);
    } catch (cause) {
      if (!(cause instanceof Problem) || cause.status !== 412) throw cause;
      const now = await read();
      const isOpen = (now.allowedActs as readonly string[] | undefined)?.includes(act) ?? true;
      if (view !== undefined && isOpen && differencesOf({ resource, act }, view(seen), view(now)).length === 0) {
        setSeen(now);
        return send(now);
      }
      setPresent(now);
      throw cause;
    }
  };
  const shown = (of: Record) => (view === undefined ? of : { ...view(of), allowedActs: of.allowedActs });
  const goOn = () => {
    setSeen(present ?? seen);
    setPresent(null);
  };
  const above =
    present === null ? null : (
      <WhatChanged resource={resource} before={shown(seen)} now={shown(present)} act={act} onGoOn={goOn} />
    );
  return { perform, above, seen };
}
