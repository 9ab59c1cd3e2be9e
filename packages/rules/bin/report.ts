import type { Assessment, CriterionResult, MaterialStatus, OpenReason, Verdict } from "../src/assessment/schema.ts";
import { fillText, spellDate } from "../src/evaluate/advice.ts";
import { spellMoney } from "../src/facts/spelling.ts";
import { articleOfAct, articleOfRefusal } from "../src/lifecycle/of-policy.ts";
import type { Policy } from "../src/policy/policy.ts";

const comparisons: Readonly<Record<string, string>> = { ">=": "不少于", ">": "多于" };
const materialWords: Readonly<Record<MaterialStatus, string>> = {
  not_applicable: "不需要",
  unknown: "待查",
  missing: "还缺",
  invalid: "要重办",
  valid: "已核对",
  present_unchecked: "在手边，内容由审核人核对",
};
const openGroups: readonly { reason: OpenReason; heading: string }[] = [
  { reason: "contradictory", heading: "所填内容互相对不上，请核对" },
  { reason: "unanswered", heading: "等您补充" },
  { reason: "reading", heading: "办法口径待明确" },
  { reason: "officer", heading: "要由审核人判断" },
];
const lineMarks: Readonly<Record<CriterionResult["status"], string>> = { met: "✓", not_met: "－", undetermined: "？" };
const typeWords: Readonly<Record<Verdict, string>> = {
  not_met: "不符合",
  undetermined: "还不能下结论",
  met_pending_review: "可以核对的条件都满足",
};

const withUnit = (value: string, unit: string): string => (unit === "元" ? spellMoney(value) : `${value}${unit}`);

/** Reached against required, where one figure decides; a share or a yes-or-no condition says it in its title. */
function figuresOf({ actual, required, gap }: CriterionResult): string {
  if (actual === null || required === null || comparisons[required.op] === undefined) return "";
  if (required.unit === "比例") return `现为${actual}${gap === null ? "" : `，还差${gap}`}`;
  if (required.unit === "年") return `自${actual.split("～").map(spellDate).join("～")}起算`;
  const least = `要求${comparisons[required.op]}${withUnit(required.value, required.unit)}`;
  const missing = gap === null ? "" : `，差${withUnit(gap, required.unit)}`;
  return `现为${withUnit(actual, required.unit)}，${least}${missing}`;
}

function namesOf(policy: Policy, facts: readonly string[]): string {
  const labels = new Map(policy.document.facts.map(({ id, label }) => [id, label]));
  return facts.map((fact) => labels.get(fact) ?? fact).join("、");
}

function detailsOf(policy: Policy, criterion: CriterionResult): string[] {
  const { advice, reason, missingFacts } = criterion;
  const figures = figuresOf(criterion);
  return [
    ...(figures === "" ? [] : [`    ${figures}`]),
    ...(reason === "unanswered" && missingFacts.length > 0 ? [`    要填：${namesOf(policy, missingFacts)}`] : []),
    ...(advice === null ? [] : [`    ${advice}`]),
  ];
}

/** A heading and its lines, or nothing where there are none. */
function group(heading: string, lines: readonly string[], count: number): string[] {
  return count === 0 ? [] : ["", `【${heading}】${count}项`, ...lines];
}

function headlineOf({ verdict, criteria, asOf }: Assessment, lines: ReadonlySet<string>): string {
  const failing = criteria.filter(({ id, status }) => status === "not_met" && !lines.has(id)).length;
  if (verdict === "not_met") return `按填报的内容（${spellDate(asOf)}），暂不符合条件，差${failing}项。`;
  if (verdict === "undetermined") return "还不能下结论。目前没有发现不符合的条件。";
  return "可以核对的条件都满足，可以准备申报。";
}

