import { useEffect, useState, useSyncExternalStore } from "react";
import { useMe } from "../../shell/use-me.ts";
import { outbox } from "./device.ts";
import type { Held } from "./outbox.ts";

/** Everything that this person has kept on the device; null until it was looked up. */
export function useKeptVisits(): ReadonlyMap<string, Held> | null {
  const userId = useMe()?.user.id;
  const [loadedFor, setLoadedFor] = useState<string | null>(null);
  const held = useSyncExternalStore(outbox.subscribe, outbox.held);
  useEffect(() => {
    if (userId !== undefined) void outbox.load(userId).then(() => setLoadedFor(userId));
  }, [userId]);
  return loadedFor === null || loadedFor !== userId ? null : held;
}
