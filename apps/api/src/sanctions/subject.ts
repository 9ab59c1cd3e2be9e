import {
  type Database,
  findCertification,
  lockSanction,
  type SanctionFile,
  type SanctionRow,
  stateOfSanction,
} from "@shifan/db";
import {
  articleOfSanctionAct,
  type Policy,
  type Relation,
  type SanctionContext,
  type SanctionState,
  sanctionMachine,
  standingOfTitle,
} from "@shifan/rules";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import type { Subject } from "../acts/subject.ts";
import { standingOfGround } from "./grounds.ts";

/** Who reaches a sanction. The unit knows of it from its notice on. */
export function relationOfSanction({
  organizationId,
  district,
  notifiedOn,
}: Pick<SanctionRow, "organizationId" | "district" | "notifiedOn">): Relation {
  const organization = notifiedOn === null ? null : organizationId;
  return { organization, district, account: null, isHandedIn: true, isPaper: false, isPublished: false };
}

/** Sanctions as records that live by their table. */
export function sanctionSubject(services: ProcedureServices): Subject<SanctionFile, SanctionState, SanctionContext> {
  return {
    machine: sanctionMachine,
    lock: lockSanction,
    idOf: ({ id }) => id,
    stateOf: ({ state }) => state,
    relationOf: relationOfSanction,
    revisionOf: ({ revision }) => revision,
    articleOf: ({ document }, { kind }, act) => articleOfSanctionAct(document, kind, act),
    policyOf: () => policyInForce(services),
    recordOf: stateOfSanction,
  };
}

/** What an act brings to the decision, beside what is on record. */
export type SanctionAdditions = {
  readonly today: string;
  readonly hasReasons: boolean;
  /** Who does it: a second person has to be another. */
  readonly userId: string | null;
  /** The interpretation that the decision cites; where the act names none, the one on record counts. */
  readonly interpretationId: string | null;
};

/** What is on record around a sanction. */
export async function sanctionContext(
  transaction: Database,
  sanction: SanctionFile,
  { document }: Policy,
  { today, hasReasons, userId, interpretationId }: SanctionAdditions,
): Promise<SanctionContext> {
  const title = await findCertification(transaction, sanction.certificationId);
  if (title === null) throw new Error(`the title of the sanction ${sanction.id} is missing`);
  const decidedBy = sanction.state === "reinstatement_decided" ? sanction.reinstatementBy : sanction.decidedBy;
  return {
    today,
    kind: sanction.kind,
    hasReasons,
    hasOther: false,
    titleStanding: standingOfTitle(title, today),
    ...(await standingOfGround(transaction, sanction, document, {
      today,
      interpretationId: interpretationId ?? sanction.interpretationId,
    })),
    statementUntil: sanction.statementUntil,
    hasStatement: sanction.statement !== null,
    isSamePerson: decidedBy === userId,
    isServed: sanction.servedOn !== null,
  };
}
