import {
  type CertificationRow,
  type Database,
  findObligationOf,
  listObligationsOfTitle,
  markPlanned,
  type ObligationKey,
  type ObligationRow,
  owesReports,
  updateObligation,
} from "@shifan/db";
import {
  type Actor,
  halfOf,
  isPeriod,
  lastDayOf,
  packageOfReport,
  previousPeriod,
  type ReportKind,
  reportKinds,
} from "@shifan/rules";
import { performActIn } from "../acts/perform.ts";
import { contextOfObligation, type ObligationServices, obligationSubject } from "./subject.ts";

/** Whose act it follows from, and in which words. */
type By = { readonly actor: Actor; readonly ground?: string | null };

/** Carries out an act that follows from another. @throws Error when the table does not take it: then nothing of the transaction may stand */
async function follow(
  services: ObligationServices,
  transaction: Database,
  { id }: Pick<ObligationRow, "id">,
  { actor, ground = null, act, changes }: By & { act: string; changes: Parameters<typeof updateObligation>[2] },
): Promise<void> {
  const { clock } = services;
  const outcome = await performActIn(
    transaction,
    obligationSubject(services),
    { actor, id, act, revision: null, ground, at: clock.now() },
    {
      context: async (_, row) => contextOfObligation(row, { today: clock.today() }),
      write: async (inside, _, { to }) => {
        const row = await updateObligation(inside, id, { ...changes, state: to });
        return { row, result: row, fields: ["state", ...Object.keys(changes)] };
      },
    },
  );
  if (outcome.kind !== "accepted") throw new Error(`obligations.${act} is not taken for ${id}: ${outcome.kind}`);
}

/** An act did what was owed. Where nothing is owed, or it is done already, nothing happens: the first time counts. */
export async function fulfilObligation(
  services: ObligationServices,
  transaction: Database,
  { kind, subject, period, doneBy, doneOn, actor }: ObligationKey & By & { doneBy: string; doneOn: string },
): Promise<void> {
  const owed = await findObligationOf(transaction, { kind, subject, period });
  if (owed?.state !== "due") return;
  await follow(services, transaction, owed, { actor, act: "fulfil", changes: { doneBy, doneOn } });
}

/** Whoever asked for it has called it off: it does not apply. What is done stays done. */
export async function exemptCalledOff(
  services: ObligationServices,
  transaction: Database,
  { kind, subject, period, actor, ground = null }: ObligationKey & By,
): Promise<void> {
  const owed = await findObligationOf(transaction, { kind, subject, period });
  if (owed?.state !== "due") return;
  await follow(services, transaction, owed, { actor, ground, act: "exempt", changes: { exemption: "called_off" } });
}

/** What was done is sent back, or there is something to do after all: it is owed again. */
export async function reviveObligation(
  services: ObligationServices,
  transaction: Database,
  { kind, subject, period, actor, ground = null }: ObligationKey & By,
): Promise<void> {
  const owed = await findObligationOf(transaction, { kind, subject, period });
  if (owed === null || owed.state === "due") return;
  await follow(services, transaction, owed, {
    actor,
    ground,
    act: "revive",
    changes: { exemption: null, doneBy: null, doneOn: null },
  });
}

/** What was done is sent back: it is owed again. What does not apply any more stays so. */
export async function undoObligation(
  services: ObligationServices,
  transaction: Database,
  { kind, subject, period, ...by }: ObligationKey & By,
): Promise<void> {
  const owed = await findObligationOf(transaction, { kind, subject, period });
  if (owed?.state === "done") await reviveObligation(services, transaction, { kind, subject, period, ...by });
}

/** A title has ended before its last day: what would fall due from that day on does not apply. What was late before stays late. */
export async function exemptOpenObligations(
  services: ObligationServices,
  transaction: Database,
  { certificationId, endedOn, actor, ground = null }: By & { certificationId: string; endedOn: string },
): Promise<void> {
  const owed = await listObligationsOfTitle(transaction, certificationId);
  const open = owed.filter(({ state, dueOn }) => state === "due" && dueOn >= endedOn);
  for (const each of open) {
    const changes = { exemption: "title_ended" as const };
    await follow(services, transaction, each, { actor, ground, act: "exempt", changes });
  }
  for (const { kind, district, period } of reportsIn(open)) {
    const isOwed = await owesReports(transaction, { kind, district, period });
    const sent = isOwed ? null : await packageOf(transaction, { kind, district, period });
    if (sent?.state !== "due") continue;
    const changes = { exemption: "nothing_to_report" as const };
    await follow(services, transaction, sent, { actor, ground, act: "exempt", changes });
  }
}

/** The end of a title is withdrawn: what it had made not applicable is owed again, and what it kept from being planned is planned. */
export async function reviveExempted(
  services: ObligationServices,
  transaction: Database,
  { title, endedOn, actor, ground = null }: By & { title: Pick<CertificationRow, "id" | "validTo">; endedOn: string },
): Promise<void> {
  const { id, validTo } = title;
  const owed = await listObligationsOfTitle(transaction, id);
  const stopped = owed.filter(
    ({ exemption, dueOn, period }) =>
      exemption === "title_ended" && dueOn <= validTo && (!isPeriod(period) || lastDayOf(period) <= validTo),
  );
  for (const { kind, subject, period } of stopped) {
    await reviveObligation(services, transaction, { kind, subject, period, actor, ground });
  }
  for (const { kind, district, period } of reportsIn(stopped)) {
    const key = { kind: packageOfReport[kind], subject: district, period };
    const sent = await findObligationOf(transaction, key);
    if (sent?.exemption === "nothing_to_report")
      await reviveObligation(services, transaction, { ...key, actor, ground });
  }
  await markPlanned(transaction, [id], previousPeriod(halfOf(endedOn)));
}

function packageOf(
  database: Database,
  { kind, district, period }: { kind: ReportKind; district: string; period: string },
) {
  return findObligationOf(database, { kind: packageOfReport[kind], subject: district, period });
}

/** Of some obligations the reports, with the district to whose package they belong. */
function reportsIn(rows: readonly ObligationRow[]): { kind: ReportKind; district: string; period: string }[] {
  return rows.flatMap(({ kind, district, period }) => {
    const report = reportKinds.find((each) => each === kind);
    return report === undefined || district === null ? [] : [{ kind: report, district, period }];
  });
}
