import { type FactDocument, formatScaled, type IntervalValue, parseScaled } from "@shifan/rules";
import { yearsOf } from "../flow/years.ts";
import { factDocument, labelOf } from "../presenting/values.ts";
import { shareOf } from "../reading/fractions.ts";
import { normalise } from "../reading/normalise.ts";
import { readQuantity } from "../reading/quantities.ts";
import { readRatio } from "../reading/ratios.ts";
import { unitWordAt } from "../reading/units.ts";
import { readYear } from "../reading/years.ts";
import { type Answer, answeredValue, type DialogContext, type DialogState } from "../state.ts";

/** What one figure in a message was understood as. */
export type FigureReading =
  | { readonly kind: "answer"; readonly answer: Answer }
  /** It can mean one of these values; the person picks. */
  | { readonly kind: "proposal"; readonly values: readonly unknown[]; readonly lead: string }
  /** Not understood, with what to say. */
  | { readonly kind: "unclear"; readonly text: string };

const unclearTexts: Readonly<Record<string, string>> = {
  vague: "这样说还定不下来，请给一个数，或者一个范围。",
  none: "“没有”是指0，还是还没有这个数？是0就写0，还没有就回“不清楚”。",
  several_numbers: "看到了不止一个数，请分开写清楚各是什么。",
  foreign_currency: "请折算成人民币再告诉我。",
  negative: "这一项不会是负数，请再核对一下。",
  too_fine: "小数位数太多了，请按这一项的单位写。",
  too_large: "这个数太大了，请再核对一下，注意是元还是万元。",
  period: "这里问的是整年的数，请写全年合计。",
  discount: "折扣不能当作比例，请写百分之几，或者直接写数量。",
  year: "请写年度，例如“2025年度”。",
  out_of_range: "比例不会超过百分之百，请再核对一下。",
};

function unclear(code: string, { type, unit }: FactDocument): FigureReading {
  const example = type === "money" ? "一百六十万" : `20${unit === "同上" ? "" : unit}`;
  return {
    kind: "unclear",
    text: unclearTexts[code] ?? `没看明白这个数，可以写成“${example}”这样，不知道就回“不清楚”。`,
  };
}

/** The wire value of a decimal text: money stays text, counts and measures become numbers. */
function wireValue(kind: string, text: string): unknown {
  return kind === "money" ? text : Number(text);
}

function spanOf(kind: string, min: string | null, max: string | null, approximate: boolean): Answer {
  if (min !== null && min === max && !approximate) return { value: wireValue(kind, min) };
  const value: IntervalValue = {
    min: min === null ? null : (wireValue(kind, min) as string | number),
    max: max === null ? null : (wireValue(kind, max) as string | number),
    ...(approximate ? { approximate } : {}),
  };
  return { value };
}

/** A bare small amount of money is as likely 万元 as 元: X19 of the form, caught at the moment it is typed. */
const bareMoneyLimit = 100_000;

function proposeUnit(label: string, amount: string): FigureReading {
  const tenThousands = formatScaled(parseScaled(amount, 2) * 10_000, 2);
  return {
    kind: "proposal",
    values: [tenThousands, amount],
    lead: `${label}写的是${amount}，是${amount}万元还是${amount}元？`,
  };
}

/** 九成五 of 96 is 91.2: the whole counts on either side of it are proposed, never taken. */
function proposeCounts(fact: string, text: string, state: DialogState, context: DialogContext): FigureReading {
  const { policy } = context;
  const ratio = readRatio(text);
  if (!ratio.ok) return unclear(ratio.code, factDocument(policy, fact));
  const whole = factDocument(policy, fact).share_of;
  const total = whole === undefined ? undefined : answeredValue(state.answers[whole]);
  const years = yearsOf(state, context);
  if (whole === undefined || typeof total !== "number") {
    const name = whole === undefined ? "总数" : labelOf(policy, whole, years);
    return { kind: "unclear", text: `要有${name}才能把比例换成数量；请直接写数量。` };
  }
  const share = ratio.min ?? ratio.max;
  if (share === null) return unclear("vague", factDocument(policy, fact));
  const { floor, ceiling } = shareOf(share, total);
  const values = floor === ceiling ? [floor] : [floor, ceiling];
  const label = labelOf(policy, fact, years);
  return {
    kind: "proposal",
    values,
    lead: `${labelOf(policy, whole, years)}是${total}，按您说的比例，${label}是下面哪个数？`,
  };
}

const steps = { money: "0.01", int: "1", number: "0.0001", year: "1" } as const;

function unitsOf(fact: string, state: DialogState, context: DialogContext): readonly string[] | undefined {
  const document = factDocument(context.policy, fact);
  if (document.type === "money") return ["元"];
  if (document.unit_from === undefined) {
    const unit = unitWordAt(normalise(document.unit), 0)?.unit;
    return unit === undefined ? undefined : [unit, "个"];
  }
  const chosen = answeredValue(state.answers[document.unit_from]);
  return typeof chosen === "string" ? [chosen] : undefined;
}

/** Reads one figure as the answer to one fact. Nothing is guessed: what is unclear is said so. */
export function readFigure(fact: string, text: string, state: DialogState, context: DialogContext): FigureReading {
  const document = factDocument(context.policy, fact);
  const kind = document.type;
  if (kind === "year") {
    const year = readYear(text, context.today);
    return year.ok ? { kind: "answer", answer: { value: year.year } } : unclear("year", document);
  }
  const units = unitsOf(fact, state, context);
  const reading = readQuantity(text, {
    step: steps[kind as keyof typeof steps] ?? "1",
    ...(units ? { units } : {}),
    negative: document.negative ?? false,
    noneIsZero: kind !== "money",
  });
  if (!reading.ok) {
    if (reading.code === "unknown") return { kind: "answer", answer: { unknown: true } };
    if (reading.code === "ratio" && kind === "int") return proposeCounts(fact, text, state, context);
    if (reading.code === "other_unit") {
      return {
        kind: "unclear",
        text: `这里要的单位是${document.unit || "数量"}，您写的是${reading.unit ?? "别的单位"}，请再核对一下。`,
      };
    }
    return unclear(reading.code, document);
  }
  const bare = kind === "money" && reading.unit === null && reading.min !== null && reading.min === reading.max;
  if (bare && reading.min !== "0" && Number(reading.min) < bareMoneyLimit) {
    return proposeUnit(labelOf(context.policy, fact, yearsOf(state, context)), reading.min as string);
  }
  return { kind: "answer", answer: spanOf(kind, reading.min, reading.max, reading.approximate) };
}
