import { and, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Database } from "../database.ts";
import {
  applications,
  certifications,
  complaints,
  experts,
  inspections,
  interpretations,
  notices,
  objections,
  obligations,
  organizationChanges,
  organizations,
  packages,
  recommendations,
  reports,
  reviews,
  rounds,
  sanctions,
  spotCheckDraws,
  users,
} from "../schema/index.ts";
import { applicationReachColumns } from "./applications.ts";
import { certificationReachColumns } from "./certifications.ts";
import { interpretationReachColumns } from "./interpretations.ts";
import { noticeReachColumns } from "./notices.ts";
import { obligationReachColumns } from "./obligations.ts";
import { organizationChangeReachColumns } from "./organization-changes.ts";
import { organizationNameOn } from "./organization-name.ts";
import { organizationReachColumns } from "./organizations.ts";
import { packageReachColumns } from "./packages.ts";
import { type Reach, type ReachColumns, withinReach } from "./reach.ts";
import { recommendationReachColumns } from "./recommendation-list.ts";
import { reportReachColumns } from "./reports.ts";

type Named = { readonly id: string; readonly name: unknown };
type Asked = { readonly ids: readonly string[]; readonly reach: Reach; readonly day: string };
type NameSource = (database: Database, asked: Asked) => Promise<Named[]>;

const within = (id: PgColumn, columns: ReachColumns, { ids, reach }: Asked): SQL | undefined =>
  and(inArray(id, [...ids]), withinReach(reach, columns));

const textOf = (column: PgColumn) => sql<string>`${column}`;

/** By a column of its own. */
function byColumn(id: PgColumn, name: PgColumn, columns: ReachColumns): NameSource {
  return (database, asked) =>
    database
      .select({ id: textOf(id), name: textOf(name) })
      .from(id.table)
      .where(within(id, columns, asked));
}

/** By the unit that it is about. */
function byUnit(id: PgColumn, organizationId: PgColumn, columns: ReachColumns): NameSource {
  return (database, asked) =>
    database
      .select({ id: textOf(id), name: organizationNameOn(organizationId, asked.day) })
      .from(id.table)
      .where(within(id, columns, asked));
}

/** By the unit of the case that it belongs to. */
function byCase(id: PgColumn, applicationId: PgColumn): NameSource {
  return (database, asked) =>
    database
      .select({ id: textOf(id), name: organizationNameOn(applications.organizationId, asked.day) })
      .from(id.table)
      .innerJoin(applications, eq(applications.id, applicationId))
      .where(within(id, {}, asked));
}

/** By the title that it is about. */
function byTitle(id: PgColumn, certificationId: PgColumn, columns: ReachColumns): NameSource {
  return (database, asked) =>
    database
      .select({ id: textOf(id), name: certifications.platformName })
      .from(id.table)
      .innerJoin(certifications, eq(certifications.id, certificationId))
      .where(within(id, columns, asked));
}

/** By what records of a kind are told apart, by the kind's name in the address. */
const sources: Readonly<Record<string, NameSource>> = {
  rounds: byColumn(rounds.id, rounds.year, { published: ne(rounds.state, "draft") }),
  applications: byUnit(applications.id, applications.organizationId, applicationReachColumns),
  organizations: byUnit(organizations.id, organizations.id, organizationReachColumns),
  "organization-changes": byUnit(
    organizationChanges.id,
    organizationChanges.organizationId,
    organizationChangeReachColumns,
  ),
  reviews: byCase(reviews.id, reviews.applicationId),
  objections: byCase(objections.id, objections.applicationId),
  certifications: byColumn(certifications.id, certifications.platformName, certificationReachColumns),
  inspections: byTitle(inspections.id, inspections.certificationId, {
    organization: inspections.organizationId,
    district: inspections.district,
  }),
  obligations: byTitle(obligations.id, obligations.certificationId, obligationReachColumns),
  reports: byTitle(reports.id, reports.certificationId, reportReachColumns),
  sanctions: byTitle(sanctions.id, sanctions.certificationId, { district: sanctions.district }),
  packages: byColumn(packages.id, packages.period, packageReachColumns),
  "spot-check-draws": byColumn(spotCheckDraws.id, spotCheckDraws.year, {}),
  notices: byColumn(notices.id, notices.title, noticeReachColumns),
  recommendations: byColumn(recommendations.id, recommendations.documentNumber, recommendationReachColumns),
  interpretations: byColumn(interpretations.id, interpretations.article, interpretationReachColumns),
  complaints: byColumn(complaints.id, complaints.receiptNumber, {}),
  experts: byColumn(experts.id, experts.name, {}),
  users: byColumn(users.id, users.name, {}),
};

/**
 * What records of one kind are called, as far as somebody reaches them: a unit, a platform, a year, a number. One query, however many there are.
 *
 * @param kind as in the address; of a kind without names nothing is found
 * @param asked.day on which a unit bears the name, YYYY-MM-DD in Shanghai
 * @returns by id
 */
export async function findRecordNames(
  database: Database,
  kind: string,
  asked: Asked,
): Promise<ReadonlyMap<string, string>> {
  const source = Object.hasOwn(sources, kind) ? sources[kind] : undefined;
  if (source === undefined || asked.ids.length === 0) return new Map();
  const rows = await source(database, asked);
  return new Map(rows.flatMap(({ id, name }) => (name === null || name === undefined ? [] : [[id, String(name)]])));
}
