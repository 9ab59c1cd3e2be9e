import { halfOf, type InspectionState, type TitleCheckKind, type TitleCheckResult } from "@shifan/rules";
import { and, asc, eq, inArray, isNotNull, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { certificationChecks, certifications, inspectionFiles, inspections } from "../schema/index.ts";
import { listAttachedFiles } from "./attached-files.ts";
import { idOfPastCheck } from "./certifications.ts";
import { organizationNameOn } from "./organization-name.ts";
import { countRows, pageOfRows, type RowsPage } from "./page-of-rows.ts";
import { type Reach, withinReach } from "./reach.ts";

export type InspectionRow = typeof inspections.$inferSelect;
/** A look at a title with its photographs and papers in their order: one record for the trail. */
export type InspectionFile = InspectionRow & { readonly fileIds: readonly string[] };

/** What of a look is known when it is planned. */
export type NewInspection = Pick<
  InspectionRow,
  | "id"
  | "kind"
  | "certificationId"
  | "organizationId"
  | "district"
  | "period"
  | "drawId"
  | "complaintId"
  | "plannedOn"
  | "noticeText"
  | "takesPlaceOn"
  | "createdBy"
  | "createdAt"
>;

/** What may change of a look once it is planned. */
export type InspectionChanges = Partial<
  Omit<
    InspectionRow,
    keyof Omit<NewInspection, "period" | "plannedOn" | "noticeText" | "takesPlaceOn"> | "revision" | "state"
  >
>;

export async function insertInspection(transaction: Database, inspection: NewInspection): Promise<InspectionFile> {
  const [row] = await transaction
    .insert(inspections)
    .values({ ...inspection, state: "planned", checklist: {}, revision: 1 })
    .returning();
  return { ...(row as InspectionRow), fileIds: [] };
}

async function complete(database: Database, row: InspectionRow | undefined): Promise<InspectionFile | null> {
  if (row === undefined) return null;
  return { ...row, fileIds: await listAttachedFiles(database, inspectionFiles, inspectionFiles.inspectionId, row.id) };
}

export async function findInspection(database: Database, id: string): Promise<InspectionFile | null> {
  const [row] = await database.select().from(inspections).where(eq(inspections.id, id));
  return complete(database, row);
}

/** The look, locked until the end of the transaction. */
export async function lockInspection(transaction: Database, id: string): Promise<InspectionFile | null> {
  const [row] = await transaction.select().from(inspections).where(eq(inspections.id, id)).for("update");
  return complete(transaction, row);
}

/** Changes a look that the transaction has locked. */
export async function updateInspection(
  transaction: Database,
  id: string,
  changes: InspectionChanges & { state: InspectionState },
): Promise<InspectionFile> {
  const [row] = await transaction
    .update(inspections)
    .set({ ...changes, revision: sql`${inspections.revision} + 1` })
    .where(eq(inspections.id, id))
    .returning();
  return (await complete(transaction, row)) as InspectionFile;
}

/** Puts files behind those that a look has already. */
export async function attachInspectionFiles(
  transaction: Database,
  inspection: InspectionFile,
  fileIds: readonly string[],
): Promise<void> {
  if (fileIds.length === 0) return;
  const { id: inspectionId, fileIds: held } = inspection;
  const rows = fileIds.map((fileId, at) => ({ inspectionId, fileId, position: held.length + at }));
  await transaction.insert(inspectionFiles).values(rows);
}

/** The look that a file belongs to; null when none. */
export async function findInspectionOfFile(database: Database, fileId: string): Promise<InspectionFile | null> {
  const [row] = await database
    .select({ id: inspectionFiles.inspectionId })
    .from(inspectionFiles)
    .where(eq(inspectionFiles.fileId, fileId))
    .limit(1);
  return row === undefined ? null : findInspection(database, row.id);
}

/**
 * The periodic inspections of titles that are done, in the order of their days, each with the half that it counts for: those that took place, and
 * those of before the product, which papers tell of.
 */
export async function listInspectedHalves(
  database: Database,
  certificationIds: readonly string[],
): Promise<{ id: string; certificationId: string; period: string; carriedOutOn: string }[]> {
  if (certificationIds.length === 0) return [];
  const { id, certificationId, period, carriedOutOn, kind } = inspections;
  const kept = await database
    .select({ id, certificationId, period, carriedOutOn: sql<string>`${carriedOutOn}::text` })
    .from(inspections)
    .where(
      and(inArray(certificationId, [...certificationIds]), eq(kind, "periodic_inspection"), isNotNull(carriedOutOn)),
    )
    .orderBy(asc(carriedOutOn), asc(id));
  const told = await database
    .select()
    .from(certificationChecks)
    .where(
      and(
        inArray(certificationChecks.certificationId, [...certificationIds]),
        eq(certificationChecks.kind, "periodic_inspection"),
      ),
    )
    .orderBy(asc(certificationChecks.certificationId), asc(certificationChecks.n));
  const ofPapers = told.map(({ certificationId: title, n, checkedOn }) => {
    return { id: idOfPastCheck(title, n), certificationId: title, period: halfOf(checkedOn), carriedOutOn: checkedOn };
  });
  return [...ofPapers, ...kept].toSorted((left, right) => left.carriedOutOn.localeCompare(right.carriedOutOn));
}

export type InspectionFilter = {
  kind?: TitleCheckKind | undefined;
  state?: InspectionState | undefined;
  result?: TitleCheckResult | undefined;
  district?: string | undefined;
  period?: string | undefined;
  organizationId?: string | undefined;
  certificationId?: string | undefined;
  drawId?: string | undefined;
};

/** A look as its readers see it, with the names of the platform and of the unit on a day. */
export type InspectionListRow = InspectionFile & {
  readonly platformName: string;
  readonly validTo: string;
  readonly organizationName: string;
};

async function named(database: Database, where: SQL | undefined, day: string, page: RowsPage | null) {
  const { start, order, offset, limit } = pageOfRows(
    { at: inspections.createdAt, id: inspections.id },
    page ?? { descending: false, limit: 1, from: 0, after: null, countUpTo: null },
  );
  const rows = await database
    .select({
      inspection: inspections,
      platformName: certifications.platformName,
      validTo: certifications.validTo,
      organizationName: organizationNameOn(inspections.organizationId, day),
    })
    .from(inspections)
    .innerJoin(certifications, eq(certifications.id, inspections.certificationId))
    .where(and(where, start))
    .orderBy(...order)
    .offset(offset)
    .limit(limit);
  const ids = rows.map(({ inspection }) => inspection.id);
  const files =
    ids.length === 0
      ? []
      : await database
          .select()
          .from(inspectionFiles)
          .where(inArray(inspectionFiles.inspectionId, ids))
          .orderBy(asc(inspectionFiles.inspectionId), asc(inspectionFiles.position));
  const byInspection = Map.groupBy(files, ({ inspectionId }) => inspectionId);
  return rows.map(({ inspection, ...names }) => {
    const fileIds = (byInspection.get(inspection.id) ?? []).map(({ fileId }) => fileId);
    return { ...inspection, ...names, fileIds };
  });
}

/** One look with its names. @param day on which the unit bears the name */
export async function readInspection(database: Database, id: string, day: string): Promise<InspectionListRow | null> {
  const [row] = await named(database, eq(inspections.id, id), day, null);
  return row ?? null;
}

/** Looks within a condition, by the instant at which they were planned. */
export async function listInspections(
  database: Database,
  { within, filter, page, day }: { within: SQL; filter: InspectionFilter; page: RowsPage; day: string },
): Promise<{ rows: InspectionListRow[]; total: number }> {
  const given = Object.entries(filter).flatMap(([name, value]) =>
    value === undefined ? [] : [eq(inspections[name as keyof InspectionFilter], value)],
  );
  const where = and(within, ...given);
  const rows = await named(database, where, day, page);
  const matching = database.select({ id: inspections.id }).from(inspections).where(where);
  return { rows, total: await countRows(database, matching, page.countUpTo) };
}

/** Whether others than those who look may know of it: an appraisal once it is announced, all others once they took place. */
const isKnown = or(isNotNull(inspections.carriedOutOn), isNotNull(inspections.notifiedOn));

/** Of the looks of one kind at a place: all of them, those that are known, or none. */
type Sight = "all" | "known" | "none";
const conditions = { all: undefined, known: isKnown, none: sql`false` } satisfies Record<Sight, SQL | undefined>;

/**
 * The looks that the reaches cover: that of the district's own inspections, and that of the city's checks. Where a reader has both, the place stands once
 * and in front: a kept plan knows no values, and two conditions that turn out to be the same would not lead it to an index.
 */
export function inspectionsWithin({ inspections: own, cityChecks }: { inspections: Reach; cityChecks: Reach }): SQL {
  const columns = { organization: inspections.organizationId, district: inspections.district };
  const places = new Map([...own, ...cityChecks].map((each) => [placeOf(each), each]));
  const within = [...places].map(([place, each]) => {
    const isThere = (other: Reach[number]) => placeOf(other) === place;
    // A district knows its own inspections from their planning on; whom the city will look at unannounced, the city alone.
    const ofDistrict = own.some(isThere) ? (each.scope === "own_organization" ? "known" : "all") : "none";
    const ofCity = cityChecks.some(isThere) ? (each.scope === "all" ? "all" : "known") : "none";
    return and(withinReach([each], columns), seen(ofDistrict, ofCity));
  });
  return or(...within) ?? sql`false`;
}

/** Reaches with the same cover the same records. */
const placeOf = ({ scope, grant }: Reach[number]): string =>
  JSON.stringify([scope, grant.district, grant.organizations]);

/** What is told without a comparison stands in front: thousands are counted by it. */
function seen(ofDistrict: Sight, ofCity: Sight): SQL | undefined {
  if (ofDistrict === ofCity) return conditions[ofDistrict];
  const isOfDistrict = sql`${inspections.kind} = 'periodic_inspection'`;
  const isOfCity = sql`${inspections.kind} <> 'periodic_inspection'`;
  if (ofDistrict === "all") return or(conditions[ofCity], isOfDistrict);
  if (ofCity === "all") return or(conditions[ofDistrict], isOfCity);
  return and(isKnown, ofDistrict === "known" ? isOfDistrict : isOfCity);
}
