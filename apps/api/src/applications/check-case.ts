import {
  type ApplicationRow,
  type Database,
  findRound,
  hashOfState,
  listApplicationMaterialFiles,
  listApplicationMaterials,
  listTitlesOf,
  type RoundRow,
} from "@shifan/db";
import {
  type Assessment,
  assess,
  checkFacts,
  crossCheck,
  type Finding,
  type FormContext,
  type FormData,
  factsFromForm,
  noFacts,
  type Policy,
  type UnreadyMaterial,
} from "@shifan/rules";
import type { ProcedureServices } from "../acts/services.ts";
import { readForm } from "./form.ts";
import { readSealedScans, type SealedScan } from "./sealed-scans.ts";

/** Everything that the rules say of an application as it is now. */
export type CheckedCase = {
  readonly form: FormData;
  /** The days by which the form was read. */
  readonly context: FormContext;
  readonly findings: readonly Finding[];
  /** Facts of which two places of the form say different things. */
  readonly contradictory: readonly string[];
  readonly assessment: Assessment;
  /** Facts as the form and the register state them, as the assessment has judged them. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** The sealed scans of annexes, by material. */
  readonly scans: ReadonlyMap<string, SealedScan>;
  /** Papers that stand in the way of handing in. */
  readonly unready: readonly UnreadyMaterial[];
  /** Changes whenever what was found changes: whoever acknowledges names it. */
  readonly findingsId: string;
  /** Whether a cross-check or the verdict speaks against the case: to recommend it all the same takes a written reason. */
  readonly speaksAgainst: boolean;
  /** Whether handing in takes an acknowledgement: of that, or of a sealed scan that reads otherwise than the form does now. */
  readonly mustAcknowledge: boolean;
};

/**
 * Checks an application by the policy version of its round: cross-checks of the form, verdict from the facts that the form states, papers in
 * hand. Nothing is typed twice, and nothing is judged by another version than the round's.
 *
 * @param day the day that counts as the day of handing in, YYYY-MM-DD
 */
export async function checkCase(
  services: Pick<ProcedureServices, "personalKeys" | "clock">,
  database: Database,
  application: ApplicationRow,
  policy: Policy,
  day: string,
): Promise<CheckedCase> {
  const round = await findRound(database, application.roundId);
  if (round === null) throw new Error(`the round ${application.roundId} of an application is missing`);
  const form = await readForm(database, services.personalKeys, policy, application.id);
  const context = { roundYear: round.year, today: services.clock.today(), submissionDate: day };
  const findings = crossCheck(policy, form, context);
  const stated = factsFromForm(policy, form, context);
  const facts = {
    ...stated.facts,
    ...(await titleFacts(database, application.organizationId, policy)),
    [policy.document.materials_in_hand]: await materialsInHand(database, application.id),
  };
  const assessment = judge(policy, facts, stated.unknown, day, round);
  const unready = unreadyOf(policy, assessment);
  const errors = findings.filter(({ level }) => level === "error");
  const scans = await readSealedScans(database, services.personalKeys, { application, policy, form });
  const outdated = outdatedPages(scans);
  const speaksAgainst = errors.length > 0 || assessment.verdict === "not_met";
  const said = findings.map(({ code, check, params }) => ({ code, check, params }));
  const judged = assessment.criteria.map(({ id, status }) => [id, status]);
  return {
    form,
    context,
    findings,
    contradictory: stated.contradictory,
    assessment,
    unready,
    facts,
    scans,
    findingsId: hashOfState({ said, judged, ...(outdated.length === 0 ? {} : { outdated }) }).slice(0, 16),
    speaksAgainst,
    mustAcknowledge: speaksAgainst || outdated.length > 0,
  };
}

/** The pages of sealed scans that read otherwise by now, by material. */
export function outdatedPages(scans: CheckedCase["scans"]): { material: string; pages: string[] }[] {
  return [...scans.values()]
    .filter(({ state }) => state === "outdated")
    .map(({ material, sheets }) => ({ material, pages: sheets.map(({ title }) => title) }));
}

function judge(
  policy: Policy,
  facts: Readonly<Record<string, unknown>>,
  unknown: readonly string[],
  day: string,
  round: RoundRow,
): Assessment {
  const given = new Set(Object.keys(facts));
  const checked = checkFacts(policy, facts, { unknown: unknown.filter((fact) => !given.has(fact)) });
  const announced =
    round.submissionDeadline === null
      ? {}
      : { round: { year: round.year, submissionDeadline: round.submissionDeadline } };
  // The readers of the form let no value pass that the facts would refuse; if one slipped through, everything is open rather than wrong.
  return assess(policy, checked.ok ? checked.facts : noFacts(policy), { asOf: day, ...announced });
}

/** What the register of titles says of the organization goes before what anybody states of themselves. */
async function titleFacts(
  database: Database,
  organizationId: string,
  policy: Policy,
): Promise<Record<string, unknown>> {
  const titles = await listTitlesOf(database, organizationId);
  if (titles.length === 0) return {};
  const latest = titles.findLast(({ state }) => state === "valid");
  const revoked = titles.findLast(({ state }) => state === "revoked");
  const cancelled = titles.findLast(({ state }) => state === "cancelled");
  const known = {
    never_certified: false,
    ...(latest ? { current_cert_valid_to: latest.validTo } : {}),
    ...(revoked?.endedOn ? { revoked_on: revoked.endServedOn ?? revoked.endedOn } : {}),
    ...(cancelled?.endedOn ? { cancelled_on: cancelled.endedOn } : {}),
  };
  return Object.fromEntries(Object.entries(known).filter(([fact]) => policy.factIndexes.has(fact)));
}

/** The papers of which there is a file, or which lie at the counter. */
async function materialsInHand(database: Database, applicationId: string): Promise<string[]> {
  const files = await listApplicationMaterialFiles(database, applicationId);
  const withFile = new Set(files.map(({ material }) => material));
  const materials = await listApplicationMaterials(database, applicationId);
  const onPaper = materials.filter(({ isOnPaper }) => isOnPaper).map(({ material }) => material);
  return [...new Set([...withFile, ...onPaper])].toSorted();
}

function unreadyOf(policy: Policy, { materials }: Assessment): UnreadyMaterial[] {
  const optional = new Set(policy.document.materials.filter((material) => material.optional).map(({ id }) => id));
  return materials.flatMap(({ id, title, status, reasons, parts }) => {
    if (optional.has(id)) return [];
    if (status !== "missing" && status !== "invalid" && status !== "unknown") return [];
    // Of a paper with parts it is the parts of which something is to be said.
    const unclear = parts.filter((part) => part.status === "unknown").map((part) => part.title);
    const name = unclear.length > 0 ? `${id} ${unclear.join("、")}（请写明是否需要）` : `${id} ${title}`;
    return [{ id, name, status, reasons }];
  });
}
