import type { Log } from "../log.ts";
import { repeat } from "../schedule/repeat.ts";
import { type AuditSequencing, sequence } from "./sequence.ts";

/** An entry is under a signed checkpoint within a minute, also when one run fails. */
const everyMilliseconds = 20_000;

/** Sequences and signs at regular times. @returns what ends it, after a last run for what has come meanwhile */
export function scheduleSequencing(services: AuditSequencing & { log: Log }): () => Promise<void> {
  const { log } = services;
  const onFault = (cause: unknown) =>
    log.error({ err: cause }, "the audit trail could not be sequenced and signed; it is tried again");
  const end = repeat({
    firstAfterMilliseconds: 1_000,
    everyMilliseconds,
    run: () => sequence(services),
    onFault,
  });
  return async () => {
    await end();
    await sequence(services).catch(onFault);
  };
}
