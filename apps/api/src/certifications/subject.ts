import { type CertificationFile, type CertificationRow, lockCertification, stateOfCertification } from "@shifan/db";
import {
  type CertificationContext,
  type CertificationState,
  certificationMachine,
  type Relation,
  standingOfTitle,
} from "@shifan/rules";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import type { Subject } from "../acts/subject.ts";

/** Who reaches a title: a confirmed one is public. */
export function relationOfTitle({
  organizationId,
  district,
  confirmedBy,
}: Pick<CertificationRow, "organizationId" | "district" | "confirmedBy">): Relation {
  const isPublished = confirmedBy !== null;
  return { organization: organizationId, district, account: null, isHandedIn: true, isPaper: true, isPublished };
}

/** Of a title that does not exist yet, or that a decision elsewhere changes, nothing is asked. */
export const nothingAsked: CertificationContext = {
  isConfirmed: false,
  isSamePerson: false,
  isImported: false,
  isDiscarded: false,
  hasCorrection: false,
  hasReasons: false,
};

/** What the table of titles asks of one. @param day on which it has to be in force */
export function certificationContext(
  title: CertificationRow,
  userId: string | null,
  day: string,
  { hasReasons = false }: { hasReasons?: boolean } = {},
): CertificationContext {
  const first = title.correction === null ? title.importedBy : title.correction.proposedBy;
  return {
    isConfirmed: title.confirmedBy !== null,
    isSamePerson: first === userId,
    isImported: title.importedBy !== null,
    isDiscarded: title.discardedOn !== null,
    hasCorrection: title.correction !== null,
    hasReasons,
    // One that nobody has confirmed bears on nothing: it stands in no way.
    ...(title.confirmedBy === null ? {} : { standing: standingOfTitle(title, day) }),
  };
}

/** Titles as records that live by their table. */
export function certificationSubject(
  services: ProcedureServices,
): Subject<CertificationFile, CertificationState, CertificationContext> {
  return {
    machine: certificationMachine,
    lock: lockCertification,
    idOf: ({ id }) => id,
    stateOf: ({ state }) => state,
    relationOf: relationOfTitle,
    revisionOf: ({ revision }) => revision,
    policyOf: () => policyInForce(services),
    recordOf: stateOfCertification,
  };
}
