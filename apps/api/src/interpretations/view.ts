import type { Interpretation, PublicInterpretation } from "@shifan/contract";
import {
  type Database,
  findInterpretation,
  findSuccessorOf,
  type InterpretationRow,
  interpretationReachColumns,
  listInterpretations,
  type RowsPage,
  withinReach,
} from "@shifan/db";
import {
  type Actor,
  findSetting,
  type InterpretationState,
  interpretationMachine,
  openActs,
  type Policy,
  parseDate,
  permittingGrant,
  publicActor,
  reachableBy,
  spellDate,
} from "@shifan/rules";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { formatInstant } from "../clock.ts";
import { findReplacement } from "./replacement.ts";
import { relationOfInterpretation } from "./subject.ts";

/** The interpretation where the reader reaches it; null otherwise. */
export async function findVisibleInterpretation(
  database: Database,
  actor: Actor,
  id: string,
): Promise<InterpretationRow | null> {
  const row = await findInterpretation(database, id);
  if (row === null) return null;
  return permittingGrant(actor, "interpretations", "read", relationOfInterpretation(row)) === null ? null : row;
}

/** An interpretation as its reader sees it, with what may be done to it now: what takes the place of another, another person issues. */
export async function describeInterpretation(
  services: ProcedureServices,
  actor: Actor,
  row: InterpretationRow,
): Promise<Interpretation> {
  const { database } = services;
  const policy = await policyInForce(services);
  const { createdBy, createdAt, issuedBy: _by, ...known } = row;
  const open = openActs(interpretationMachine, { state: row.state, relation: relationOfInterpretation(row), actor });
  const successor = await findSuccessorOf(database, row.id);
  const isOthers = createdBy !== actor.userId;
  return {
    ...known,
    ...describeChange(policy, row),
    supersededById: row.state === "superseded" ? (successor?.id ?? null) : null,
    createdAt: formatInstant(createdAt),
    allowedActs: open.filter(
      (act) =>
        (act !== "issue" || isOthers) &&
        (act !== "supersede" || (successor?.state === "draft" && successor.createdBy !== actor.userId)),
    ),
  };
}

/** A page of the interpretations that a reader reaches. */
export async function listVisibleInterpretations(
  services: ProcedureServices,
  actor: Actor,
  filter: { state?: InterpretationState | undefined },
  page: RowsPage,
): Promise<{ interpretations: Interpretation[]; total: number; last: InterpretationRow | undefined }> {
  const within = withinReach(reachableBy(actor, "interpretations", "read"), interpretationReachColumns);
  const { rows, total } = await listInterpretations(services.database, { within, filter, page });
  const interpretations: Interpretation[] = [];
  for (const row of rows) interpretations.push(await describeInterpretation(services, actor, row));
  return { interpretations, total, last: rows.at(-1) };
}

/** The reading that an interpretation changes and its new value in their words, and what becomes of the policy by it. */
function describeChange(
  { document }: Policy,
  { settingId, settingValue, recordId, state, fromOn }: InterpretationRow,
): Pick<Interpretation, "settingTitle" | "settingLabel" | "effect"> {
  const setting = settingId === null ? undefined : findSetting(document, settingId);
  const wordOf = (value: unknown) => setting?.options.find((each) => String(each.value) === String(value))?.label;
  const label = settingValue === null ? undefined : wordOf(settingValue);
  const known = { settingTitle: setting?.title ?? settingId, settingLabel: label ?? settingValue };
  if (setting === undefined || label === undefined) {
    return { ...known, effect: "只有文字答复，不改办法里的口径。" };
  }
  const reading = `“${setting.title}”按“${label}”`;
  if (recordId !== null) return { ...known, effect: `只就这一件作出：${reading}；办法里的口径不变。` };
  const now = `办法现在按“${wordOf(setting.value) ?? setting.value}”。`;
  const kept = "以前作出的结论和已经开始的批次不变";
  if (state === "draft") {
    const from = fromOn === null ? "发布当天" : spellDay(fromOn);
    return { ...known, effect: `发布以后成为办法的新版本，从${from}起${reading}，${kept}。${now}` };
  }
  return { ...known, effect: `已成为办法的新版本，从${spellDay(fromOn ?? "")}起${reading}，${kept}。${now}` };
}

const spellDay = (day: string) => (parseDate(day) === undefined ? day : spellDate(day));

/** What an interpretation does to a reading of the policy, in a sentence; empty where it does nothing to one. */
export function effectOf(
  { document }: Policy,
  { settingId, settingValue, recordId }: Pick<InterpretationRow, "settingId" | "settingValue" | "recordId">,
): string {
  const setting = settingId === null ? undefined : findSetting(document, settingId);
  const option = setting?.options.find(({ value }) => String(value) === settingValue);
  if (setting === undefined || option === undefined) return "";
  const reading = `“${setting.title}”按“${option.label}”`;
  return recordId === null ? `${reading}；以前作出的结论不变。` : `${reading}；只就这一件作出。`;
}

async function describePublicly(
  { database, clock }: Pick<ProcedureServices, "database" | "clock">,
  policy: Policy,
  row: InterpretationRow,
): Promise<PublicInterpretation> {
  const { id, article, question, answer, documentNumber, fromOn, issuedOn, state } = row;
  return {
    id,
    article,
    question,
    answer,
    documentNumber,
    fromOn: fromOn ?? "",
    issuedOn: issuedOn ?? "",
    effect: effectOf(policy, row),
    isSuperseded: (await findReplacement(database, row, clock.today())) !== null,
    supersededById: state === "superseded" ? ((await findSuccessorOf(database, id))?.id ?? null) : null,
  };
}

/** What everybody may read of an interpretation; null for a draft. */
export async function readPublicInterpretation(
  services: ProcedureServices,
  id: string,
): Promise<PublicInterpretation | null> {
  const row = await findVisibleInterpretation(services.database, publicActor, id);
  return row && describePublicly(services, await policyInForce(services), row);
}

/** The issued interpretations, newest first, and those that were superseded. */
export async function listPublicInterpretations(services: ProcedureServices): Promise<PublicInterpretation[]> {
  const { database } = services;
  const within = withinReach(reachableBy(publicActor, "interpretations", "read"), interpretationReachColumns);
  const page = { descending: true, limit: 200, from: 0, after: null, countUpTo: 0 };
  const { rows } = await listInterpretations(database, { within, filter: {}, page });
  const policy = await policyInForce(services);
  return Promise.all(rows.map((row) => describePublicly(services, policy, row)));
}
