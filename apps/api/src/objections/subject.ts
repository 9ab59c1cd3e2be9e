import {
  type ApplicationRow,
  type Database,
  findNotice,
  findRound,
  lockApplication,
  lockObjection,
  type ObjectionFile,
} from "@shifan/db";
import {
  type ApplicationState,
  type ObjectionContext,
  type ObjectionState,
  objectionMachine,
  type Policy,
  type Relation,
} from "@shifan/rules";
import { policyOfRound } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import type { Subject } from "../acts/subject.ts";

/** Who reaches an objection. The organization of the case knows of it from its admission on, when there is an extract. */
export function relationOfObjection({
  extract,
  organizationId,
}: {
  extract: string | null;
  organizationId: string;
}): Relation {
  const organization = extract === null ? null : organizationId;
  return { organization, district: null, account: null, isHandedIn: true, isPaper: false, isPublished: false };
}

/** Objections as records that live by their table. */
export function objectionSubject(
  services: ProcedureServices,
): Subject<ObjectionFile, ObjectionState, ObjectionContext> {
  return {
    machine: objectionMachine,
    lock: lockObjection,
    idOf: ({ objection }) => objection.id,
    stateOf: ({ objection }) => objection.state,
    relationOf: ({ objection, organizationId }) => relationOfObjection({ ...objection, organizationId }),
    revisionOf: ({ objection }) => objection.revision,
    policyOf: (transaction, { objection }) => policyOfObjection(services, transaction, objection.noticeId),
    recordOf: ({ objection, fileIds }) => ({ objection, fileIds }),
  };
}

/** The policy version of the round whose list was published. */
export async function policyOfObjection(
  { catalog, clock }: Pick<ProcedureServices, "catalog" | "clock">,
  database: Database,
  noticeId: string,
): Promise<Policy> {
  const file = await findNotice(database, noticeId);
  const round = await findRound(database, file?.notice.roundId ?? "");
  if (round === null) throw new Error(`the round of the publicity ${noticeId} is missing`);
  return policyOfRound(catalog, round, clock.today());
}

/** The case that an objection is about, locked: acts on several objections to one case come one after the other. */
export async function lockCase(transaction: Database, applicationId: string): Promise<ApplicationRow> {
  const application = await lockApplication(transaction, applicationId);
  if (application === null) throw new Error(`the case ${applicationId} of an objection is missing`);
  return application;
}

/** What is on record around an objection. Whoever acts has locked its case, or else it is read as it stands. */
export async function objectionContext(
  database: Database,
  { objection }: ObjectionFile,
  { today, hasReasons, caseState }: { today: string; hasReasons: boolean; caseState: ApplicationState },
): Promise<ObjectionContext> {
  const file = await findNotice(database, objection.noticeId);
  return {
    today,
    caseState,
    receivedOn: objection.receivedOn,
    publicity: { startsOn: file?.notice.startsOn ?? "", endsOn: file?.notice.endsOn ?? "" },
    answerUntil: objection.answerUntil,
    isAnswered: objection.answer !== null,
    hasReasons,
  };
}
