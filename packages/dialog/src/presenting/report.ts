import type { Assessment, CriterionResult, MaterialResult } from "@shifan/rules";
import { assessState } from "../flow/judgement.ts";
import { type Years, yearsOf } from "../flow/years.ts";
import type { DialogContext, DialogState } from "../state.ts";
import { figuresOf } from "./figures.ts";
import { isLine, isUnclaimed } from "./lines.ts";
import { materialOrder, todoOf } from "./materials.ts";
import { submissionSteps, unmetSteps } from "./next-steps.ts";
import {
  alternativeLines,
  earliestLines,
  enquiriesOf,
  footLines,
  groupMarks,
  groupOf,
  groupOrder,
  groupTitles,
  headline,
  warningTexts,
} from "./result.ts";
import { nameOfItem, toFindOut } from "./todo.ts";
import { materialStatusWords, whereToTurn } from "./wording.ts";

/** A line of the report with the article that it rests on. */
export interface ReportItem {
  /** ✓, ✗ or · */
  readonly mark: string;
  readonly title: string;
  readonly article: string;
  /** Actual against required; empty where there is no single figure. */
  readonly figures: string;
  /** What to do, or why it is open; empty where there is nothing to say. */
  readonly advice: string;
}

export interface ReportGroup {
  readonly title: string;
  readonly items: readonly ReportItem[];
}

/** A result to be printed, in the words of the conversation: conclusion first, and last what it is not. */
export interface SelfCheckReport {
  readonly headline: string;
  readonly groups: readonly ReportGroup[];
  /** The service functions of Art. 7, none of which must be met by itself. */
  readonly functions: ReportGroup;
  readonly expert: ReportGroup;
  readonly toFindOut: readonly { readonly whom: string; readonly items: readonly string[] }[];
  /** Readings to note, other types of platform, the earliest day. */
  readonly notes: readonly string[];
  readonly materials: readonly ReportGroup[];
  readonly steps: readonly string[];
  readonly enquiries: readonly { readonly title: string; readonly text: string }[];
  readonly foot: readonly string[];
}

/** The report of a conversation as it stands. */
export function reportOfDialog(
  state: DialogState,
  context: DialogContext,
): { assessment: Assessment; report: SelfCheckReport } {
  const assessment = assessState(state, context);
  return { assessment, report: reportOf(assessment, yearsOf(state, context), context) };
}

/** The report of an assessment that was made for a round. */
export function reportOfAssessment(
  assessment: Assessment,
  { roundYear, ...context }: Omit<DialogContext, "newerPolicy"> & { readonly roundYear: number },
): SelfCheckReport {
  const years = { round: roundYear, base: roundYear - 1, unfinished: context.today <= `${roundYear - 1}-12-31` };
  return reportOf(assessment, years, { ...context, newerPolicy: null });
}

function reportOf(assessment: Assessment, years: Years, context: DialogContext): SelfCheckReport {
  const conditions = assessment.criteria.filter((criterion) => !isLine(context, criterion));
  const lines = assessment.criteria.filter((criterion) => isLine(context, criterion));
  const item = (criterion: CriterionResult) => criterionItem(criterion, context);
  return {
    headline: headline(assessment, years, conditions),
    groups: groupOrder.flatMap((group) => {
      const items = conditions.filter((criterion) => groupOf(criterion) === group).map(item);
      return items.length === 0 ? [] : [{ title: groupTitles[group], items }];
    }),
    functions: { title: "各项服务功能", items: lines.map(item) },
    expert: {
      title: "要由专家评审的（不计入自查结论）",
      items: assessment.expert.map(({ title, article }) => ({ mark: "·", title, article, figures: "", advice: "" })),
    },
    toFindOut: toFindOut(new Set(assessment.missingFacts), years, context).map(({ ask, items }) => ({
      whom: whereToTurn(ask),
      items: items.map((each) => `${nameOfItem(each)}${each.where === null ? "" : `：${each.where}`}`),
    })),
    notes: [
      ...warningTexts(assessment, context),
      ...earliestLines(assessment, context),
      ...alternativeLines(assessment, context),
    ],
    materials: materialGroups(assessment, context),
    steps:
      assessment.verdict === "not_met"
        ? stepsOfUnmet(conditions, years, context)
        : submissionSteps(assessment, context),
    enquiries: enquiriesOf(assessment, context),
    foot: footLines(assessment, years, context),
  };
}

function stepsOfUnmet(conditions: readonly CriterionResult[], years: Years, context: DialogContext): string[] {
  const { steps, next } = unmetSteps(conditions, years, context);
  return [...steps, ...(next === null ? [] : [next.title + next.text])];
}

function criterionItem(criterion: CriterionResult, context: DialogContext): ReportItem {
  const group = groupOf(criterion);
  const { title, article, advice } = criterion;
  // A function that is not claimed is no fault.
  const mark = isUnclaimed(criterion, context) ? "·" : groupMarks[group];
  return { mark, title, article, figures: figuresOf(criterion), advice: group === "met" ? "" : (advice ?? "") };
}

function materialGroups(assessment: Assessment, context: DialogContext): ReportGroup[] {
  const { materials, texts } = context.policy.document;
  const optional = new Set(materials.filter((each) => each.optional).map(({ id }) => id));
  const isLeftOut = ({ id, status }: MaterialResult): boolean => optional.has(id) && status === "missing";
  const itemsOf = (material: MaterialResult): ReportItem[] => {
    const parts = material.parts.filter(({ status }) => status !== "not_applicable");
    return (parts.length === 0 ? [material] : parts).map(({ id, title, status, reasons }) => {
      const isOpen = ["missing", "unknown", "invalid", "present_unchecked"].includes(status);
      const advice = [...reasons.map((code) => texts[code] ?? code), ...(isOpen ? [todoOf(context, id)] : [])];
      return { mark: "·", title, article: material.article, figures: "", advice: advice.join("") };
    });
  };
  const groups = materialOrder.map((status) => ({
    title: materialStatusWords[status],
    items: assessment.materials.filter((each) => each.status === status && !isLeftOut(each)).flatMap(itemsOf),
  }));
  const left = assessment.materials.filter(isLeftOut);
  const leftOut = left.map(({ title, article }) => ({ mark: "·", title, article, figures: "", advice: "" }));
  return [...groups, { title: "可选，没有也不影响", items: leftOut }].filter(({ items }) => items.length > 0);
}