function datesOf({ document }: Policy, assessment: Assessment): string[] {
  const { earliestDate, earliestRoundYear, reapplyBarredUntil } = assessment;
  const round = earliestRoundYear === null ? "" : `，最早报${earliestRoundYear}年度`;
  return [
    ...(reapplyBarredUntil === null
      ? []
      : [
          `${spellDate(reapplyBarredUntil)}以前（含当天）不能再次申报（${articleOfRefusal(document, "reapply_barred") ?? ""}）。`,
        ]),
    ...(earliestDate === null ? [] : [`只等时间的条件，${spellDate(earliestDate)}起都能满足${round}。`]),
  ];
}

function materialsOf({ document }: Policy, { materials }: Assessment): string[] {
  const { texts } = document;
  const lines = materials.map(({ id, title, status, reasons }) => {
    const why = reasons.map((code) => texts[code] ?? code).join("");
    return `  ${id} ${title}：${materialWords[status]}${why === "" ? "" : `。${why}`}`;
  });
  return ["", `【材料】${articleOfAct(document, "applications", "submit")}`, ...lines];
}

function remarksOf(policy: Policy, { warnings }: Assessment): string[] {
  const lines = warnings.map(({ code, params }) => {
    const values = Object.fromEntries(
      Object.entries(params).map(([name, value]) => [
        name,
        Array.isArray(value) ? namesOf(policy, value) : String(value),
      ]),
    );
    return `  · ${fillText(policy.document.texts[code] ?? code, values)}`;
  });
  return group("请留意", lines, lines.length);
}

/** The assessment of one applicant for people to read: conclusion first, every condition with its article. */
export function writeReport(policy: Policy, assessment: Assessment): string {
  const { criteria, alternatives, expert } = assessment;
  const lines = new Set(policy.document.criteria.filter(({ line }) => line).map(({ id }) => id));
  const types = policy.document.facts.find(({ id }) => id === policy.document.alternatives_of)?.options ?? {};
  const conditions = (mark: string, chosen: readonly CriterionResult[]): string[] =>
    chosen.flatMap((criterion) => [
      `  ${mark} ${criterion.title}（${criterion.article}）`,
      ...detailsOf(policy, criterion),
    ]);
  const way = [
    articleOfAct(policy.document, "applications", "recommend"),
    articleOfAct(policy.document, "rounds", "publish-list"),
  ];
  // A line that is not met is no fault: others may make up the number. All lines stand together, under their own heading.
  const conditionsProper = criteria.filter(({ id }) => !lines.has(id));
  const functions = criteria.filter(({ id }) => lines.has(id));
  const unmet = conditionsProper.filter(({ status }) => status === "not_met");
  const met = conditionsProper.filter(({ status }) => status === "met");
  return [
    `${policy.document.title}　自查`,
    headlineOf(assessment, lines),
    ...datesOf(policy, assessment),
    ...group("不符合", conditions("✗", unmet), unmet.length),
    ...openGroups.flatMap(({ reason, heading }) => {
      const open = conditionsProper.filter((criterion) => criterion.reason === reason);
      const asked = reason === "reading" ? `（${articleOfAct(policy.document, "interpretations", "issue")}）` : "";
      return group(`${heading}${asked}`, conditions("？", open), open.length);
    }),
    ...group("已满足", conditions("✓", met), met.length),
    ...group(
      "各项服务功能",
      functions.flatMap((line) => conditions(lineMarks[line.status], [line])),
      functions.length,
    ),
    ...materialsOf(policy, assessment),
    ...remarksOf(policy, assessment),
    ...group(
      "专家评审，自查不判断",
      expert.map(({ title, article }) => `  · ${title}（${article}）`),
      expert.length,
    ),
    "",
    ...alternatives.map(
      ({ platformType, verdict }) => `换成${types[platformType] ?? platformType}：${typeWords[verdict]}。`,
    ),
    ...(assessment.policy.inForce.status === "confirmed" ? [] : [policy.document.in_force.note]),
    `这是自查，不是审核决定；是否认定要经推荐、评审和公示（${way.join("、")}）。`,
  ].join("\n");
}
