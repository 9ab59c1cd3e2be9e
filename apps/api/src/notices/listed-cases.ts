import { type CaseToList, type Database, listCasesToPublish, type NoticeCaseRow } from "@shifan/db";
import type { ApplicationState, FormValues, Policy } from "@shifan/rules";
import { platformNameFact } from "../applications/platform-name.ts";

/** A case as a notice lists it. */
export type ListedCase = Omit<NoticeCaseRow, "noticeId">;

/** What the form says of a fact that one of its fields states; empty where nothing is written. */
function statedText(policy: Policy, fact: string, sections: CaseToList["sections"]): string {
  for (const { id, fields } of policy.forms.sections.values()) {
    const field = fields.find((each) => each.fact === fact);
    const value = field === undefined ? null : (sections[id] as FormValues | undefined)?.[field.id];
    if (typeof value === "string") return value;
  }
  return "";
}

/**
 * The cases of a round in a state as they are to be published: by platform type, district and name, so that the order says nothing of scores. A
 * platform whose form names it not goes by its organization's name.
 */
export async function listedCases(
  database: Database,
  policy: Policy,
  { roundId, state, day }: { roundId: string; state: ApplicationState; day: string },
): Promise<ListedCase[]> {
  const typeFact = policy.document.alternatives_of;
  const sections = [...policy.forms.sections.values()]
    .filter(({ fields }) => fields.some(({ fact }) => fact === typeFact || fact === platformNameFact))
    .map(({ id }) => id);
  const types = Object.keys(policy.document.facts.find(({ id }) => id === typeFact)?.options ?? {});
  const districts = policy.document.districts.map(({ id }) => id);
  const placeOf = (known: readonly string[], value: string) => known.indexOf(value) + 1 || known.length + 1;
  return (await listCasesToPublish(database, { roundId, state, day, sections }))
    .map((each) => ({
      applicationId: each.id,
      organizationName: each.organizationName,
      platformName: statedText(policy, platformNameFact, each.sections) || each.organizationName,
      platformType: statedText(policy, typeFact, each.sections),
      district: each.district,
    }))
    .toSorted(
      (left, right) =>
        placeOf(types, left.platformType) - placeOf(types, right.platformType) ||
        placeOf(districts, left.district) - placeOf(districts, right.district) ||
        left.organizationName.localeCompare(right.organizationName, "zh-Hans-CN") ||
        (left.applicationId < right.applicationId ? -1 : 1),
    )
    .map((each, index) => ({ ...each, position: index + 1 }));
}
