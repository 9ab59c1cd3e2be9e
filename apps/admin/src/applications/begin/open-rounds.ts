import type { Round } from "@shifan/contract";

/** Whether paper dossiers of a round are still typed in: one that was received in time is, after its end as well. */
export function isOpenForEntry({ state }: Pick<Round, "state">): boolean {
  return state === "open" || state === "closed";
}
