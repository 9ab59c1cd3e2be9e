import type { Grant, Scope } from "@shifan/rules";
import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

/** What an actor reaches of a resource: any of these, each under its grant. */
export type Reach = readonly { readonly scope: Scope; readonly grant: Grant }[];

/** Where in a table stands what decides who reaches a row. A resource without one of them is reached by no scope that asks for it. */
export type ReachColumns = {
  organization?: PgColumn;
  district?: PgColumn;
  account?: { column: PgColumn; userId: string | null };
  handedIn?: SQL;
  published?: SQL;
};

const nothing = sql`false`;

function condition(scope: Scope, grant: Grant, columns: ReachColumns): SQL {
  switch (scope) {
    case "all":
      return sql`true`;
    case "handed_in":
      return columns.handedIn ?? nothing;
    case "own_district":
      return columns.district && grant.district !== null ? eq(columns.district, grant.district) : nothing;
    case "own_district_handed_in":
      return columns.district && columns.handedIn && grant.district !== null
        ? (and(eq(columns.district, grant.district), columns.handedIn) ?? nothing)
        : nothing;
    case "own_district_paper":
      return nothing;
    case "own_organization":
      return columns.organization && grant.organizations.length > 0
        ? inArray(columns.organization, [...grant.organizations])
        : nothing;
    case "own_account":
      return columns.account && columns.account.userId !== null
        ? eq(columns.account.column, columns.account.userId)
        : nothing;
    case "published":
      return columns.published ?? nothing;
  }
}

/** The rows that a reach covers, as a condition of the query: nobody's rows are read first and left out afterwards. */
export function withinReach(reach: Reach, columns: ReachColumns): SQL {
  return or(...reach.map(({ scope, grant }) => condition(scope, grant, columns))) ?? nothing;
}

/** Whether a reach covers every record, or those of one scope alone. */
export const isOnly = (reach: Reach, ...scopes: readonly Scope[]): boolean =>
  reach.length > 0 && reach.every(({ scope }) => scopes.includes(scope));
