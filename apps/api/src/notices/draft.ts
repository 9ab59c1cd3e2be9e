import type { RoundRow } from "@shifan/db";
import { fillText, type Policy } from "@shifan/rules";
import type { InputErrors } from "../acts/outcome.ts";
import { policyOfRound } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { blankDay, printedDay } from "../documents/annexes/values.ts";
import type { PrintedDocument } from "../documents/description/description.ts";
import { stampOf } from "../documents/description/stamp.ts";
import { programmeName } from "../documents/papers/paper.ts";
import { publicityDocument } from "../documents/papers/publicity.ts";
import { listedCases } from "./listed-cases.ts";
import { settlePeriod } from "./period.ts";

/** The days for which a publicity is planned; what is not yet known is left to be written in. */
export type PlannedPeriod = { startsOn?: string | undefined; endsOn?: string | undefined };

/** The publicity of a proposed list before it is published, for the bureau's own site. */
export async function describePublicity(
  services: ProcedureServices & { demo: boolean },
  round: RoundRow,
  planned: PlannedPeriod,
): Promise<{ document: PrintedDocument } | { errors: InputErrors }> {
  const { database, catalog, clock, demo } = services;
  const today = clock.today();
  const policy = await policyOfRound(catalog, round, today);
  const period = await plannedDays(services, policy, planned, today);
  if ("errors" in period) return period;
  const listed = await listedCases(database, policy, { roundId: round.id, state: "proposed", day: today });
  const typeFact = policy.document.facts.find(({ id }) => id === policy.document.alternatives_of);
  const districts = new Map(policy.document.districts.map(({ id, name }) => [id, name]));
  const cases = listed.map(({ applicationId: _, ...each }) => ({
    ...each,
    platformType: typeFact?.options?.[each.platformType] ?? "",
    district: districts.get(each.district) ?? "",
  }));
  const words = {
    year: String(round.year),
    programme: programmeName(policy.document),
    policy: policy.document.title,
    count: String(cases.length),
    starts: period.startsOn,
    ends: period.endsOn,
  };
  const { title, opening, closing } = policy.document.lifecycle.publicity_notice;
  const fill = (text: string) => fillText(text, words);
  const paper = {
    title: fill(title),
    opening: opening.map(fill),
    closing: closing.map(fill),
    cases,
    issuer: policy.document.issuer,
    issuedOn: period.startsOn,
  };
  const stamp = stampOf({ round: round.id, paper }, round.revision);
  return { document: publicityDocument(paper, { stamp, demonstration: demo, madeOn: today }) };
}

/** The days as they are printed. */
async function plannedDays(
  { database }: ProcedureServices,
  policy: Policy,
  { startsOn, endsOn }: PlannedPeriod,
  today: string,
): Promise<{ startsOn: string; endsOn: string } | { errors: InputErrors }> {
  if (startsOn === undefined) {
    return endsOn === undefined
      ? { startsOn: blankDay, endsOn: blankDay }
      : { errors: [{ path: "/startsOn", code: "required", message: "写了最后一天，也要写第一天" }] };
  }
  // On which days of work an end rests that nobody can count yet is asked for at publishing.
  const settled = await settlePeriod(database, policy, { startsOn, endsOn, periodGround: "" }, today);
  return "errors" in settled ? settled : { startsOn: printedDay(startsOn), endsOn: printedDay(settled.endsOn) };
}
