import { findApplication, findRound, findServedList } from "@shifan/db";
import { halvesOf } from "@shifan/rules";
import { invalid } from "../acts/outcome.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { type EditOn, type EditOutcome, policyOfOpenForm } from "../application-form/edit.ts";
import type { ImportMode } from "../application-form/import-rows.ts";
import { type ListState, sealAll, writeRows } from "../application-form/write-rows.ts";
import { findReadableList, readServedRows } from "./read.ts";

/** What was written, and of which halves of the year no list was ever kept: the rows are then not those of the year. */
export type TakenOver = ListState & { readonly notKept: readonly string[] };

/**
 * Takes the served enterprises of the year before the round's (上年度) from the lists of the applicant's organization into its application: in the
 * place of the rows that are there, or behind them. From then on the application's own rows count.
 */
export async function takeOverServed(
  services: ProcedureServices,
  on: EditOn,
  { listId, mode }: { listId: string; mode: ImportMode },
): Promise<EditOutcome<TakenOver>> {
  const { database } = services;
  const policy = await policyOfOpenForm(services, on);
  const kept = policy?.reportForm.servedList ?? null;
  const list = kept?.id === listId ? kept : null;
  const application = await findApplication(database, on.id);
  const round = application && (await findRound(database, application.roundId));
  if (policy !== null && list === null) return { kind: "unknown" };
  if (policy === null || list === null || application === null || round === null) {
    // Not open: the act's own refusal says why.
    return withHalves(await writeRows(services, on, { listId, mode, rows: [] }), []);
  }
  const period = String(round.year - 1);
  const { organizationId } = application;
  // A district that types in a paper dossier sees no list that was not handed in to it, and what it opens is noted.
  const readable = await findReadableList(services, on.actor, { organizationId, period });
  const rows = readable === null ? [] : await readServedRows(services, { ...readable, policy, list });
  if (rows.length === 0) {
    const message = `没有可以带入的${period}年服务名单`;
    return invalid({ path: "", code: "no_rows", message });
  }
  const ready = sealAll(
    services,
    list,
    rows.map(({ values }) => values),
  );
  const halves = halvesOf(period);
  const lists = await Promise.all(halves.map((half) => findServedList(database, { organizationId, period: half })));
  const notKept = halves.filter((_, at) => lists[at] === null);
  return withHalves(await writeRows(services, on, { listId: list.id, mode, rows: ready }), notKept);
}

function withHalves(outcome: EditOutcome<ListState>, notKept: readonly string[]): EditOutcome<TakenOver> {
  return outcome.kind === "accepted" ? { ...outcome, result: { ...outcome.result, notKept } } : outcome;
}
