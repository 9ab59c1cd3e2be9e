import { and, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { certifications, interpretations, mandates, organizationChanges, organizations } from "../schema/index.ts";
import { dayOfInstant, type Waiting, waitingColumns } from "./waiting.ts";

/** What waits for a second person, by whether the one who asks was the first. */
export type WaitingForSecond = Waiting & { isOwn: boolean };

/** Titles entered from papers within a condition that nobody has confirmed yet. */
export async function listUnconfirmedTitles(
  database: Database,
  { within, userId }: { within: SQL; userId: string },
): Promise<WaitingForSecond[]> {
  const { id, importedBy, createdAt, confirmedBy, discardedOn } = certifications;
  return database
    .select({
      isOwn: sql<boolean>`coalesce(${importedBy} = ${userId}::text, false)`.as("is_own"),
      ...waitingColumns(id, dayOfInstant(createdAt)),
    })
    .from(certifications)
    .where(and(within, isNull(confirmedBy), isNull(discardedOn)))
    .groupBy(sql`1`);
}

/** Corrections of titles from papers within a condition that nobody has confirmed or dropped. */
export async function listOpenCorrections(
  database: Database,
  { within, userId }: { within: SQL; userId: string },
): Promise<WaitingForSecond[]> {
  const { id, correction } = certifications;
  return database
    .select({
      isOwn: sql<boolean>`(${correction} ->> 'proposedBy' = ${userId}::text)`.as("is_own"),
      ...waitingColumns(id, sql`${correction} ->> 'proposedOn'`),
    })
    .from(certifications)
    .where(and(within, isNotNull(correction)))
    .groupBy(sql`1`);
}

/** Drafts of interpretations that are whole and only wait to be issued. */
export async function listDraftInterpretations(
  database: Database,
  { within, userId }: { within: SQL; userId: string },
): Promise<WaitingForSecond[]> {
  const { id, createdBy, createdAt, state } = interpretations;
  return database
    .select({
      isOwn: sql<boolean>`(${createdBy} = ${userId}::text)`.as("is_own"),
      ...waitingColumns(id, dayOfInstant(createdAt)),
    })
    .from(interpretations)
    .where(and(within, eq(state, "draft")))
    .groupBy(sql`1`);
}

/** Reported changes of units within a condition that nobody has reviewed. */
export async function listReportedChanges(
  database: Database,
  { within, userId }: { within: SQL; userId: string },
): Promise<WaitingForSecond[]> {
  const { id, reportedBy, reportedOn, state } = organizationChanges;
  return database
    .select({
      isOwn: sql<boolean>`(${reportedBy} = ${userId}::text)`.as("is_own"),
      ...waitingColumns(id, reportedOn),
    })
    .from(organizationChanges)
    .where(and(within, eq(state, "reported")))
    .groupBy(sql`1`);
}

/** Claims to act for a unit within a condition whose papers are there; `id` is the unit's. */
export async function listWaitingMandates(
  database: Database,
  within: SQL,
): Promise<(Waiting & { state: "claimed" | "contested" })[]> {
  const { state, licenceFileId, authorizationFileId, claimedAt, organizationId } = mandates;
  const rows = await database
    .select({ state, ...waitingColumns(organizationId, dayOfInstant(claimedAt)) })
    .from(mandates)
    .innerJoin(organizations, eq(organizations.id, organizationId))
    .where(
      and(within, inArray(state, ["claimed", "contested"]), isNotNull(licenceFileId), isNotNull(authorizationFileId)),
    )
    .groupBy(state);
  return rows as (Waiting & { state: "claimed" | "contested" })[];
}
