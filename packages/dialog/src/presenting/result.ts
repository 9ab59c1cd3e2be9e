import type { Assessment, CriterionResult } from "@shifan/rules";
import { articleOfAct, articleOfLines, spellDate } from "@shifan/rules";
import { type Years, yearsOf } from "../flow/years.ts";
import type { DialogContext, DialogState } from "../state.ts";
import type { Choice, Message } from "../turn.ts";
import { choice } from "./choices.ts";
import { figuresOf } from "./figures.ts";
import { isLine, isUnclaimed, linesBehind } from "./lines.ts";
import { stepsToSubmit, stepsWhenUnmet } from "./next-steps.ts";
import { nameOfItem, openFacts, toFindOut } from "./todo.ts";
import { askWhom, inForceWords } from "./wording.ts";

export type Group = "not_met" | "unanswered" | "contradictory" | "officer" | "reading" | "met";

export function groupOf(criterion: CriterionResult): Group {
  if (criterion.status !== "undetermined") return criterion.status;
  return criterion.reason ?? "unanswered";
}

export const groupTitles: Readonly<Record<Group, string>> = {
  not_met: "不符合",
  contradictory: "前后对不上",
  unanswered: "等您补充",
  officer: "要由审核人判断",
  reading: "办法口径待明确",
  met: "已满足",
};
export const groupMarks: Readonly<Record<Group, string>> = {
  not_met: "✗",
  contradictory: "！",
  unanswered: "·",
  officer: "·",
  reading: "·",
  met: "✓",
};
export const groupOrder: readonly Group[] = ["not_met", "contradictory", "unanswered", "officer", "reading", "met"];

export function headline(assessment: Assessment, years: Years, criteria: readonly CriterionResult[]): string {
  const unmet = criteria.filter((criterion) => groupOf(criterion) === "not_met").length;
  if (assessment.verdict === "not_met") return `按您填的数字，${years.round}年度暂不符合条件，差${unmet}项。`;
  if (assessment.verdict === "undetermined") return "还不能下结论。目前没有发现不符合的条件。";
  return "可以核对的条件都满足，可以准备申报。";
}

function notMetLines(criteria: readonly CriterionResult[], assessment: Assessment, context: DialogContext): string[] {
  return criteria
    .filter((criterion) => groupOf(criterion) === "not_met")
    .flatMap((criterion) => [
      `✗ ${criterion.title}（${criterion.article}）。${criterion.advice ?? ""}`,
      ...linesBehind(criterion, assessment, context),
    ]);
}

function openLines(
  assessment: Assessment,
  criteria: readonly CriterionResult[],
  years: Years,
  context: DialogContext,
): string[] {
  const lines: string[] = [];
  const find = toFindOut(new Set(assessment.missingFacts), years, context);
  const count = find.flatMap(({ items }) => items).reduce((sum, { labels }) => sum + labels.length, 0);
  if (count > 0) {
    lines.push(`等您补充${count}项：`);
    for (const { ask, items } of find) lines.push(`· ${askWhom[ask]}：${items.map(nameOfItem).join("、")}`);
  }
  for (const group of ["contradictory", "officer", "reading"] as const) {
    const members = criteria.filter((criterion) => groupOf(criterion) === group);
    if (members.length === 0) continue;
    lines.push(`${groupTitles[group]}${members.length}项：`);
    for (const criterion of members) {
      lines.push(`· ${criterion.title}（${criterion.article}）。${criterion.advice ?? ""}`);
      lines.push(...linesBehind(criterion, assessment, context));
    }
  }
  return lines;
}

/** What the assessment warns of, in the policy's words. */
export function warningTexts(assessment: Assessment, context: DialogContext): string[] {
  const { texts, contradictions } = context.policy.document;
  const contradicted = new Set(contradictions.map((each) => each.code));
  return assessment.warnings
    .filter((warning) => !contradicted.has(warning.code))
    .map((warning) => {
      return (texts[warning.code] ?? "").replace(/\{(\w+)\}/g, (_, name: string) => {
        const value = String(warning.params[name] ?? "");
        return /^\d{4}-\d{2}-\d{2}$/.test(value) ? spellDate(value) : value;
      });
    });
}

export function earliestLines(assessment: Assessment, context: DialogContext): string[] {
  const { earliestDate, earliestRoundYear } = assessment;
  if (earliestDate === null) return [];
  const day = `${spellDate(earliestDate)}起时间上就够了`;
  if (earliestRoundYear === null || !context.round) return [`${day}；申报时间公布后才知道赶得上哪一年。`];
  return [`${day}；本轮${spellDate(context.round.submissionDeadline)}截止，最早报${earliestRoundYear}年度。`];
}

export function alternativeLines(assessment: Assessment, context: DialogContext): string[] {
  const { document } = context.policy;
  const fact = document.facts.find((each) => each.id === document.alternatives_of);
  return assessment.alternatives
    .filter((alternative) => alternative.verdict !== assessment.verdict)
    .map((alternative) => {
      const name = fact?.options?.[alternative.platformType] ?? alternative.platformType;
      const words = { not_met: "暂不符合", undetermined: "还不能下结论", met_pending_review: "可以核对的条件都满足" };
      return `如果改报${name}：${words[alternative.verdict]}（${articleOfLines(document)}）。`;
    });
}

/** The article that is left to the experts as a whole; others leave them a part only. */
function articleOfJudgement({ articles, expert }: DialogContext["policy"]["document"]): string {
  const whole = new Set(articles.map(({ label }) => label));
  return expert.find(({ article }) => whole.has(article))?.article ?? "";
}

