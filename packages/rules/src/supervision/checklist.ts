import type { TitleCheckKind } from "../lifecycle/certifications.ts";
import type { PolicyDocument } from "../policy/schema.ts";

export type Checklist = PolicyDocument["supervision"]["checklist"];
export type ChecklistItem = Checklist["items"][number];

/** What was found of one item. */
export interface ChecklistAnswer {
  readonly rating: string;
  readonly remark: string;
}
/** By the ids of the items. */
export type ChecklistAnswers = ReadonlyMap<string, ChecklistAnswer>;

/** The items that a check of a kind looks at, in their order. */
export function itemsOfKind({ items }: Checklist, kind: TitleCheckKind): readonly ChecklistItem[] {
  return items.filter(({ kinds }) => kinds.includes(kind));
}

/** The items of a kind without an answer, or without the remark that their rating asks for. */
export function openItemsOf(
  checklist: Checklist,
  kind: TitleCheckKind,
  answers: ChecklistAnswers,
): readonly ChecklistItem[] {
  const needsRemark = new Set(checklist.ratings.flatMap((rating) => (rating.needs_remark ? [rating.id] : [])));
  return itemsOfKind(checklist, kind).filter(({ id }) => {
    const answer = answers.get(id);
    return answer === undefined || (needsRemark.has(answer.rating) && answer.remark === "");
  });
}
