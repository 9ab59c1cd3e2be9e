import { canonicalJson } from "../canonical.ts";
import { type AuditEntryRow, bodyOf } from "../entries.ts";
import { BrokenTrail } from "./breaks.ts";

/** Checks that the columns of an entry say what its body says. @throws BrokenTrail that names the fields that do not */
export function checkBody(row: AuditEntryRow, position: number | null): void {
  const recomputed = bodyOf(row);
  if (recomputed === row.body) return;
  throw new BrokenTrail({
    code: "entry_changed",
    entryId: row.id,
    position,
    fields: differingFields(recomputed, row.body),
  });
}

function differingFields(recomputed: string, body: string): string[] {
  const [present, kept] = [membersOf(recomputed), membersOf(body)];
  const names = new Set([...Object.keys(present), ...Object.keys(kept)]);
  const differing = [...names].filter((name) => present[name] !== kept[name]);
  return differing.length > 0 ? differing : ["body"];
}

/** The members of a body, those of the actor among them, each as text. */
function membersOf(body: string): Record<string, string> {
  try {
    const { actor, ...members } = JSON.parse(body) as { actor: object };
    return Object.fromEntries(
      Object.entries({ ...members, ...actor }).map(([name, value]) => [name, canonicalJson(value)]),
    );
  } catch {
    return {};
  }
}
