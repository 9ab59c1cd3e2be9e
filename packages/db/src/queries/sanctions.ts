import { type SanctionKind, type SanctionState, sanctionStateForUnit, sanctionStates } from "@shifan/rules";
import { and, eq, isNotNull, isNull, notInArray, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { certifications, sanctionFiles, sanctions } from "../schema/index.ts";
import { listAttachedFiles } from "./attached-files.ts";
import { organizationNameOn } from "./organization-name.ts";
import { countRows, pageOfRows, type RowsPage } from "./page-of-rows.ts";
import { type Reach, withinReach } from "./reach.ts";

export type SanctionRow = typeof sanctions.$inferSelect;
/** A sanction with its evidence in its order: one record for the trail. */
export type SanctionFile = SanctionRow & { readonly fileIds: readonly string[] };

/** What the audit trail commits to. The answer to the decision came later: a record without it stands as it always did. */
export function stateOfSanction({ answerUntil, answer, answeredOn, ...sanction }: SanctionFile) {
  return {
    ...sanction,
    ...(answerUntil === null ? {} : { answerUntil }),
    ...(answer === null ? {} : { answer, answeredOn }),
  };
}

async function complete(database: Database, row: SanctionRow | undefined): Promise<SanctionFile | null> {
  if (row === undefined) return null;
  return { ...row, fileIds: await listAttachedFiles(database, sanctionFiles, sanctionFiles.sanctionId, row.id) };
}

export async function findSanction(database: Database, id: string): Promise<SanctionFile | null> {
  const [row] = await database.select().from(sanctions).where(eq(sanctions.id, id));
  return complete(database, row);
}

/** The sanction, locked until the end of the transaction. */
export async function lockSanction(transaction: Database, id: string): Promise<SanctionFile | null> {
  const [row] = await transaction.select().from(sanctions).where(eq(sanctions.id, id)).for("update");
  return complete(transaction, row);
}

type NewSanction = Pick<
  SanctionRow,
  | "id"
  | "kind"
  | "certificationId"
  | "organizationId"
  | "district"
  | "state"
  | "ground"
  | "finding"
  | "evidence"
  | "inspectionIds"
  | "proposedBy"
  | "createdAt"
>;

export async function insertSanction(
  transaction: Database,
  sanction: NewSanction,
  fileIds: readonly string[],
): Promise<SanctionFile> {
  const [row] = await transaction
    .insert(sanctions)
    .values({ ...sanction, revision: 1 })
    .returning();
  if (fileIds.length > 0) {
    await transaction
      .insert(sanctionFiles)
      .values(fileIds.map((fileId, position) => ({ sanctionId: sanction.id, fileId, position })));
  }
  return { ...(row as SanctionRow), fileIds };
}

/** Changes a sanction that the transaction has locked. What it was proposed for never changes. */
export async function updateSanction(
  transaction: Database,
  id: string,
  changes: Partial<Omit<SanctionRow, keyof NewSanction | "revision">> & { state?: SanctionState },
): Promise<SanctionFile> {
  const [row] = await transaction
    .update(sanctions)
    .set({ ...changes, revision: sql`${sanctions.revision} + 1` })
    .where(eq(sanctions.id, id))
    .returning();
  return (await complete(transaction, row)) as SanctionFile;
}

/** The one sanction of a title that is neither dropped nor withdrawn; null when there is none. */
export async function findLiveSanction(database: Database, certificationId: string): Promise<SanctionRow | null> {
  const [row] = await database
    .select()
    .from(sanctions)
    .where(and(eq(sanctions.certificationId, certificationId), notInArray(sanctions.state, ["dropped", "reinstated"])));
  return row ?? null;
}

/** The sanction of which a file is evidence; null when none. */
export async function findSanctionOfFile(database: Database, fileId: string): Promise<SanctionRow | null> {
  const [row] = await database
    .select({ sanction: sanctions })
    .from(sanctionFiles)
    .innerJoin(sanctions, eq(sanctions.id, sanctionFiles.sanctionId))
    .where(eq(sanctionFiles.fileId, fileId))
    .limit(1);
  return row?.sanction ?? null;
}

export type SanctionFilter = {
  kind?: SanctionKind | undefined;
  certificationId?: string | undefined;
  organizationId?: string | undefined;
};
/** A sanction as a list shows it. */
export type SanctionListRow = SanctionRow & { platformName: string; organizationName: string };

/** Sanctions within a condition, by the instant at which they were proposed, with the organization's name of a day. */
export async function listSanctions(
  database: Database,
  { within, filter, page, day }: { within: SQL; filter: SanctionFilter; page: RowsPage; day: string },
): Promise<{ rows: SanctionListRow[]; total: number }> {
  const where = and(
    within,
    filter.kind === undefined ? undefined : eq(sanctions.kind, filter.kind),
    filter.certificationId === undefined ? undefined : eq(sanctions.certificationId, filter.certificationId),
    filter.organizationId === undefined ? undefined : eq(sanctions.organizationId, filter.organizationId),
  );
  const { start, order, offset, limit } = pageOfRows({ at: sanctions.createdAt, id: sanctions.id }, page);
  const rows = await database
    .select({
      sanction: sanctions,
      platformName: certifications.platformName,
      organizationName: organizationNameOn(sanctions.organizationId, day),
    })
    .from(sanctions)
    .innerJoin(certifications, eq(certifications.id, sanctions.certificationId))
    .where(and(where, start))
    .orderBy(...order)
    .offset(offset)
    .limit(limit);
  const matching = database.select({ id: sanctions.id }).from(sanctions).where(where);
  return {
    rows: rows.map(({ sanction, ...known }) => ({ ...sanction, ...known })),
    total: await countRows(database, matching, page.countUpTo),
  };
}

/**
 * The sanctions that a reach covers, in one state or in any. The unit knows of one from its notice on: before it, nothing is held against it. It finds
 * one by the state that it is shown.
 */
export function sanctionsWithin(reach: Reach, state?: SanctionState): SQL {
  const columns = { organization: sanctions.organizationId, district: sanctions.district };
  const isOwn = ({ scope }: Reach[number]) => scope === "own_organization";
  const others = reach.filter((each) => !isOwn(each));
  const stands = state === undefined ? undefined : eq(sanctions.state, state);
  const shown = state === undefined ? undefined : isShownToUnit(state);
  const own = and(withinReach(reach.filter(isOwn), columns), isNotNull(sanctions.notifiedOn), shown);
  return or(and(withinReach(others, columns), stands), own) ?? sql`false`;
}

/** Whether a sanction is shown to its unit in a state. */
function isShownToUnit(shown: SanctionState): SQL {
  const isKnown = (column: typeof sanctions.servedOn | typeof sanctions.publishedOn, known: boolean) =>
    known ? isNotNull(column) : isNull(column);
  const ways = sanctionStates.flatMap((state) =>
    [true, false].flatMap((isServed) =>
      [true, false]
        .filter((isPublished) => sanctionStateForUnit({ state, isServed, isPublished }) === shown)
        .map((isPublished) =>
          and(
            eq(sanctions.state, state),
            isKnown(sanctions.servedOn, isServed),
            isKnown(sanctions.publishedOn, isPublished),
          ),
        ),
    ),
  );
  return or(...ways) ?? sql`false`;
}
