import { randomBytes } from "node:crypto";

/** Turns of the counter below, which fills the 26 bits between the instant and the random part. */
const turns = 2 ** 26;
let counter = 0;

/**
 * The id of an entry: a UUID of version 7 whose order is the order of instants and, where those are the same, the order in which this process
 * wrote. A clock that stands still for a test, or two entries in one millisecond, leave it in order.
 */
export function newEntryId(at: Date): string {
  counter = (counter + 1) % turns;
  const instant = at.getTime().toString(16).padStart(12, "0");
  const high = (counter >>> 14).toString(16).padStart(3, "0");
  const low = (0x8000 | (counter & 0x3fff)).toString(16);
  return `${instant.slice(0, 8)}-${instant.slice(8)}-7${high}-${low}-${randomBytes(6).toString("hex")}`;
}