export function footLines(assessment: Assessment, years: Years, context: DialogContext): string[] {
  const { inForce } = assessment.policy;
  const checked = inForce.checkedOn ? `（${spellDate(inForce.checkedOn)}核对）` : "";
  const { document } = context.policy;
  const recommended = articleOfAct(document, "applications", "recommend");
  const reviewed = [articleOfJudgement(document), articleOfAct(document, "rounds", "publish-list")].join("、");
  const lines = [
    `这是自查，不是审核决定；是否推荐由区县（市）、开发区工信部门决定（${recommended}），是否认定还要经专家评审和公示（${reviewed}）。`,
  ];
  if (years.unfinished) lines.push(`${years.base}年还没有结束，${years.base}年的数字是预计，年底后请再核一次。`);
  lines.push(
    `${inForceWords[inForce.status]}${checked}；按${spellDate(assessment.asOf)}的办法核对，第${assessment.policy.version}版。`,
  );
  if (!context.round) lines.push("申报时间尚未公布。");
  return lines;
}

export function resultChoices(assessment: Assessment, state: DialogState, context: DialogContext): Choice[] {
  const groups = new Set(assessment.criteria.map(groupOf));
  const choices: Choice[] = [];
  if (openFacts(assessment, state, context).size > 0) choices.push(choice("fill"), choice("todo"));
  choices.push(choice("criteria"), choice("materials"));
  if (groups.has("reading")) choices.push(choice("enquiry"));
  choices.push(choice("answers", "改答案"));
  if (context.policy.barring.length > 0) choices.push(choice("lookup"));
  return choices;
}

/** The result: conclusion first, then what is missing, what to do, and what this is not. */
export function presentResult(assessment: Assessment, state: DialogState, context: DialogContext): Message {
  const years = yearsOf(state, context);
  const criteria = assessment.criteria.filter((criterion) => !isLine(context, criterion));
  const unmet = notMetLines(criteria, assessment, context);
  const lines = [
    `**${headline(assessment, years, criteria)}**`,
    ...unmet,
    ...openLines(assessment, criteria, years, context),
    ...warningTexts(assessment, context).map((text) => `请留意：${text}`),
    ...earliestLines(assessment, context),
    ...alternativeLines(assessment, context),
  ];
  const open = criteria.filter((criterion) => groupOf(criterion) !== "met").length;
  const met = criteria.length - open;
  const isUnmet = assessment.verdict === "not_met";
  const notMet = criteria.filter((criterion) => groupOf(criterion) === "not_met").length;
  if (isUnmet && open === notMet) lines.push("其余可以核对的条件都满足。");
  else if (open > 0 && met > 0) lines.push(`已满足${met}项。`);
  lines.push(...(isUnmet ? stepsWhenUnmet(criteria, years, context) : stepsToSubmit(assessment, context)));
  lines.push(...footLines(assessment, years, context));
  return { text: lines.join("\n"), choices: resultChoices(assessment, state, context), files: [] };
}

function criterionLine(criterion: CriterionResult, context: DialogContext): string {
  const group = groupOf(criterion);
  // A function that is not claimed is no fault.
  const mark = isUnclaimed(criterion, context) ? "·" : groupMarks[group];
  const figures = figuresOf(criterion);
  const advice = group === "met" || !criterion.advice ? "" : `。${criterion.advice}`;
  return `${mark} ${criterion.title}（${criterion.article}）${figures ? `：${figures}` : ""}${advice}`;
}

/** Every criterion, grouped, with its figures and article; the lines of Art. 7 by themselves, since none of them must be met. */
export function presentCriteria(assessment: Assessment, context: DialogContext): Message {
  const lines: string[] = ["**每一条的情况**"];
  const show = (criterion: CriterionResult): string => criterionLine(criterion, context);
  const conditions = assessment.criteria.filter((criterion) => !isLine(context, criterion));
  for (const group of groupOrder) {
    const members = conditions.filter((criterion) => groupOf(criterion) === group);
    if (members.length > 0) lines.push(`**${groupTitles[group]}（${members.length}）**`, ...members.map(show));
  }
  lines.push("**各项服务功能**");
  lines.push(...assessment.criteria.filter((criterion) => isLine(context, criterion)).map(show));
  lines.push("**要由专家评审的（不计入自查结论）**");
  for (const item of assessment.expert) lines.push(`· ${item.title}（${item.article}）`);
  return { text: lines.join("\n"), choices: [], files: [] };
}

/** The enquiries to the city, already written, one for each reading that the result waits for. */
export function enquiriesOf(assessment: Assessment, context: DialogContext): { title: string; text: string }[] {
  const open = new Set(assessment.criteria.filter((each) => groupOf(each) === "reading").map((each) => each.id));
  return context.policy.document.criteria.flatMap(({ id, article, enquiry }) =>
    open.has(id) && enquiry ? [{ title: `${enquiry.title}（${article}）`, text: enquiry.text }] : [],
  );
}

export function presentEnquiries(assessment: Assessment, context: DialogContext): Message {
  const { document } = context.policy;
  const lines = enquiriesOf(assessment, context).map(({ title, text }) => `**${title}**\n${text}`);
  const text =
    lines.length === 0
      ? "目前没有口径待明确的条件，不用咨询。"
      : `可以照抄或转发给${document.issuer}（${articleOfAct(document, "interpretations", "issue")}）：\n${lines.join("\n")}`;
  return { text, choices: [], files: [] };
}
