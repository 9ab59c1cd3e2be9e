import {
  type Assessment,
  articleOfAct,
  articleOfRefusal,
  type CriterionResult,
  fillText,
  spellDate,
} from "@shifan/rules";
import { type Years, yearTexts } from "../flow/years.ts";
import type { DialogContext } from "../state.ts";

const marks = "①②③④⑤⑥⑦⑧";

function numbered(steps: readonly string[]): string[] {
  return ["**下一步：**", ...steps.map((step, index) => `${marks[index]} ${step}`)];
}

/** The last day for handing in, where the round has announced one. */
function submissionStep({ round }: DialogContext): string {
  return round
    ? `${spellDate(round.submissionDeadline)}24:00前提交（以本轮通知为准）`
    : "申报时间公布后，按通知提交（尚未公布）";
}

/** What is left to do where no condition is known to be unmet, in its order. */
export function submissionSteps(assessment: Assessment, context: DialogContext): string[] {
  const lacking = assessment.materials.filter(
    (material) =>
      ["missing", "invalid", "unknown"].includes(material.status) &&
      !context.policy.document.materials.find((each) => each.id === material.id)?.optional,
  ).length;
  const { document } = context.policy;
  const fresh = articleOfRefusal(document, "report_not_of_submission_month") ?? "";
  const steps = [`信用报告和公示查询，在提交当月办理、打印、盖章（${fresh}）`, submissionStep(context)];
  const handedIn = articleOfAct(document, "applications", "submit");
  if (lacking > 0) steps.unshift(`备齐还缺、要更正或待确认的${lacking}样材料（${handedIn}）`);
  return steps;
}

/** The same as lines of the result. */
export function stepsToSubmit(assessment: Assessment, context: DialogContext): string[] {
  return numbered(submissionSteps(assessment, context));
}

/** When an unmet condition can change: the figure of a year by its end, the rest before handing in, time by itself, or not by papers. */
type Chance = "this_year_figure" | "next_year_figure" | "before_submission" | "time" | "organisation";

interface Unmet {
  readonly chance: Chance;
  readonly step: string;
  readonly article: string;
  readonly earliestDate: string | null;
}

function unmetOf(criterion: CriterionResult, years: Years, { policy }: DialogContext): Unmet[] {
  const advice = policy.document.criteria.find((each) => each.id === criterion.id)?.advice;
  if (criterion.status !== "not_met" || advice === undefined) return [];
  const isFigure = advice.remedy === "base_year_figure";
  // A figure whose year has ended is not mended any more, unless the policy knows a way (a rating may be given again).
  const isOver = isFigure && !years.unfinished && advice.not_met_year_over !== undefined;
  const chance = isOver ? "next_year_figure" : isFigure && years.unfinished ? "this_year_figure" : advice.remedy;
  const year = isOver ? years.round : years.base;
  const names = { ...yearTexts(years), figure_year: String(year), year_before_figure: String(year - 1) };
  return [
    {
      chance: chance === "base_year_figure" ? "before_submission" : chance,
      step: fillText(advice.step ?? criterion.title, names),
      article: criterion.article,
      earliestDate: criterion.earliestDate,
    },
  ];
}

const cited = ({ step, article }: Unmet): string => `${step}（${article}）`;
const listed = (unmet: readonly Unmet[]): string => unmet.map(cited).join("；");

/** What to do where conditions are unmet: what can still be mended for this round, what only the next one can take, and by when. */
export interface UnmetSteps {
  readonly steps: readonly string[];
  /** Title and text of how to prepare the next round; null where nothing waits for it. */
  readonly next: { readonly title: string; readonly text: string } | null;
}

/** The steps where conditions are unmet, in their order. */
export function unmetSteps(criteria: readonly CriterionResult[], years: Years, context: DialogContext): UnmetSteps {
  const unmet = criteria.flatMap((criterion) => unmetOf(criterion, years, context));
  const of = (chance: Chance): Unmet[] => unmet.filter((each) => each.chance === chance);
  const steps = [`先核对上面不符合的${unmet.length}项；填错或漏记的，点“改答案”更正。`];
  steps.push(...of("organisation").map((each) => `${cited(each)}。`));
  steps.push(
    ...of("time").map((each) =>
      each.earliestDate === null ? `${cited(each)}。` : `${spellDate(each.earliestDate)}起，${cited(each)}。`,
    ),
  );
  const figures = of("this_year_figure");
  if (figures.length > 0) steps.push(`${years.base}年12月31日前：${listed(figures)}。`);
  const papers = of("before_submission");
  const late = of("next_year_figure");
  const next = years.round + 1;
  if (papers.length > 0) steps.push(`${late.length > 0 ? `${next}年度提交前` : "提交前"}：${listed(papers)}。`);
  const canMend = unmet.length === papers.length + figures.length;
  if (canMend) steps.push(`办好后改答案，再看一次结果；${submissionStep(context)}。`);
  if (late.length === 0) return { steps, next: null };
  const text = `${years.round}年12月31日前，${listed(late)}。到时其他数字也按${years.round}年重新核对。`;
  return { steps, next: { title: `${next}年度这样准备：`, text } };
}

/** What of unmet conditions goes by the figures of a calendar year and can be mended until its end, each with its article. */
export function figuresToMend(
  criteria: readonly CriterionResult[],
  { years, year, context }: { years: Years; year: number; context: DialogContext },
): string[] {
  const unmet = criteria.flatMap((criterion) => unmetOf(criterion, years, context));
  const mended = unmet.filter(
    ({ chance }) =>
      (chance === "this_year_figure" && years.base === year) || (chance === "next_year_figure" && years.round === year),
  );
  return mended.map(cited);
}

/** The same as lines of the result. */
export function stepsWhenUnmet(criteria: readonly CriterionResult[], years: Years, context: DialogContext): string[] {
  const { steps, next } = unmetSteps(criteria, years, context);
  return [...numbered(steps), ...(next === null ? [] : [`**${next.title}**${next.text}`])];
}
