import {
  type ApplicationRow,
  type Database,
  findApplicationException,
  findCasePublicities,
  findOtherApplications,
  findRound,
  findStandingMandates,
  listTitlesOfAll,
  type OtherApplications,
  type RoundRow,
} from "@shifan/db";
import { type ApplicationContext, lifecycleFigure, type Policy, type ReturnKind, titleObstacles } from "@shifan/rules";
import type { ProcedureServices } from "../acts/services.ts";
import type { CheckedCase } from "./check-case.ts";

/** A return as it is kept with an application. */
export type KeptReturn = {
  readonly kind: ReturnKind;
  readonly until: string;
  readonly on: string;
  readonly defects: readonly { material: string | null; field: string | null; text: string }[];
  /** The day of the handing in that answered it; null while it is still to come. */
  readonly resubmittedOn: string | null;
};

/** What an act brings to the decision, beside what is on record. */
export type ContextAdditions = Partial<
  Pick<
    ApplicationContext,
    | "receivedOn"
    | "drawing"
    | "survey"
    | "againstFinding"
    | "hasReasons"
    | "isAcknowledged"
    | "uncheckedMaterials"
    | "panel"
  >
> & {
  /** For acts that depend on what the rules say of the case. */
  readonly checked?: CheckedCase;
};

/**
 * How an application of an organization in a round stands beside others: the second live one rests on the exception that the city has recorded,
 * and there is no third.
 *
 * @returns the ground of the exception that a new application would rest on; null where it needs none, or there is none for it
 */
export async function standingBesideOthers(
  database: Database,
  application: Pick<ApplicationRow, "id" | "roundId" | "organizationId">,
): Promise<{ hasOtherApplication: boolean; exceptionGround: string | null }> {
  const others = await findOtherApplications(database, [application]);
  return standingBeside(database, application, others.get(application.id));
}

async function standingBeside(
  database: Database,
  { roundId, organizationId }: Pick<ApplicationRow, "roundId" | "organizationId">,
  others: OtherApplications | undefined,
): Promise<{ hasOtherApplication: boolean; exceptionGround: string | null }> {
  if (!others?.regular) return { hasOtherApplication: false, exceptionGround: null };
  const exception = others.byException ? null : await findApplicationException(database, { organizationId, roundId });
  return { hasOtherApplication: exception === null, exceptionGround: exception?.ground ?? null };
}

type KnownApplication = Pick<
  ApplicationRow,
  "id" | "roundId" | "organizationId" | "origin" | "receivedOn" | "returned" | "enteredOn"
>;

/** What is on record around an application, for the decision on an act. */
export async function applicationContext(
  services: Pick<ProcedureServices, "clock">,
  database: Database,
  application: KnownApplication,
  policy: Policy,
  additions: ContextAdditions = {},
): Promise<ApplicationContext> {
  const round = await findRound(database, application.roundId);
  if (round === null) throw new Error(`the round ${application.roundId} of an application is missing`);
  const contextOf = await applicationContexts(services, database, round, [application], policy);
  return contextOf(application, additions);
}

/** The same for several applications of a round, looked up at once. @returns what gives the context of one of them */
export async function applicationContexts(
  { clock }: Pick<ProcedureServices, "clock">,
  database: Database,
  round: RoundRow,
  applications: readonly KnownApplication[],
  policy: Policy,
): Promise<(application: KnownApplication, additions?: ContextAdditions) => Promise<ApplicationContext>> {
  const organizations = [...new Set(applications.map(({ organizationId }) => organizationId))];
  const others = await findOtherApplications(database, applications);
  const titles = await listTitlesOfAll(database, organizations);
  const mandates = await findStandingMandates(database, organizations);
  const publicities = await findCasePublicities(
    database,
    applications.map(({ id }) => id),
  );
  const today = clock.today();
  const banYears = lifecycleFigure(policy.document, "ban_years");
  return async (application, { checked, ...brought } = {}) => {
    const { id, organizationId } = application;
    const receivedOn = brought.receivedOn ?? application.receivedOn ?? today;
    const { hasOtherApplication } = await standingBeside(database, application, others.get(id));
    const kept = application.returned as KeptReturn | null;
    return {
      round: { state: round.state, submissionDeadline: round.submissionDeadline },
      receivedOn,
      today,
      hasOtherApplication,
      // Of a paper dossier the sealed letter of authority lies with the papers; the officer who enters it has seen it.
      isMandateConfirmed: application.origin === "paper" || mandates.get(organizationId)?.state === "confirmed",
      ...titleObstacles(titles.get(organizationId) ?? [], receivedOn, banYears),
      materials: checked?.unready ?? [],
      isAcknowledged: true,
      returned: kept === null ? null : { kind: kept.kind, until: kept.until },
      drawing: null,
      survey: null,
      againstFinding: false,
      hasReasons: false,
      uncheckedMaterials: [],
      panel: null,
      publicity: publicities.get(id) ?? null,
      ...brought,
    };
  };
}
