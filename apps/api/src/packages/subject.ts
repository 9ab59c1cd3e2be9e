import { lockPackage, type PackageRow } from "@shifan/db";
import { type PackageContext, type PackageState, type Policy, packageMachine, type Relation } from "@shifan/rules";
import { policyOfRound } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import type { Subject } from "../acts/subject.ts";

/** Who reaches a package: its district, and once it was sent the city. */
export function relationOfPackage({ district, sentOn }: Pick<PackageRow, "district" | "sentOn">): Relation {
  const isHandedIn = sentOn !== null;
  return { organization: null, district, account: null, isHandedIn, isPaper: false, isPublished: false };
}

/** The policy by which packages live: the newest in force today. */
export function policyOfPackages({
  catalog,
  clock,
  defaultPolicy,
}: Pick<ProcedureServices, "catalog" | "clock" | "defaultPolicy">): Promise<Policy> {
  return policyOfRound(catalog, { policyId: defaultPolicy, policyVersion: null }, clock.today());
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
    policyOf: () => policyOfPackages(services),
    recordOf: (row) => row,
  };
}
