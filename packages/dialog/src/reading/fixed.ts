/** An exact decimal: whole numbers of 10⁻¹⁰. Floating point would turn 0.29 × 100万 into something else. */
export type Fixed = bigint;
/** The finest difference of a fact: 分 for money, one for counts, four decimals for measures. */
export type Step = "0.01" | "1" | "0.0001";

const places = 10;
export const one: Fixed = 10n ** BigInt(places);
/** Larger than anything a fact may hold; the bound keeps hostile numerals (亿亿亿…) small. */
export const largest: Fixed = 10n ** 18n * one;

const steps: Readonly<Record<Step, Fixed>> = { "0.01": one / 100n, "1": one, "0.0001": one / 10_000n };

/** The exact value of decimal digits, or null where there are more of them than any fact has. */
export function fixedOf(whole: string, fraction = ""): Fixed | null {
  if (whole.length > 24 || fraction.length > places - 1) return null;
  return BigInt(whole + fraction.padEnd(places, "0"));
}

/** Canonical decimal text: no leading or trailing zeros, no exponent. */
export function formatFixed(value: Fixed): string {
  const negative = value < 0n;
  const digits = String(negative ? -value : value).padStart(places + 1, "0");
  const fraction = digits.slice(-places).replace(/0+$/, "");
  return `${negative ? "-" : ""}${digits.slice(0, -places)}${fraction === "" ? "" : `.${fraction}`}`;
}

/** The largest multiple of the step that is not above the value. */
export function floorTo(value: Fixed, step: Step): Fixed {
  const size = steps[step];
  const rest = ((value % size) + size) % size;
  return value - rest;
}

/** The smallest multiple of the step that is not below the value. */
export function ceilTo(value: Fixed, step: Step): Fixed {
  return -floorTo(-value, step);
}

/** The smallest multiple of the step above the value. */
export function above(value: Fixed, step: Step): Fixed {
  return floorTo(value, step) + steps[step];
}

/** The largest multiple of the step below the value. */
export function below(value: Fixed, step: Step): Fixed {
  return ceilTo(value, step) - steps[step];
}
