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
import {
  type Actor,
  calendarYearOf,
  firstDayOf,
  isPeriod,
  lastDayOf,
  type PackageKind,
  permittingGrant,
  spellDate,
  spellPeriod,
} from "@shifan/rules";
import { type CreationOutcome, type InputErrors, invalid } from "../acts/outcome.ts";
import { performCreationIn } from "../acts/perform.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { checkDistrict } from "../organizations/input.ts";
import { packageSubject, policyOfPackages, relationOfPackage } from "./subject.ts";

/** A half has a half-year package, a year an annual one. */
function isPeriodOf(kind: PackageKind, period: string): boolean {
  return isPeriod(period) && (kind === "annual_package") === (period === String(calendarYearOf(period)));
}

function checkPeriod({ kind, period }: CreatePackage, today: string): InputErrors {
  if (!isPeriodOf(kind, period)) {
    const message = kind === "annual_package" ? "年度报送件写年份，如2027" : "半年报送件写上半年或下半年，如2027-H1";
    return [{ path: "/period", code: "other_kind", message }];
  }
  const first = firstDayOf(period);
  if (today >= first) return [];
  const message = `${spellPeriod(period)}还没有开始，${spellDate(first)}起可以准备`;
  return [{ path: "/period", code: "not_begun", message }];
}

/** Begins what a district sends to the city for a period. */
export async function createPackage(
  services: ProcedureServices,
  transaction: Database,
  actor: Actor & { userId: string },
  request: CreatePackage,
): Promise<CreationOutcome<PackageRow>> {
  const { clock } = services;
  const { district, kind, period } = request;
  const policy = await policyOfPackages(services);
  const relation = relationOfPackage({ district, sentOn: null });
  const mayCreate = permittingGrant(actor, "packages", "create", relation) !== null;
  const today = clock.today();
  const errors = mayCreate ? [...checkDistrict(policy, district), ...checkPeriod(request, today)] : [];
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
