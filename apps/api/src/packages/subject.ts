import { lockPackage, type PackageRow } from "@shifan/db";
import { type PackageContext, type PackageState, packageMachine, type Relation } from "@shifan/rules";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import type { Subject } from "../acts/subject.ts";

/** Who reaches a package: its district, and once it was sent the city. */
export function relationOfPackage({ district, sentOn }: Pick<PackageRow, "district" | "sentOn">): Relation {
  const isHandedIn = sentOn !== null;
  return { organization: null, district, account: null, isHandedIn, isPaper: false, isPublished: false };
}

/** Packages as records that live by their table. */
export function packageSubject(services: ProcedureServices): Subject<PackageRow, PackageState, PackageContext> {
  return {
    machine: packageMachine,
    lock: lockPackage,
    idOf: ({ id }) => id,
    stateOf: ({ state }) => state,
    relationOf: relationOfPackage,
    revisionOf: ({ revision }) => revision,
    policyOf: () => policyInForce(services),
    recordOf: (row) => row,
  };
}
