import { describe, expect, test } from "vitest";
import { zhengzhou } from "../../policies/zhengzhou-sme-platform/index.ts";
import { smallDocument } from "../../testing/small-policy.ts";
import { noForms } from "../forms/schema.ts";
import { policySchema } from "./schema.ts";

type Json = Record<string, unknown> | unknown[];

/** A document that has every part there is, so that every part can be broken. */
const whole = JSON.parse(
  JSON.stringify({
    ...smallDocument({
      facts: {
        n: "int",
        m: "money",
        k: { type: "enum:a,b", aliases: ["kk"], options: { a: "甲" }, option_words: { a: ["甲方"] }, unit_from: "n" },
        d: { type: "date", absent: { not_happened_if_given: ["n"] }, never_if: { fact: "b", is: true }, planned: true },
        b: { type: "bool", absent: { is: true }, near_today: true, derivable: true },
        e: { type: "enum:x,y", absent: { first_character_of: "u", is: { "9": "x" } } },
        u: { type: "uscc", absent_means: "无" },
        s: { type: "set:x,y", absent: { is: ["x"] } },
        t: { type: "text", format: "icp_number" },
        f: {
          type: "int",
          absent: { value: { int: 0 } },
          unknown_between: { between: [{ int: 0 }, { smaller: [{ fact: "n" }, { int: 9 }] }] },
          figure_of: "base_year",
          share_of: "n",
          negative: false,
        },
      },
      settings: { way: "x", size: 3, on: true },
      contradictions: [{ code: "odd", facts: ["n"], when: { given: "n" } }],
      criteria: {
        c1: {
          test: {
            all: [
              { fact: "b", is: true, mark: "原文", measured: false, part: "b" },
              { fact: "k", in: ["a"] },
              { fact: "s", contains: ["x"] },
              { given: "n" },
              { happened: "d" },
              { left: { sum: [{ fact: "n" }, { int: 1 }] }, compare: ">=", right: { int: 5 }, unit: "家" },
              { left: { fact: "m" }, compare: ">=", right: { money: "1.50" } },
              {
                numerator: { difference: [{ fact: "n" }, { fact: "f" }] },
                denominator: { latest: [{ fact: "n" }] },
                at_least: "0.8",
                shown_numerator: { fact: "n" },
                reopens: ["n"],
              },
              { elapsed_since: { fact: "d" }, years: 2, by: { context: "as_of" } },
              { same_month: [{ date: "2026-01-01" }, { after: { fact: "d" }, years: 1, days: 1 }] },
              { matches: "t", format: "icp_number" },
              { any: [{ not: { given: "n" } }] },
              { only_if: { given: "n" }, must: { given: "m" } },
              { provided: { given: "n" }, otherwise: "reading", must: { given: "m" } },
              {
                doubt_if: { given: "n" },
                reason: "officer",
                otherwise: "met",
                cured_on: { first_day_of_year: { year_of: { fact: "d" } } },
              },
              { barred_if: { given: "n" }, first_free_day: { fact: "d" } },
              { outcome_of: "k", cases: { a: "met", b: { open: "unanswered" } } },
              { setting: "way", cases: { x: { given: "n" } } },
              { left: { size_of: "s" }, compare: "<", right: { by_choice: "k", cases: { a: { int: 1 } } } },
              { left: { number: "1.2345" }, compare: "=", right: { number: "0" } },
            ],
          },
          claimed_if: { given: "n" },
          line: true,
          warnings: [{ code: "w", when: { given: "n" }, params: { p: { fact: "n" } } }],
          enquiry: { title: "问", text: "问" },
          bars_reapplication: true,
          advice: {
            remedy: "time",
            not_met: "a",
            not_met_year_over: "b",
            unanswered: "c",
            reading: "d",
            officer: "e",
            contradictory: "f",
            step: "g",
          },
        },
        c2: { criteria_met: ["c1"], needed_by: "platform_type", needed: { broad: 1, narrow: 1 }, unit: "项" },
      },
      materials: [
        {
          id: "P1",
          article: "1",
          title: "一",
          todo: "办",
          needed_if: { given: "n" },
          checks: [{ code: "bad", test: { given: "n" }, mark: "原文" }],
          fully_checked: true,
          shown_by: ["n"],
          optional: false,
          stamped: true,
          parts: [{ id: "P1.a", title: "甲", todo: "办" }],
          warnings: [{ code: "w", when: { given: "n" } }],
        },
      ],
      questions: [
        {
          id: "q",
          input: "one",
          facts: ["n"],
          also: [{ fact: "m", when: { given: "n" } }],
          title: "q",
          requirement: "r",
          where: "w",
          note: "n",
          example: "e",
          article: ["1"],
          ask: "office",
          elsewhere: [{ facts: ["n"], ask: "finance", where: "w" }],
          options: { n: "甲" },
          yes_means: true,
          none: [{ label: "无", facts: ["n"], words: ["没有"] }],
        },
      ],
      rest: {
        bases: ["某法"],
        expert: [{ id: "x", article: "1", title: "x" }],
        texts: { odd: "怪" },
        lifecycle: {
          parameters: [{ id: "days", title: "日数", value: 5, unit: "日", article: "1", mark: "原文", ground: "" }],
          acts: { "round.open": "1" },
          refusals: { wrong_state: "1" },
          finding_articles: ["1"],
          certificate_number: "{year}-{sequence}",
          publicity_notice: { title: "公示", opening: ["一"], closing: ["二"] },
        },
        score_sheet: {
          article: "1",
          mark: "设置",
          ground: "无",
          items: [
            {
              id: "x",
              title: "x",
              article: "1",
              most: 100,
              expert_item: "x",
              anchors: [
                { from: 60, text: "好" },
                { from: 0, text: "差" },
              ],
            },
          ],
          directions: [{ id: "x", title: "x" }],
        },
        cases: {
          bases: { B: { n: 1 } },
          cases: [
            {
              id: "1",
              title: "一",
              article: "1",
              base: "B",
              override: { n: 2 },
              drop: ["m"],
              as_of: "2026-06-10",
              expect: {
                criteria: { c: "met" },
                materials: { P1: "valid" },
                verdict: "met",
                only_not_met: [],
                warnings: [],
              },
            },
          ],
        },
      },
    }),
  }),
) as Record<string, unknown>;

