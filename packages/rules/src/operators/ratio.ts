import type { Case } from "../evaluate/case.ts";
import { MET, NOT_MET, reachOf, type Status, UNANSWERED, UNDETERMINED } from "../evaluate/status.ts";
import { compareProducts, formatScaled, parseScaled } from "../facts/decimal.ts";
import type { Expression } from "../policy/expressions.ts";
import { showQuantity } from "./comparison.ts";
import {
  defineMeasure,
  defineTest,
  highOf,
  lowOf,
  OPEN_NONE,
  OPEN_UNANSWERED,
  type Scope,
  slotOf,
  type Test,
  union,
  waysOfStatus,
} from "./model.ts";

const scale = 10_000;

/** Of nothing, a share is open in another way: no answer still to come decides it. */
export const OF_NOTHING = 3;
const waysOfRatio: readonly Status[] = [...waysOfStatus, UNDETERMINED];

/**
 * numerator ÷ denominator ≥ a fixed share, by cross-multiplying integers: 89.95 % prints as 90.0 % and still fails. A
 * denominator of zero says nothing about the share, so the test stays open until it is given anew.
 */
export function compileRatio(
  document: {
    numerator: Expression;
    denominator: Expression;
    at_least: string;
    shown_numerator?: Expression | undefined;
    reopens?: readonly string[] | undefined;
  },
  scope: Scope,
): Test {
  const numerator = scope.compileQuantity(document.numerator);
  const denominator = scope.compileQuantity(document.denominator);
  if (numerator.digits !== denominator.digits) throw new Error(`ratio of ${numerator.kind} to ${denominator.kind}`);
  const shown = document.shown_numerator ? scope.compileShown(document.shown_numerator) : numerator;
  const reopens = (document.reopens ?? []).map((fact) => scope.factIndex(fact));
  const share = parseScaled(document.at_least, 4);
  const [numeratorSlot, denominatorSlot] = [slotOf(numerator, scope), slotOf(denominator, scope)];
  const status = (facts: Case): Status => {
    const least = lowOf(denominator, facts);
    const most = highOf(denominator, facts);
    if (!(least > 0)) return UNDETERMINED;
    if (compareProducts(lowOf(numerator, facts), scale, most, share) >= 0) return MET;
    return compareProducts(highOf(numerator, facts), scale, least, share) < 0 ? NOT_MET : UNDETERMINED;
  };
  const isZero = (facts: Case): boolean => highOf(denominator, facts) === 0;
  return defineTest({
    uses: union(numerator.uses, denominator.uses),
    ...(numeratorSlot >= 0 &&
      denominatorSlot >= 0 && {
        form: { kind: "ratio", numerator: numeratorSlot, denominator: denominatorSlot, share, whole: scale },
        ways: waysOfRatio,
      }),
    status,
    reach: (facts) => {
      if (isZero(facts)) return reachOf(UNDETERMINED);
      const present = status(facts);
      return present === UNDETERMINED ? UNANSWERED : reachOf(present);
    },
    collect: (facts, into) => {
      if (status(facts) !== UNDETERMINED) return;
      if (isZero(facts)) for (const fact of denominator.uses) into.add(fact);
      numerator.collect(facts, into);
      denominator.collect(facts, into);
      for (const fact of reopens) into.add(fact);
    },
    openReason: (facts) => (isZero(facts) ? OPEN_UNANSWERED : OPEN_NONE),
    measure: defineMeasure({
      op: ">=",
      unit: "比例",
      actual: (facts) => {
        const part = showQuantity(shown, facts);
        const whole = showQuantity(denominator, facts);
        return part === null || whole === null ? null : `${part}/${whole}`;
      },
      required: () => document.at_least,
      gap: (facts) => {
        if (status(facts) !== NOT_MET) return null;
        const unit = 10 ** numerator.digits;
        const missing =
          BigInt(lowOf(denominator, facts)) * BigInt(share) - BigInt(highOf(shown, facts)) * BigInt(scale);
        const step = BigInt(scale) * BigInt(unit);
        return formatScaled(Number((missing + step - 1n) / step) * unit, numerator.digits);
      },
    }),
  });
}
