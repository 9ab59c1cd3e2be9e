import { randomUUID } from "node:crypto";
import type { CreatePackage } from "@shifan/contract";
import {
  type Database,
  findObligationOf,
  findPackageOf,
  insertPackage,
  lockObligation,
  type PackageRow,
} from "@shifan/db";
import { isPeriod, lastDayOf, permittingGrant } from "@shifan/rules";
import type { Person } from "../acts/begin.ts";
import { type CreationOutcome, invalid } from "../acts/outcome.ts";
import { performCreationIn } from "../acts/perform.ts";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { checkDistrict } from "../organizations/input.ts";
import { checkPeriod } from "../reports/check-period.ts";
import { packageSubject, relationOfPackage } from "./subject.ts";

/** Begins what a district sends to the city for a period. */
export async function createPackage(
  services: ProcedureServices,
  transaction: Database,
  actor: Person,
  request: CreatePackage,
): Promise<CreationOutcome<PackageRow>> {
  const { clock } = services;
  const { district, kind, period } = request;
  const policy = await policyInForce(services);
  const relation = relationOfPackage({ district, sentOn: null });
  const mayCreate = permittingGrant(actor, "packages", "create", relation) !== null;
  const today = clock.today();
  const asked = { isAnnual: kind === "annual_package", period, name: "报送件", begin: "准备" };
  const errors = mayCreate ? [...checkDistrict(policy, district), ...checkPeriod(asked, today)] : [];
  if (errors.length > 0) return invalid(...errors);
  // What asks for it is locked, so that of two begun at the same moment the second sees the first.
  const asking = await findObligationOf(transaction, { kind, subject: district, period });
  if (asking !== null) await lockObligation(transaction, asking.id);
  const at = clock.now();
  return performCreationIn(
    transaction,
    packageSubject(services),
    { actor, act: "create", relation, policy, at },
    {
      context: async (inside) => ({
        today,
        isOnRecord: (await findPackageOf(inside, { district, period })) !== null,
        periodEndsOn: isPeriod(period) ? lastDayOf(period) : today,
        unexplained: [],
        hasInspectionReport: false,
        hasReasons: false,
      }),
      write: async (inside) => {
        const made = { id: randomUUID(), district, kind, period, createdBy: actor.userId, createdAt: at };
        const row = await insertPackage(inside, made);
        return { row, result: row, fields: ["district", "kind", "period"] };
      },
    },
  );
}
