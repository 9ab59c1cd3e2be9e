import {
  type Database,
  listApplicationRows,
  listApplicationSections,
  listRoundCases,
  listRoundReviews,
  type RoundCaseRow,
  type RoundReviewRow,
  type RoundRow,
} from "@shifan/db";
import { type FormData, type FormValues, type RankedCase, rankCases } from "@shifan/rules";
import { valuesOfSection } from "../applications/form.ts";

/** A case with its reviews and its place among all of the round; null while it has none. */
export type StandingCase = {
  readonly application: RoundCaseRow;
  readonly reviews: readonly RoundReviewRow[];
  readonly standing: RankedCase | null;
};

/** The states in which a case is still on its way to its place: until the review of a case has ended nobody sees how it stands. */
const beforePlace: readonly string[] = ["submitted", "returned", "accepted", "surveyed", "recommended", "received"];

/** The cases of a round by their place, those without one last in the order of receipt. @param today for the names */
export async function listStandingCases(
  database: Database,
  { id }: Pick<RoundRow, "id">,
  today: string,
): Promise<StandingCase[]> {
  const cases = await listRoundCases(database, id, today);
  const reviews = Map.groupBy(await listRoundReviews(database, id), ({ applicationId }) => applicationId);
  const scored = cases
    .filter(({ state }) => !beforePlace.includes(state))
    .map((each) => ({
      id: each.id,
      totals: (reviews.get(each.id) ?? []).flatMap(({ state, total }) => (state === "recused" ? [] : (total ?? []))),
    }));
  const ranked = new Map(rankCases(scored).map((each) => [each.id, each]));
  const last = cases.length + 1;
  return cases
    .map((application) => ({
      application,
      reviews: reviews.get(application.id) ?? [],
      standing: ranked.get(application.id) ?? null,
    }))
    .toSorted((left, right) => (left.standing?.rank ?? last) - (right.standing?.rank ?? last));
}

/** A form without what is sealed in it: figures are counted without opening anybody's name or telephone. */
export async function readOpenForm(database: Database, applicationId: string): Promise<FormData> {
  const sections: Record<string, FormValues> = {};
  for (const section of await listApplicationSections(database, applicationId)) {
    sections[section.section] = valuesOfSection(section);
  }
  const lists: Record<string, FormValues[]> = {};
  for (const row of await listApplicationRows(database, applicationId)) {
    const rows = lists[row.list] ?? [];
    rows.push(valuesOfSection(row));
    lists[row.list] = rows;
  }
  return { sections, lists };
}
