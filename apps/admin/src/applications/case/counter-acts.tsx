import { ActBar, type ActsOfPage } from "../../acts/act-bar.tsx";
import type { Case } from "./case.ts";

/** The day that was written down stands in the form in which it is corrected. */
export function counterAdditions({ receivedOn }: Case): NonNullable<ActsOfPage["additions"]> {
  return receivedOn === null ? {} : { "correct-receipt": { known: { receivedOn } } };
}

/** What mends a slip of the counter: the day of receipt, or that the dossier was begun at all. */
export function CounterActs({ record }: { record: Case }) {
  const acts = ["correct-receipt", "discard"];
  if (!acts.some((act) => record.allowedActs.includes(act))) return null;
  return (
    <ActBar
      resource="applications"
      record={record}
      page={{ only: acts, grave: ["discard"], additions: counterAdditions(record) }}
    />
  );
}
