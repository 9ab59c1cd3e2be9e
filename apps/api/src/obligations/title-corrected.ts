import {
  type CertificationRow,
  type Database,
  listObligationsOfTitle,
  lockObligation,
  markPlanned,
  type ObligationRow,
} from "@shifan/db";
import {
  type Exemption,
  halfOf,
  halvesOf,
  isPeriod,
  type PlannedObligation,
  planOfTitle,
  previousPeriod,
} from "@shifan/rules";
import { type By, follow } from "./consequences.ts";
import { asEnded, planPackages, rulesOf } from "./plan.ts";
import type { ObligationServices } from "./subject.ts";
import { askAgain, exemptUnaskedPackages } from "./title-end.ts";

type Title = Pick<CertificationRow, "id" | "district" | "validFrom" | "validTo" | "endedOn" | "state">;

/** Why something was not owed by the days of the title: other days may ask for it after all. */
const byItsDays: readonly (Exemption | null)[] = ["partial_period", "title_ended", "title_corrected"];
const keyOf = ({ kind, period }: Pick<ObligationRow, "kind" | "period">) => `${kind} ${period}`;

/**
 * The days of a title from papers were corrected, or its district: what was planned of it is held against its plan by the right ones. What is done
 * stays done, and where it was done; what is owed by the wrong days alone does not apply; what they kept away is owed; all that is not done is the
 * right district's; and the running half is planned once more.
 */
export async function planCorrected(
  services: ObligationServices,
  transaction: Database,
  { before, title, actor, ground = null }: By & { before: Title; title: Title },
): Promise<void> {
  const { district } = title;
  const isElsewhere = before.district !== district;
  const days = ["validFrom", "validTo", "endedOn"] as const;
  if (!isElsewhere && days.every((day) => before[day] === title[day])) return;
  const rows = await lockObligationsOfTitle(transaction, title.id);
  const planned = await planAgain(services, transaction, title, rows);
  const gone: ObligationRow[] = [];
  const arrived: ObligationRow[] = [];
  for (const row of rows) {
    const moved = isElsewhere && row.state !== "done" ? { district } : {};
    const turn = turnOf(row, planned.get(keyOf(row)) ?? null, title) ?? (isElsewhere ? stay(row) : null);
    if (turn === null) continue;
    await follow(services, transaction, row, { actor, ground, act: turn.act, changes: { ...turn.changes, ...moved } });
    const wasOwed = row.state === "due";
    const isOwed = turn.act === "revive" || (turn.act === "plan" && wasOwed);
    if (wasOwed && (!isOwed || isElsewhere)) gone.push(row);
    if (isOwed && (!wasOwed || isElsewhere)) arrived.push({ ...row, ...moved, state: "due" });
  }
  await exemptUnaskedPackages(services, transaction, gone, { actor, ground });
  if (isElsewhere) await planPackages(services, transaction, actor, arrived);
  await askAgain(services, transaction, { id: title.id, revived: arrived, actor, ground });
  // What the right days bring beyond what was planned: the clock plans the running half anew, and leaves what is on record as it is.
  await markPlanned(transaction, [title.id], previousPeriod(halfOf(services.clock.today())));
}

/** What somebody does about one of them at this moment comes before or after. */
async function lockObligationsOfTitle(transaction: Database, certificationId: string): Promise<ObligationRow[]> {
  const locked: ObligationRow[] = [];
  for (const { id } of await listObligationsOfTitle(transaction, certificationId)) {
    const row = await lockObligation(transaction, id);
    if (row !== null) locked.push(row);
  }
  return locked;
}

/** What only goes over to another district; nothing that is done does. */
const stay = ({ state }: ObligationRow): Turn | null => (state === "done" ? null : { act: "plan", changes: {} });

/** The plan by the right days, of every half of which something is on record. */
async function planAgain(
  services: ObligationServices,
  transaction: Database,
  title: Title,
  rows: readonly ObligationRow[],
): Promise<Map<string, PlannedObligation>> {
  const halves = new Set(rows.flatMap(({ period }) => (isPeriod(period) ? halvesOf(period) : [])));
  const today = services.clock.today();
  const planned: PlannedObligation[] = [];
  for (const half of halves) {
    const { document, calendar } = await rulesOf(services, transaction, half, today);
    planned.push(...planOfTitle(document, title, half, calendar));
  }
  return new Map(planned.map((each) => [keyOf(each), asEnded(each, title)]));
}

type Turn = { readonly act: "exempt" | "revive" | "plan"; readonly changes: Parameters<typeof follow>[3]["changes"] };

/** What becomes of an obligation by the right days; null where it stays as it is. */
function turnOf(row: ObligationRow, planned: PlannedObligation | null, { validTo }: Title): Turn | null {
  // An appraisal is asked for by a notice, not by a period: it is owed as long as the title lasts.
  const isOwed = isPeriod(row.period) ? planned !== null && planned.exemption === null : row.dueOn <= validTo;
  const dueOn = planned?.dueOn ?? row.dueOn;
  if (row.state === "due" && !isOwed) {
    return { act: "exempt", changes: { exemption: planned?.exemption ?? "title_corrected" } };
  }
  if (row.state === "due" && dueOn !== row.dueOn) return { act: "plan", changes: { dueOn } };
  if (row.state === "not_applicable" && isOwed && byItsDays.includes(row.exemption)) {
    return { act: "revive", changes: { exemption: null, dueOn } };
  }
  return null;
}
