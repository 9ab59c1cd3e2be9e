import type { ObligationKind, PackageKind, PackageState } from "@shifan/rules";
import { and, asc, eq, inArray, isNotNull, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { certifications, inspections, obligations, packages } from "../schema/index.ts";
import type { ObligationRow } from "./obligations.ts";
import { countRows, pageOfRows, type RowsPage } from "./page-of-rows.ts";

export type PackageRow = typeof packages.$inferSelect;

export async function insertPackage(
  transaction: Database,
  row: Pick<PackageRow, "id" | "district" | "kind" | "period" | "createdBy" | "createdAt">,
): Promise<PackageRow> {
  const [made] = await transaction
    .insert(packages)
    .values({ ...row, state: "drafted", missing: {}, revision: 1 })
    .returning();
  return made as PackageRow;
}

export async function findPackage(database: Database, id: string): Promise<PackageRow | null> {
  const [row] = await database.select().from(packages).where(eq(packages.id, id));
  return row ?? null;
}

/** The package of a district for a period; null when there is none. */
export async function findPackageOf(
  database: Database,
  { district, period }: Pick<PackageRow, "district" | "period">,
): Promise<PackageRow | null> {
  const [row] = await database
    .select()
    .from(packages)
    .where(and(eq(packages.district, district), eq(packages.period, period)));
  return row ?? null;
}

/** The package, locked until the end of the transaction. */
export async function lockPackage(transaction: Database, id: string): Promise<PackageRow | null> {
  const [row] = await transaction.select().from(packages).where(eq(packages.id, id)).for("update");
  return row ?? null;
}

/** Changes a package that the transaction has locked. */
export async function updatePackage(
  transaction: Database,
  id: string,
  changes: Partial<
    Pick<
      PackageRow,
      "state" | "inspectionReport" | "documentNumber" | "missing" | "sentOn" | "receivedOn" | "sentBackReason"
    >
  >,
): Promise<PackageRow> {
  const [row] = await transaction
    .update(packages)
    .set({ ...changes, revision: sql`${packages.revision} + 1` })
    .where(eq(packages.id, id))
    .returning();
  return row as PackageRow;
}

/** What a district's platforms owe, with the name of the platform. */
export type OwedRow = ObligationRow & { readonly platformName: string };

const owedColumns = { obligation: obligations, platformName: certifications.platformName };
const owedRow = ({ obligation, platformName }: { obligation: ObligationRow; platformName: string }): OwedRow => ({
  ...obligation,
  platformName,
});

/** What is owed of a district's titles for a package: of each kind for its periods, whether done or not, by the name of the platform. */
export async function listOwedInDistrict(
  database: Database,
  district: string,
  asked: readonly { readonly kind: ObligationKind; readonly periods: readonly string[] }[],
): Promise<OwedRow[]> {
  const rows = await database
    .select(owedColumns)
    .from(obligations)
    .innerJoin(certifications, eq(certifications.id, obligations.certificationId))
    .where(
      and(
        eq(obligations.district, district),
        or(
          ...asked.map(({ kind, periods }) =>
            and(eq(obligations.kind, kind), inArray(obligations.period, [...periods])),
          ),
        ),
      ),
    )
    .orderBy(asc(certifications.platformName), asc(obligations.period), asc(obligations.id));
  return rows.map(owedRow);
}

export type PackageFilter = {
  state?: PackageState | undefined;
  kind?: PackageKind | undefined;
  period?: string | undefined;
  district?: string | undefined;
};

/** Packages within a condition, by the instant at which they were begun. */
export async function listPackages(
  database: Database,
  { within, filter, page }: { within: SQL; filter: PackageFilter; page: RowsPage },
): Promise<{ rows: PackageRow[]; total: number }> {
  const where = and(
    within,
    filter.state === undefined ? undefined : eq(packages.state, filter.state),
    filter.kind === undefined ? undefined : eq(packages.kind, filter.kind),
    filter.period === undefined ? undefined : eq(packages.period, filter.period),
    filter.district === undefined ? undefined : eq(packages.district, filter.district),
  );
  const { start, order, offset, limit } = pageOfRows({ at: packages.createdAt, id: packages.id }, page);
  const rows = await database
    .select()
    .from(packages)
    .where(and(where, start))
    .orderBy(...order)
    .offset(offset)
    .limit(limit);
  const matching = database.select({ id: packages.id }).from(packages).where(where);
  return { rows, total: await countRows(database, matching, page.countUpTo) };
}

/** The columns by which access is applied to packages: one that was never sent is its district's alone. */
export const packageReachColumns = { district: packages.district, handedIn: sql`${packages.sentOn} is not null` };

/** An inspection with the platform that was inspected. */
export type InspectedRow = typeof inspections.$inferSelect & { readonly platformName: string };

/** The periodic inspections of a district in some halves that were carried out, by the name of the platform. */
export async function listInspectedInDistrict(
  database: Database,
  district: string,
  periods: readonly string[],
): Promise<InspectedRow[]> {
  const rows = await database
    .select({ inspection: inspections, platformName: certifications.platformName })
    .from(inspections)
    .innerJoin(certifications, eq(certifications.id, inspections.certificationId))
    .where(
      and(
        eq(inspections.district, district),
        eq(inspections.kind, "periodic_inspection"),
        inArray(inspections.period, [...periods]),
        isNotNull(inspections.carriedOutOn),
      ),
    )
    .orderBy(asc(certifications.platformName), asc(inspections.carriedOutOn), asc(inspections.id));
  return rows.map(({ inspection, platformName }) => ({ ...inspection, platformName }));
}
