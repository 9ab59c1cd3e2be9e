import {
  type CertificationRow,
  type Database,
  findCertification,
  type InspectionFile,
  type InspectionRow,
  lockInspection,
} from "@shifan/db";
import {
  cityCheckMachine,
  type HearingFinding,
  type InspectionContext,
  type InspectionState,
  inspectionMachine,
  type Machine,
  type Policy,
  type Relation,
  standingOfTitle,
  type TitleCheckKind,
  type TitleCheckResult,
} from "@shifan/rules";
import { policyOfRound } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import type { Subject } from "../acts/subject.ts";

/** The district's periodic inspections and the city's checks live by tables of their own, in one table of the database. */
export function machineOfKind(kind: TitleCheckKind): Machine<InspectionState, InspectionContext> {
  return kind === "periodic_inspection" ? inspectionMachine : cityCheckMachine;
}

export function resourceOfKind(kind: TitleCheckKind): "inspections" | "city_checks" {
  return kind === "periodic_inspection" ? "inspections" : "city_checks";
}

type Reached = Pick<InspectionFile, "kind" | "organizationId" | "district" | "notifiedOn" | "carriedOutOn">;

/**
 * Who reaches a look at a title. The unit knows of an appraisal once it is announced, and of every other once it took place; so does the district
 * of the city's checks: whom the city will look at unannounced is known to the city alone.
 */
export function relationOfInspection({ kind, organizationId, district, notifiedOn, carriedOutOn }: Reached): Relation {
  const isKnown = notifiedOn !== null || carriedOutOn !== null;
  return {
    organization: isKnown ? organizationId : null,
    district: isKnown || kind === "periodic_inspection" ? district : null,
    account: null,
    isHandedIn: true,
    isPaper: false,
    isPublished: false,
  };
}

/** The policy version by whose checklist a title was looked at; before, the newest. */
export function policyOfInspection(
  { catalog, clock, defaultPolicy }: Pick<ProcedureServices, "catalog" | "clock" | "defaultPolicy">,
  policyVersion: number | null,
): Promise<Policy> {
  return policyOfRound(catalog, { policyId: defaultPolicy, policyVersion }, clock.today());
}

/** Looks of a kind as records that live by their table. */
export function inspectionSubject(
  services: ProcedureServices,
  kind: TitleCheckKind,
): Subject<InspectionFile, InspectionState, InspectionContext> {
  return {
    machine: machineOfKind(kind),
    lock: lockInspection,
    idOf: ({ id }) => id,
    stateOf: ({ state }) => state,
    relationOf: relationOfInspection,
    revisionOf: ({ revision }) => revision,
    policyOf: (_, { policyVersion }) => policyOfInspection(services, policyVersion),
    recordOf: (inspection) => inspection,
  };
}

/** How a title stands for a look at it: an import that nobody has confirmed bears on nothing. */
export function standingForCheck(title: CertificationRow, today: string): InspectionContext["titleStanding"] {
  return title.confirmedBy === null ? "unconfirmed" : standingOfTitle(title, today);
}

/** The title that is looked at. */
export async function titleOf(database: Database, certificationId: string): Promise<CertificationRow> {
  const title = await findCertification(database, certificationId);
  if (title === null) throw new Error(`the title ${certificationId} of an inspection is missing`);
  return title;
}

/** What is found after a hearing; null while there is none. */
export function findingOf({ absenceFinding, isFalsified }: InspectionRow): HearingFinding | null {
  if (absenceFinding !== null) return absenceFinding;
  return isFalsified === null ? null : isFalsified ? "falsified" : "not_falsified";
}

/** The result that the unit was told before it was heard: what was not falsified has another one afterwards. */
export function toldResultOf(row: InspectionRow): TitleCheckResult | null {
  return findingOf(row) === "not_falsified" ? "falsified" : row.result;
}

/** Until when the unit may answer the latest letter to it, and whether it has. What it said before a finding against it does not answer that. */
function answerOf({ answer, answeredOn, answerUntil, foundOn, findingAnswerUntil }: InspectionFile) {
  if (foundOn === null || findingAnswerUntil === null) return { answerUntil, isAnswered: answer !== null };
  return { answerUntil: findingAnswerUntil, isAnswered: answeredOn !== null && answeredOn > foundOn };
}

/** What is on record around a look, with what the act brings. */
export async function inspectionContext(
  transaction: Database,
  inspection: InspectionFile,
  today: string,
  brings: Partial<InspectionContext>,
): Promise<InspectionContext> {
  const { kind, certificationId, result, rectifyUntil, checkedAgainOn } = inspection;
  return {
    today,
    kind,
    titleStanding: standingForCheck(await titleOf(transaction, certificationId), today),
    result,
    hasReasons: false,
    openItems: [],
    ...answerOf(inspection),
    isRectified: rectifyUntil === null || checkedAgainOn !== null,
    ...brings,
  };
}