type Path = readonly (string | number)[];

const shape = (path: Path): string => path.map((step) => (typeof step === "number" ? "#" : step)).join(".");

function* everyPlace(value: unknown, path: Path = []): Generator<{ path: Path; value: unknown }> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    yield { path: at, value: inner };
    yield* everyPlace(inner, at);
  }
}

/** Every place of a document, once where several are alike; tests differ from each other and are all taken. */
function* places(value: unknown): Generator<{ path: Path; value: unknown }> {
  const seen = new Set<string>();
  for (const place of everyPlace(value)) {
    const kind =
      place.path.includes("test") || place.path.includes("absent") ? place.path.join(".") : shape(place.path);
    if (seen.has(kind)) continue;
    seen.add(kind);
    yield place;
  }
}

function withChange(path: Path, change: (holder: Json, key: string | number) => void): unknown {
  const copy = structuredClone(whole);
  let holder: unknown = copy;
  for (const step of path.slice(0, -1)) holder = (holder as Record<string | number, unknown>)[step];
  change(holder as Json, path.at(-1) as string | number);
  return copy;
}

const refuses = (document: unknown): boolean => !policySchema.safeParse(document).success;

/** What may be left out of a document. */
const optional = new Set(
  [
    "facts.#: absent_means aliases options option_words negative figure_of absent planned near_today format unit_from share_of derivable unknown_between never_if",
    "criteria.#: claimed_if line warnings enquiry bars_reapplication",
    "criteria.#.advice: not_met_year_over reading officer step",
    "criteria.#.warnings.#: params",
    "criteria.#.test: unit",
    "criteria.#.test.all.#: mark measured part unit shown_numerator reopens cured_on",
    "criteria.#.test.all.#.same_month.#: years days",
    "materials.#: needed_if checks fully_checked shown_by optional stamped parts warnings",
    "questions.#: also requirement where note example elsewhere options yes_means none",
    "questions.#.elsewhere.#: where",
    "questions.#.none.#: words",
    "lifecycle: certificate_number publicity_notice",
    "lifecycle.refusals: wrong_state",
    "cases.cases.#: override drop",
    "cases.cases.#.expect: criteria materials verdict only_not_met warnings",
  ]
    .flatMap((line) => {
      const [holder = "", keys = ""] = line.split(": ");
      return keys.split(" ").map((key) => `${holder}.${key}`);
    })
    .concat("score_sheet"),
);

