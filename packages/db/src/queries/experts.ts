import type { ExpertState } from "@shifan/rules";
import { and, asc, desc, eq, gt, gte, ilike, inArray, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { experts, roleGrants, users } from "../schema/index.ts";
import { atMost, countRows } from "./page-of-rows.ts";

export type ExpertRow = typeof experts.$inferSelect;
/** An expert with the e-mail of the account with which they sign in; null where there is none. */
export type ExpertListRow = ExpertRow & { email: string | null };

type ExpertValues = Pick<ExpertRow, "userId" | "name" | "employer" | "position" | "fields">;

export async function insertExpert(
  transaction: Database,
  { at, ...values }: ExpertValues & { id: string; state: ExpertState; at: Date },
): Promise<ExpertRow> {
  const [row] = await transaction
    .insert(experts)
    .values({ ...values, createdAt: at, revision: 1 })
    .returning();
  return row as ExpertRow;
}

/** The expert, locked until the end of the transaction. */
export async function lockExpert(transaction: Database, id: string): Promise<ExpertRow | null> {
  const [row] = await transaction.select().from(experts).where(eq(experts.id, id)).for("update");
  return row ?? null;
}

export async function findExpert(database: Database, id: string): Promise<ExpertListRow | null> {
  const [row] = await selectExperts(database).where(eq(experts.id, id));
  return row === undefined ? null : { ...row.expert, email: row.email };
}

/** Whose account it is in the pool; null where nobody has it. */
export async function findExpertOfUser(database: Database, userId: string): Promise<ExpertRow | null> {
  const [row] = await database.select().from(experts).where(eq(experts.userId, userId));
  return row ?? null;
}

/** Changes an expert whom the transaction has locked. */
export async function updateExpert(
  transaction: Database,
  id: string,
  changes: { [Name in keyof ExpertValues]?: ExpertValues[Name] | undefined } & { state?: ExpertState },
): Promise<ExpertRow> {
  const [row] = await transaction
    .update(experts)
    .set({ ...changes, revision: sql`${experts.revision} + 1` })
    .where(eq(experts.id, id))
    .returning();
  return row as ExpertRow;
}

/** Everybody whom the pool holds now, and whether their account may sign in as an expert on the day. */
export async function listPool(database: Database, day: string): Promise<(ExpertRow & { canSignIn: boolean })[]> {
  const grantsOfDay = database
    .select({ userId: roleGrants.userId })
    .from(roleGrants)
    .innerJoin(users, eq(users.id, roleGrants.userId))
    .where(
      and(
        eq(roleGrants.role, "expert"),
        isNull(roleGrants.endedAt),
        isNull(users.disabledAt),
        lte(roleGrants.fromOn, day),
        or(isNull(roleGrants.untilOn), gte(roleGrants.untilOn, day)),
      ),
    );
  const signingIn = new Set((await grantsOfDay).map(({ userId }) => userId));
  const rows = await database.select().from(experts).where(eq(experts.state, "active")).orderBy(asc(experts.id));
  return rows.map((row) => ({ ...row, canSignIn: row.userId !== null && signingIn.has(row.userId) }));
}

export const expertSortFields = ["name", "employer", "createdAt"] as const;

/** Which experts; what is left out narrows nothing. */
export type ExpertFilter = {
  state?: ExpertState | undefined;
  /** Part of the name or the employer. */
  q?: string | undefined;
  /** A field of theirs. */
  field?: string | undefined;
};

export type ExpertPage = {
  sort: { field: (typeof expertSortFields)[number]; descending: boolean };
  limit: number;
  /** The place of the page's first row, from 0; or the row behind which it begins. */
  from: number;
  after: { value: string; id: string } | null;
  countUpTo: number | null;
};

/** Experts within a condition. `total` is counted only as far as was asked for. */
export async function listExperts(
  database: Database,
  { within, filter, page }: { within: SQL; filter: ExpertFilter; page: ExpertPage },
): Promise<{ rows: ExpertListRow[]; total: number }> {
  const where = and(within, ...conditionsOf(filter));
  const column = experts[page.sort.field];
  const direct = page.sort.descending ? desc : asc;
  const rows = await selectExperts(database)
    .where(and(where, behind(page)))
    .orderBy(direct(column), direct(experts.id))
    .offset(page.after === null ? page.from : 0)
    .limit(atMost(page.limit));
  const matching = database.select({ id: experts.id }).from(experts).where(where);
  return {
    rows: rows.map(({ expert, email }) => ({ ...expert, email })),
    total: await countRows(database, matching, page.countUpTo),
  };
}

/** The condition columns by which access is applied to experts: each reads the own entry. */
export function expertReachColumns(userId: string | null) {
  return { account: { column: experts.userId, userId } };
}

function selectExperts(database: Database) {
  return database
    .select({ expert: experts, email: users.email })
    .from(experts)
    .leftJoin(users, eq(users.id, experts.userId));
}

function behind({ sort, after }: Pick<ExpertPage, "sort" | "after">): SQL | undefined {
  if (after === null) return undefined;
  const column = experts[sort.field];
  const beyond = sort.descending ? lt : gt;
  const value = sort.field === "createdAt" ? new Date(after.value) : after.value;
  return or(beyond(column, value), and(eq(column, value), beyond(experts.id, after.id)));
}

function conditionsOf({ state, q, field }: ExpertFilter): (SQL | undefined)[] {
  const like = q === undefined ? undefined : `%${q.replaceAll(/[\\%_]/g, "\\$&")}%`;
  return [
    state === undefined ? undefined : eq(experts.state, state),
    like === undefined ? undefined : or(ilike(experts.name, like), ilike(experts.employer, like)),
    field === undefined
      ? undefined
      : inArray(
          experts.id,
          sql`(select e.id from ${experts} e, json_array_elements_text(e.fields) as of_expert(field) where of_expert.field = ${field})`,
        ),
  ];
}
