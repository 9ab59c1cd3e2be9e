import type { ReminderKey } from "@shifan/contract/client";
import { useEffect, useState } from "react";
import { attempt, type Setback } from "../api/outcome.ts";
import { deviceMemory } from "../chat/remembered.ts";

/** For whom a page speaks: an account, or the self-check of this device. */
export type Owner = { kind: "account"; email: string; key: null } | { kind: "device"; key: NonNullable<ReminderKey> };

export type Owning =
  | { state: "looking" }
  | { state: "known"; owner: Owner }
  /** Nobody is signed in, and this device has no self-check. */
  | { state: "nobody" }
  | { state: "unavailable"; again: () => void };

/** Finds out who is here: whoever is signed in, else whose self-check this device keeps. `look` again after a sign-in or sign-out. */
export function useOwner(): { owning: Owning; look: () => void } {
  const [looks, setLooks] = useState(0);
  const [found, setFound] = useState<{ look: number; owner: Owner | null } | { look: number; setback: Setback } | null>(
    null,
  );
  const look = () => setLooks((count) => count + 1);
  useEffect(() => {
    let isShown = true;
    void attempt((client) => client.readSession()).then((outcome) => {
      if (!isShown) return;
      setFound(outcome.ok ? { look: looks, owner: ownerOf(outcome.value.user) } : { look: looks, setback: outcome });
    });
    return () => {
      isShown = false;
    };
  }, [looks]);
  if (found === null || found.look !== looks) return { owning: { state: "looking" }, look };
  if ("setback" in found) return { owning: { state: "unavailable", again: look }, look };
  return { owning: found.owner === null ? { state: "nobody" } : { state: "known", owner: found.owner }, look };
}

function ownerOf(user: { email: string } | null): Owner | null {
  if (user !== null) return { kind: "account", email: user.email, key: null };
  const remembered = deviceMemory.read();
  return remembered === null ? null : { kind: "device", key: { id: remembered.id, token: remembered.token } };
}
