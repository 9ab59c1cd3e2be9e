import type { Assessment, CriterionResult } from "../api/types.ts";
import { inForceText } from "../policy/in-force.ts";
import { texts } from "../texts.ts";
import { actualText, dayText, gapText, requiredText } from "./amounts.ts";
import type { Group } from "./groups.ts";
import type { PolicyWords } from "./policy-words.ts";
import type { TodoGroup } from "./todo.ts";

/** What has been worked out of an assessment for showing it. */
export type ResultParts = {
  headline: string;
  groups: readonly Group[];
  todo: readonly TodoGroup[];
  words: PolicyWords;
};

function criterionLine(criterion: CriterionResult, words: PolicyWords): string {
  const required = criterion.required === null ? null : requiredText(criterion.required);
  const actual = actualText(criterion);
  const figures = [
    required === null ? null : `${texts.result.required}${required}`,
    actual === null ? null : `${texts.result.actual}${actual}`,
    gapText(criterion),
    criterion.missingFacts.length === 0
      ? null
      : `${texts.result.missing}${criterion.missingFacts.map(words.fact).join("、")}`,
  ].filter((figure) => figure !== null);
  const advice = criterion.status === "met" || criterion.advice === null ? "" : `\n  ${criterion.advice}`;
  const title = `· ${criterion.title}${texts.result.article(criterion.article)}`;
  return `${title}${figures.length === 0 ? "" : `：${figures.join("，")}`}${advice}`;
}

function materialLines(materials: Assessment["materials"], words: PolicyWords): string[] {
  return materials.map(({ title, article, status, reasons }) => {
    const why = reasons.map(words.reason).join("；");
    return `· ${title}${texts.result.article(article)}：${texts.material[status]}${why === "" ? "" : `。${why}`}`;
  });
}

/** The result as text for a message or a document. */
export function resultAsText(assessment: Assessment, { headline, groups, todo, words }: ResultParts): string {
  const sections = [
    [headline, texts.result.notDecision],
    ...groups.map((group) => [
      `【${texts.groups[group.key].title}】`,
      ...group.criteria.map((criterion) => criterionLine(criterion, words)),
    ]),
    [`【${texts.result.materialsTitle}】`, ...materialLines(assessment.materials, words)],
    todo.length === 0
      ? []
      : [
          `【${texts.result.todoTitle}】`,
          ...todo.flatMap(({ who, items }) => items.map(({ what }) => `· ${who}：${what}`)),
        ],
    [texts.result.asOf(dayText(assessment.asOf)), inForceText(assessment.policy.inForce)],
  ];
  return sections
    .filter((section) => section.length > 0)
    .map((section) => section.join("\n"))
    .join("\n\n");
}
