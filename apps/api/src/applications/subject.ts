import { type ApplicationRow, type Database, findRound, lockApplication } from "@shifan/db";
import {
  type ApplicationContext,
  type ApplicationState,
  applicationMachine,
  type Policy,
  type Relation,
} from "@shifan/rules";
import { policyOfRound } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import type { Subject } from "../acts/subject.ts";

/** Who reaches an application. */
export function relationOfApplication({
  organizationId,
  district,
  isHandedIn,
  origin,
}: Pick<ApplicationRow, "organizationId" | "district" | "isHandedIn" | "origin">): Relation {
  return {
    organization: organizationId,
    district,
    account: null,
    isHandedIn,
    isPaper: origin === "paper",
    isPublished: false,
  };
}

/** The policy version of an application is that of its round. */
export async function policyOfApplication(
  { catalog, clock }: Pick<ProcedureServices, "catalog" | "clock">,
  database: Database,
  { roundId }: Pick<ApplicationRow, "roundId">,
): Promise<Policy> {
  const round = await findRound(database, roundId);
  if (round === null) throw new Error(`the round ${roundId} of an application is missing`);
  return policyOfRound(catalog, round, clock.today());
}

/** 申报年度: the year of the round. */
export async function yearOfApplication(
  database: Database,
  { roundId }: Pick<ApplicationRow, "roundId">,
): Promise<number> {
  const round = await findRound(database, roundId);
  if (round === null) throw new Error(`the round ${roundId} of an application is missing`);
  return round.year;
}

/** Applications as records that live by their table. */
export function applicationSubject(
  services: ProcedureServices,
): Subject<ApplicationRow, ApplicationState, ApplicationContext> {
  return {
    machine: applicationMachine,
    lock: lockApplication,
    idOf: ({ id }) => id,
    stateOf: ({ state }) => state,
    relationOf: relationOfApplication,
    revisionOf: ({ revision }) => revision,
    policyOf: (transaction, application) => policyOfApplication(services, transaction, application),
    recordOf: (application) => application,
  };
}
