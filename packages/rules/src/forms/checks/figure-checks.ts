import type { CheckOf } from "../check-documents.ts";
import { one, parseMillionths, spellPercent } from "../decimals.ts";
import { type Figure, figureOf, numberOf, spellFigure, spellNumber } from "../form-figures.ts";
import type { CheckOperator, Found } from "./found.ts";

type Comparison = CheckOf<"compare">["compare"];

/** Whether a comparison fails whatever the figures turn out to be between their ends. */
function fails(left: Figure, comparison: Comparison, right: Figure): boolean {
  const isBelow = left.high < right.low;
  const isAbove = left.low > right.high;
  if (comparison === ">=") return isBelow;
  return comparison === "<=" ? isAbove : isBelow || isAbove;
}

const distance = (a: bigint, b: bigint): bigint => (a > b ? a - b : b - a);
const fieldsOf = (...figures: Figure[]): string[] => figures.flatMap(({ fields }) => fields);
const spellNamed = (figure: Figure): string => `${figure.name}${spellFigure(figure)}`;
const isExact = ({ low, high }: Figure): boolean => low === high;

export const agree: CheckOperator<CheckOf<"agree">> = ({ figures }, form) => {
  const known = figures.map((figure) => figureOf(figure, form)).filter((figure) => figure !== null);
  const differ = known.some((left) => known.some((right) => fails(left, "=", right)));
  return differ ? [{ params: { figures: known.map(spellNamed).join("，") }, fields: fieldsOf(...known) }] : [];
};

function compareFigures(left: Figure | null, comparison: Comparison, right: Figure | null): Found[] {
  if (!left || !right || !fails(left, comparison, right)) return [];
  const gap = comparison === ">=" ? right.low - left.high : distance(left.low, right.low);
  const params = { left: spellFigure(left), right: spellFigure(right), gap: spellNumber(gap, "") };
  return [{ params, fields: fieldsOf(left, right) }];
}

export const compare: CheckOperator<CheckOf<"compare">> = (document, form) =>
  compareFigures(figureOf(document.left, form), document.compare, figureOf(document.right, form));

export const eachRow: CheckOperator<CheckOf<"each_row">> = (document, form) => {
  const year = form.policy.forms.lists.get(document.list)?.document.yearly?.year;
  return form.rows(document.list).flatMap((row, index) => {
    const figure = (column: string): Figure | null => {
      const { field, value, pointer } = form.cell(document.list, index, column);
      const number = numberOf(value);
      if (number === null) return null;
      return { low: number, high: number, name: field.name, unit: field.unit ?? "", fields: [pointer] };
    };
    const found = compareFigures(figure(document.left), document.compare, figure(document.right));
    const place = { row: String(index + 1), year: String((year === undefined ? null : row[year]) ?? "") };
    return found.map(({ params, fields }) => ({ params: { ...params, ...place }, fields }));
  });
};

export const share: CheckOperator<CheckOf<"share">> = (document, form) => {
  const [part, whole, stated] = [document.part, document.whole, document.stated].map((each) => figureOf(each, form));
  if (!part || !whole || !stated || ![part, whole, stated].every(isExact) || whole.low <= 0n) return [];
  // |stated − 100·part/whole| ≤ within, multiplied out so that nothing is rounded.
  const difference = distance(stated.low * whole.low, 100n * one * part.low);
  if (difference <= parseMillionths(document.within) * whole.low) return [];
  const params = {
    part: spellFigure(part),
    whole: spellFigure(whole),
    stated: spellFigure(stated),
    computed: `${spellPercent(part.low, whole.low)}%`,
  };
  return [{ params, fields: fieldsOf(stated, part, whole) }];
};

export const ratioAtLeast: CheckOperator<CheckOf<"ratio_at_least">> = (document, form) => {
  const part = figureOf(document.part, form);
  const whole = figureOf(document.whole, form);
  const least = parseMillionths(document.at_least);
  if (!part || !whole || whole.high <= 0n || part.high * one >= least * whole.high) return [];
  const params = {
    part: spellNumber(part.low, part.unit),
    whole: spellFigure(whole),
    computed: `${spellPercent(part.high, whole.high)}%`,
    at_least: spellPercent(least, one),
  };
  return [{ params, fields: [...new Set(fieldsOf(part, whole))] }];
};

export const notTimes: CheckOperator<CheckOf<"not_times">> = (document, form) => {
  const known = document.figures
    .map((figure) => figureOf(figure, form))
    .filter((figure) => figure !== null)
    .filter((figure) => isExact(figure) && figure.low > 0n);
  const times = parseMillionths(document.times);
  const within = parseMillionths(document.within_percent);
  for (const larger of known) {
    for (const smaller of known) {
      const expected = times * smaller.low;
      if (distance(larger.low * one, expected) * 100n * one > expected * within) continue;
      const params = { larger: spellNamed(larger), smaller: spellNamed(smaller), times: spellNumber(times, "") };
      return [{ params, fields: fieldsOf(larger, smaller) }];
    }
  }
  return [];
};
