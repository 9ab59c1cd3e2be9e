import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readDate } from "./dates.ts";
import { readMonths } from "./durations.ts";
import { readQuantity } from "./quantities.ts";
import { readRatio } from "./ratios.ts";

const file = new URL("../../../rules/policies/zhengzhou-sme-platform/sample-cases.json", import.meta.url);
const { cases } = JSON.parse(readFileSync(file, "utf8")) as {
  cases: { id: string; given: unknown; expect: unknown }[];
};
const sample = cases.find((each) => each.id === "D05");
const given = sample?.given as [string, string][];
const wanted = sample?.expect as unknown[];

function read(text: string, kind: string): unknown {
  if (kind === "ratio") {
    const ratio = readRatio(text);
    return ratio.ok && ratio.min ? Number(ratio.min.numerator) / Number(ratio.min.denominator) : ratio;
  }
  if (kind === "months") {
    const months = readMonths(text);
    return months.ok ? months.min : months;
  }
  if (kind === "month") {
    const date = readDate(text, { today: "2026-06-10" });
    return date.ok ? date.min?.slice(0, 7) : date;
  }
  const amount = readQuantity(text, { step: "0.01", units: ["元"] });
  if (!amount.ok) return amount;
  if (amount.approximate) return { interval: [amount.min, amount.max], approximate: true };
  return Number(amount.min);
}

describe("sample case D05", () => {
  it.each(given.map(([text, kind], index) => [text, kind, wanted[index]] as const))(
    "%s as %s",
    (text, kind, expected) => {
      expect(read(text, kind)).toEqual(expected);
    },
  );
});
