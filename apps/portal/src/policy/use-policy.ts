import { useCallback, useEffect, useState } from "react";
import { type PolicyView, readPolicy } from "./policy.ts";

export type PolicyReading =
  | { state: "loading" }
  | { state: "here"; policy: PolicyView }
  | { state: "unavailable"; again: () => void };

const kept = new Map<string, PolicyView>();

function useReading(wanted: boolean, id: string | null, asOf: string | null): PolicyReading {
  const [attempts, setAttempts] = useState({ count: 0, unavailable: false });
  const key = `${id}@${asOf}`;
  const policy = kept.get(key);
  const missing = wanted && policy === undefined && !attempts.unavailable;
  useEffect(() => {
    if (!missing) return;
    let shown = true;
    void readPolicy(id, asOf).then((outcome) => {
      if (outcome.ok) kept.set(`${id}@${asOf}`, outcome.value);
      if (shown) setAttempts(({ count }) => ({ count: count + 1, unavailable: !outcome.ok }));
    });
    return () => {
      shown = false;
    };
  }, [missing, id, asOf]);
  const again = useCallback(() => setAttempts(({ count }) => ({ count: count + 1, unavailable: false })), []);
  if (policy !== undefined) return { state: "here", policy };
  return attempts.unavailable ? { state: "unavailable", again } : { state: "loading" };
}

/** The policy the portal is about, in its present version. */
export function useDefaultPolicy(): PolicyReading {
  return useReading(true, null, null);
}

/** The policy of a result; null while there is none or it cannot be read: then codes stand without their texts. */
export function useResultPolicy(of: { id: string; asOf: string } | null): PolicyView | null {
  const reading = useReading(of !== null, of?.id ?? null, of?.asOf ?? null);
  return reading.state === "here" ? reading.policy : null;
}
