import { type ApplicationListEntry, type Database, listApplicationRows } from "@shifan/db";
import { type Body, bodiesOf, type ClaimedSatisfaction, type FormList, type Policy } from "@shifan/rules";
import { valuesOfSection } from "../applications/form.ts";

/** The list of annex 2 from which is drawn, and that of annex 1 which the answers fill. */
const servedList = "served";
const answersList = "sampled";

/** One distinct enterprise of the served list, and the first of its rows. */
export type ServedEnterprise = Body & { readonly rowId: string };

function listOf(policy: Policy, id: string): FormList {
  const list = policy.forms.lists.get(id);
  if (list === undefined) throw new Error(`the policy ${policy.id} has no list ${id}`);
  return list;
}

/** The list that holds the answers: how its columns are read. @throws Error when the policy has none */
export function answersOf(policy: Policy): FormList {
  return listOf(policy, answersList);
}

/** The distinct enterprises of an application's served list, in the order in which they stand; personal values stay sealed. */
export async function listServed(
  database: Database,
  policy: Policy,
  applicationId: string,
): Promise<{ list: FormList; enterprises: readonly ServedEnterprise[]; entries: readonly ApplicationListEntry[] }> {
  const entries = await listApplicationRows(database, applicationId, servedList);
  const list = listOf(policy, servedList);
  const bodies = bodiesOf(list, entries.map(valuesOfSection));
  return {
    list,
    entries,
    enterprises: bodies.map((body) => ({ ...body, rowId: entries[body.rows[0] ?? 0]?.rowId ?? "" })),
  };
}

/** What the applicant's own list says of its satisfaction. */
export function claimedBy(enterprises: readonly ServedEnterprise[]): ClaimedSatisfaction {
  const rated = (value: string) => enterprises.filter(({ values }) => values.satisfaction === value).length;
  return { satisfied: rated("satisfied"), dissatisfied: rated("unsatisfied"), listed: enterprises.length };
}
