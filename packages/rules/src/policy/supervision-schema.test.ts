import { describe, expect, test } from "vitest";
import { addedWrongly, leftOutWrongly, mistypedWrongly } from "../../testing/document-faults.ts";
import { noSupervision, supervisionSchema } from "./supervision-schema.ts";

const reading = {
  id: "r",
  title: "读法",
  value: "a",
  options: [{ value: "a", label: "甲" }],
  article: "第十三条",
  mark: "解释",
  ground: "",
};
const owed = {
  kind: "annual_report",
  title: "年度总结",
  holder: "platform",
  is_binding: true,
  article: "第十三条",
  mark: "原文",
  ground: "",
};
const day = { day: "07-31", years: 0 };
/** What is owed by each kind of period. */
const periods: Record<string, unknown>[] = [
  { period: "half_year", due: { first_half: day, second_half: { day: "01-20", years: 1 } } },
  { period: "year", due: { year: day } },
  { period: "notice", due: null },
  { period: "last_year", due: null },
];
const supervisionOf = (obligation: Record<string, unknown>) => ({
  obligations: [{ ...owed, ...obligation }],
  readings: [reading],
});
const takes = (document: unknown): boolean => supervisionSchema.safeParse(document).success;

describe("the supervision of a policy", () => {
  test("may ask for nothing", () => {
    expect(noSupervision).toMatchObject({ obligations: [], readings: [] });
    expect(supervisionSchema.parse({ obligations: [], readings: [] })).toEqual(noSupervision);
  });

  test.each(periods)("%j: nothing is left out, added or of another type", (period) => {
    const document = supervisionOf(period);
    expect(takes(document)).toBe(true);
    const known = { document, takes, optional: new Set<string>(), isOpen: () => false, isLoose: () => false };
    expect([leftOutWrongly(known), addedWrongly(known), mistypedWrongly(known)]).toEqual([[], [], []]);
  });

  test.each<[string, unknown[], unknown[]]>([
    [
      "kind",
      ["periodic_inspection", "half_year_report", "half_year_package", "appraisal", "renewal", "yearly_round"],
      ["other"],
    ],
    ["holder", ["platform", "district", "city"], ["expert"]],
    ["mark", ["原文", "解释", "设置"], ["text"]],
    ["period", [], ["month", "half_year", "notice"]],
    [
      "due",
      [{ year: { day: "12-31", years: 1 } }],
      [
        null,
        { year: null },
        { year: { day: "7-31", years: 0 } },
        { year: { day: "2026-07-31", years: 0 } },
        { year: { day: "07-311", years: 0 } },
        { year: { day: "07-31", years: -1 } },
        { year: { day: "07-31", years: 0.5 } },
      ],
    ],
  ])("%s of a yearly obligation takes some values and refuses others", (key, taken, refused) => {
    const read = (value: unknown) => [value, takes(supervisionOf({ ...periods[1], [key]: value }))];
    for (const value of taken) expect(read(value)).toEqual([value, true]);
    for (const value of refused) expect(read(value)).toEqual([value, false]);
  });

  test("nothing is owed for a half-year without a last day", () => {
    const half = (due: unknown) => takes(supervisionOf({ period: "half_year", due }));
    expect(half({ first_half: null, second_half: day })).toBe(true);
    expect(half({ first_half: day, second_half: null })).toBe(true);
    expect(half({ first_half: day })).toBe(false);
  });
});
