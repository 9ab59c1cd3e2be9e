import type { Resource } from "../access/table.ts";
import { PolicyIncomplete } from "../policy/incomplete.ts";
import type { PolicyDocument } from "../policy/schema.ts";
import type { ScoreSheet } from "../selection/score-sheet.ts";
import type { RefusalCode } from "./refusals.ts";

type Document = Pick<PolicyDocument, "lifecycle">;

/** The article on which an act rests. @throws PolicyIncomplete when the policy names none: the tests of a shipped one see to it that it does */
export function articleOfAct({ lifecycle }: Document, resource: Resource, act: string): string {
  const article = lifecycle.acts[`${resource}.${act}`];
  if (article === undefined) {
    throw new PolicyIncomplete(`the policy names no article for ${resource}.${act}`, {
      kind: "article",
      act: `${resource}.${act}`,
    });
  }
  return article;
}

/** The article with which an act is refused; null where the policy rests the refusal on none. */
export function articleOfRefusal({ lifecycle }: Document, code: RefusalCode): string | null {
  return lifecycle.refusals[code] ?? null;
}

/** The article on which a condition of a list of functions rests (which of 信息、技术、创业、培训 are met); empty where the policy has none. */
export function articleOfLines({ articles, criteria }: Pick<PolicyDocument, "articles" | "criteria">): string {
  const line = criteria.find((criterion) => criterion.line);
  return articles.find(({ label }) => line?.article.startsWith(label))?.label ?? "";
}

/** A decimal figure of the procedure by its id, as its text. @throws PolicyIncomplete when the policy has none */
export function lifecycleDecimal({ lifecycle }: Document, id: string): string {
  const value = lifecycle.parameters.find((parameter) => parameter.id === id)?.value;
  if (typeof value !== "string") {
    throw new PolicyIncomplete(`the policy has no decimal figure ${id}`, { kind: "figure", id });
  }
  return value;
}

/** A whole figure of the procedure by its id. @throws PolicyIncomplete when the policy has none */
export function lifecycleFigure({ lifecycle }: Document, id: string): number {
  const value = lifecycle.parameters.find((parameter) => parameter.id === id)?.value;
  if (typeof value !== "number") {
    throw new PolicyIncomplete(`the policy has no whole figure ${id}`, { kind: "figure", id });
  }
  return value;
}

/** The sheet on which the experts score. @throws PolicyIncomplete when the policy has none: a version from before the selection */
export function scoreSheetOf({ score_sheet: sheet }: Pick<PolicyDocument, "score_sheet">): ScoreSheet {
  if (sheet.items.length === 0) throw new PolicyIncomplete("the policy has no score sheet", { kind: "score_sheet" });
  return sheet;
}
