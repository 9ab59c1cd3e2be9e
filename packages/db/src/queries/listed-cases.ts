import type { ApplicationState } from "@shifan/rules";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { applicationSections, applications } from "../schema/index.ts";
import { type ApplicationRow, applicationColumns } from "./applications.ts";
import { organizationNameOn } from "./organization-name.ts";

/** A case as far as a list that is published needs it. */
export type CaseToList = {
  id: string;
  district: string;
  organizationName: string;
  /** By section of the form. */
  sections: Readonly<Record<string, unknown>>;
};

/** The cases of a round in a state, locked in one order until the end of the transaction. */
export async function lockCasesOf(
  transaction: Database,
  roundId: string,
  state: ApplicationState,
): Promise<ApplicationRow[]> {
  return transaction
    .select(applicationColumns)
    .from(applications)
    .where(and(eq(applications.roundId, roundId), eq(applications.state, state)))
    .orderBy(asc(applications.id))
    .for("update");
}

/** Changes cases that the transaction has locked, all at once and alike; in the order of their ids. */
export async function updateCases(
  transaction: Database,
  ids: readonly string[],
  at: Date,
  changes: Pick<ApplicationRow, "state"> & Partial<Pick<ApplicationRow, "reason">>,
): Promise<ApplicationRow[]> {
  const rows = await transaction
    .update(applications)
    .set({ ...changes, changedAt: at, revision: sql`${applications.revision} + 1` })
    .where(inArray(applications.id, [...ids]))
    .returning(applicationColumns);
  return rows.toSorted((left, right) => (left.id < right.id ? -1 : 1));
}

/** The cases of a round in a state, with the names that their organizations have on a day and some sections of their forms. */
export async function listCasesToPublish(
  database: Database,
  options: { roundId: string; state: ApplicationState; day: string; sections: readonly string[] },
): Promise<CaseToList[]> {
  const { roundId, state, day, sections } = options;
  const name = organizationNameOn(applications.organizationId, day);
  const cases = await database
    .select({ id: applications.id, district: applications.district, organizationName: name })
    .from(applications)
    .where(and(eq(applications.roundId, roundId), eq(applications.state, state)))
    .orderBy(asc(applications.id));
  const kept = await database
    .select({
      id: applicationSections.applicationId,
      section: applicationSections.section,
      data: applicationSections.data,
    })
    .from(applicationSections)
    .innerJoin(applications, eq(applications.id, applicationSections.applicationId))
    .where(
      and(
        eq(applications.roundId, roundId),
        eq(applications.state, state),
        inArray(applicationSections.section, [...sections]),
      ),
    );
  const byCase = new Map<string, Record<string, unknown>>();
  for (const { id, section, data } of kept) byCase.set(id, { ...byCase.get(id), [section]: data });
  return cases.map((each) => ({ ...each, sections: byCase.get(each.id) ?? {} }));
}