/** Objects whose keys are ids or codes of the policy's own. */
const open =
  /(^|\.)(params|cases|options|option_words|texts|bases|bases\.B|override|criteria|materials|needed|absent\.is|acts)$/;
const isOpen = (path: Path): boolean => {
  const text = shape(path);
  if (text === "cases" || /^(criteria|materials)$/.test(text)) return false;
  return open.test(text);
};

describe("the schema of a policy", () => {
  test("takes the shipped policy, and the document that has every part", () => {
    expect(policySchema.safeParse(zhengzhou).success).toBe(true);
    expect(policySchema.safeParse(whole).error?.issues).toBeUndefined();
  });

  test("nothing may be left out but what is optional", () => {
    for (const { path } of places(whole)) {
      if (typeof path.at(-1) === "number" || isOpen(path.slice(0, -1))) continue;
      const document = withChange(path, (holder, key) => delete (holder as Record<string, unknown>)[key as string]);
      expect([shape(path), refuses(document)]).toEqual([shape(path), !optional.has(shape(path))]);
    }
  });

  test("nothing may be added", () => {
    for (const { path, value } of places({ document: whole })) {
      if (typeof value !== "object" || value === null || Array.isArray(value) || isOpen(path.slice(1))) continue;
      const added =
        path.length === 1
          ? { ...whole, surplus: 1 }
          : withChange([...path.slice(1), "surplus"], (holder, key) => {
              (holder as Record<string, unknown>)[key as string] = 1;
            });
      expect([shape(path), refuses(added)]).toEqual([shape(path), true]);
    }
  });

  test("nothing may be of another type", () => {
    for (const { path, value } of places(whole)) {
      // The values of facts in cases and the value of a setting may be of several types.
      if (/^cases\.(bases\.B|cases\.#\.override)\./.test(shape(path))) continue;
      const wrong = typeof value === "object" && value !== null ? 5 : { odd: 1 };
      const document = withChange(path, (holder, key) => {
        (holder as Record<string | number, unknown>)[key] = wrong;
      });
      expect([shape(path), refuses(document)]).toEqual([shape(path), true]);
    }
  });

  test.each<[string, unknown[], unknown[]]>([
    ["facts.4.id", ["x9_", "X.y"], ["", "9x", "_x", "x-y", "a b", "x/y", " x", "x\n"]],
    ["contradictions.0.code", ["odd_one"], ["odd one", ""]],
    ["version", [1, 99], [0, -1, 1.5]],
    ["in_force.status", ["confirmed", "unconfirmed", "ended"], ["yes", ""]],
    ["in_force.checked_on", ["2026-06-10", null], ["2026-6-10", "2026-02-30", ""]],
    ["in_force.source", ["某文", null], [5]],
    ["selectable_from.date", ["2022-01-01"], ["2022-13-01", "soon"]],
    ["selectable_from.mark", ["原文", "解释", "设置"], ["text"]],
    ["articles.0.treatment", ["computed", "judged_by_people", "inoperative"], ["other"]],
    ["settings.0.value", ["y", 5, false], [null, []]],
    ["facts.13.figure_of", ["base_year", "year_before", "two_years_before"], ["round_year"]],
    ["facts.12.format", ["icp_number"], ["postcode"]],
    ["criteria.0.advice.remedy", ["before_submission", "base_year_figure", "time", "organisation"], ["never"]],
    ["criteria.0.test.all.0.mark", ["原文"], ["ours"]],
    ["criteria.0.test.all.5.compare", [">=", ">", "<=", "<", "=", "!="], ["==", "=>"]],
    ["criteria.0.test.all.5.right.int", [0, -3], [1.5, "1"]],
    [
      "criteria.0.test.all.6.right.money",
      ["0", "1500000", "1.5", "1.50"],
      ["", "1.234", "-1", "1,5", ".5", "1.", "x1", "1x", 5],
    ],
    ["criteria.0.test.all.19.left.number", ["0", "12", "1.2345"], ["", "1.23456", "-1", "x1", "1x", ".5", "1.", 5]],
    [
      "criteria.0.test.all.7.at_least",
      ["0", "1", "0.8", "0.1234"],
      ["2", "0.12345", "80%", ".8", "0.", "x0.8", "0.8x", "10", 0.8],
    ],
    ["criteria.0.test.all.8.years", [1, 5], [0, -1, 1.5]],
    ["criteria.0.test.all.8.by.context", ["as_of", "round_year", "base_year", "round_deadline"], ["now"]],
    ["criteria.0.test.all.9.same_month.0.date", ["2024-02-29"], ["2025-02-29", "2025-2-1"]],
    ["criteria.0.test.all.9.same_month.1.years", [0, -1, 3], [1.5, "1"]],
    ["criteria.0.test.all.9.same_month.1.days", [0, -1, 3], [1.5, "1"]],
    ["criteria.0.test.all.10.format", ["icp_number"], ["uscc"]],
    ["criteria.0.test.all.13.otherwise", ["unanswered", "reading", "officer"], ["contradictory", "met"]],
    ["criteria.0.test.all.14.reason", ["unanswered", "reading", "officer"], ["contradictory", "met"]],
    ["criteria.0.test.all.14.otherwise", ["met", "not_met"], ["undetermined"]],
    [
      "criteria.0.test.all.16.cases.a",
      ["met", "not_met", { open: "unanswered" }, { open: "reading" }, { open: "officer" }],
      ["undetermined", { open: "contradictory" }, {}],
    ],
    ["criteria.1.test.needed.broad", [1, 4], [0, -1, 1.5]],
    ["questions.0.input", ["one", "many", "text", "number", "money", "date"], ["choice"]],
    ["questions.0.ask", ["finance", "personnel", "business", "office", "registry"], ["boss"]],
    ["questions.0.elsewhere.0.ask", ["finance", "business"], ["boss"]],
    ["questions.0.elsewhere.0.facts", [["n"]], [[]]],
    ["cases.cases.0.base", ["B", null], [5]],
    ["cases.cases.0.as_of", ["2026-06-10"], ["2026-06-31"]],
    ["messages.welcome", [["好"], ["一", "二"]], [[]]],
    ["questions.0.facts", [["n"]], [[]]],
    ["questions.0.article", [["1"]], [[]]],
    ["questions.0.none.0.facts", [["n"]], [[]]],
    ["contradictions.0.facts", [["n"]], [[]]],
    ["criteria.0.test.all.1.in", [["a"]], [[]]],
    ["criteria.0.test.all.2.contains", [["x"]], [[]]],
    ["criteria.0.test.all", [[{ given: "n" }]], [[]]],
    ["criteria.0.test.all.11.any", [[{ given: "n" }]], [[]]],
    ["criteria.0.test.all.5.left.sum", [[{ int: 1 }]], [[]]],
    ["criteria.0.test.all.7.denominator.latest", [[{ int: 1 }]], [[]]],
    [
      "criteria.0.test.all.7.numerator.difference",
      [[{ int: 1 }, { int: 2 }]],
      [[], [{ int: 1 }], [{ int: 1 }, { int: 2 }, { int: 3 }]],
    ],
    ["criteria.0.test.all.9.same_month", [[{ date: "2026-01-01" }, { fact: "d" }]], [[{ fact: "d" }]]],
    ["criteria.1.test.criteria_met", [["c1"]], [[]]],
    ["facts.13.unknown_between.between", [[{ int: 0 }, { int: 9 }]], [[{ int: 0 }]]],
    ["facts.13.unknown_between.between.1.smaller", [[{ int: 0 }, { int: 9 }]], [[{ int: 0 }]]],
    ["lifecycle.parameters.0.id", ["days_2"], ["two days", "", "2_days"]],
    ["lifecycle.parameters.0.value", [0, 5, "0.5", "12.25"], [1.5, "5", ".5", "1.", "x0.5", "0.5x", null]],
    ["lifecycle.refusals", [{}, { wrong_state: "1", quota_exceeded: "2" }], [{ no_such_refusal: "1" }]],
    [
      "lifecycle.certificate_number",
      ["{year}{sequence}", "证{year}第{sequence}号"],
      ["{sequence}{year}", "{year}", ""],
    ],
    ["score_sheet.items.0.id", ["x_1"], ["x 1", ""]],
    ["score_sheet.items.0.most", [1, 100], [0, -1, 1.5]],
    ["score_sheet.items.0.expert_item", ["x", null], [5]],
    ["score_sheet.items.0.anchors.0.from", [0, 60], [-1, 1.5]],
    [
      "score_sheet.items.0.anchors",
      [
        [
          { from: 1, text: "" },
          { from: 0, text: "" },
        ],
      ],
      [[], [{ from: 0, text: "" }]],
    ],
    ["score_sheet.directions.0.id", ["y"], ["y z", ""]],
    ["articles", [], [[]]],
    ["criteria", [], [[]]],
    ["facts", [], [[]]],
  ])("%s takes some values and refuses others", (place, taken, refused) => {
    const path = place.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    const put = (value: unknown): unknown =>
      withChange(path, (holder, key) => {
        (holder as Record<string | number, unknown>)[key] = value;
      });
    for (const value of taken) expect([value, refuses(put(value))]).toEqual([value, false]);
    for (const value of refused) expect([value, refuses(put(value))]).toEqual([value, true]);
  });

  test("contradictions are at most 31, since they are held as bits", () => {
    const contradictions = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ code: `c${at}`, facts: ["n"], when: { given: "n" } }));
    expect(refuses({ ...whole, contradictions: contradictions(31) })).toBe(false);
    expect(refuses({ ...whole, contradictions: contradictions(32) })).toBe(true);
  });

  test("what is left out is read as its default", () => {
    const parsed = policySchema.parse(
      smallDocument({
        facts: {},
        materials: [{ id: "P1", article: "1", title: "一", todo: "" }],
        questions: [
          {
            id: "q",
            input: "one",
            facts: ["platform_type"],
            title: "q",
            article: ["1"],
            ask: "office",
            none: [{ label: "无", facts: ["platform_type"] }],
          },
        ],
        rest: {
          lifecycle: { parameters: [], acts: {}, refusals: {}, finding_articles: [] },
          score_sheet: undefined,
          cases: {
            bases: {},
            cases: [{ id: "1", title: "", article: "1", base: null, as_of: "2026-01-01", expect: {} }],
          },
        },
      }),
    );
    expect(parsed.facts[0]?.aliases).toEqual([]);
    expect(parsed.criteria[0]).toMatchObject({ line: false, warnings: [], bars_reapplication: false });
    expect(parsed.materials[0]).toMatchObject({
      checks: [],
      fully_checked: false,
      shown_by: [],
      optional: false,
      stamped: false,
      parts: [],
      warnings: [],
    });
    expect(parsed.questions[0]).toMatchObject({
      also: [],
      elsewhere: [],
      options: {},
      yes_means: true,
      none: [{ words: [] }],
    });
    expect(parsed.lifecycle).toMatchObject({
      certificate_number: "{year}-{sequence}",
      publicity_notice: { title: "{programme}", opening: [], closing: [] },
    });
    expect(parsed.score_sheet).toEqual({ article: "", mark: "设置", ground: "", items: [], directions: [] });
    expect(parsed.forms).toEqual(noForms);
    expect(parsed.cases.cases[0]).toMatchObject({ override: {}, drop: [], expect: { criteria: {}, materials: {} } });
  });
});
