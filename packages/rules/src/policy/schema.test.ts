import { describe, expect, test } from "vitest";
import { zhengzhou } from "../../policies/zhengzhou-sme-platform/index.ts";
import {
  addedWrongly,
  changedAt,
  type KnownDocument,
  leftOutWrongly,
  mistypedWrongly,
} from "../../testing/document-faults.ts";
import { smallDocument } from "../../testing/small-policy.ts";
import { noForms } from "../forms/schema.ts";
import { policySchema } from "./schema.ts";
import { noSupervision } from "./supervision-schema.ts";

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
          test: { given: "n" },
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
        functions_of: "s",
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
        supervision: { obligations: [], readings: [] },
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

const takes = (document: unknown): boolean => policySchema.safeParse(document).success;

/** What may be left out of a document. */
const optional = new Set(
  [
    "facts.#: absent_means aliases options option_words negative figure_of absent planned near_today format unit_from share_of derivable unknown_between never_if",
    "criteria.#: claimed_if line warnings enquiry bars_reapplication",
    "criteria.#.advice: not_met_year_over reading officer step",
    "criteria.#.warnings.#: params",
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
    .concat("functions_of", "score_sheet", "supervision"),
);

/** Objects whose keys are ids or codes of the policy's own. */
const isOpen = (shape: string): boolean =>
  !/^(cases|criteria|materials)$/.test(shape) &&
  /(^|\.)(params|cases|options|option_words|texts|bases|bases\.B|override|criteria|materials|absent\.is|acts)$/.test(
    shape,
  );
/** The values of facts in cases may be of several types. */
const isLoose = (shape: string): boolean => /^cases\.(bases\.B|cases\.#\.override)\./.test(shape);
const known: KnownDocument = { document: whole, takes, optional, isOpen, isLoose };

describe("the schema of a policy", () => {
  test("takes the shipped policy, and the document that has every part", () => {
    expect(policySchema.safeParse(zhengzhou).success).toBe(true);
    expect(policySchema.safeParse(whole).error?.issues).toBeUndefined();
  });

  test("nothing may be left out but what is optional", () => expect(leftOutWrongly(known)).toEqual([]));
  test("nothing may be added", () => expect(addedWrongly(known)).toEqual([]));
  test("nothing may be of another type", () => expect(mistypedWrongly(known)).toEqual([]));

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
    ["settings.0.options.0.value", ["y", 5, false], [null, []]],
    ["settings.0.mark", ["原文", "解释", "设置"], ["text"]],
    ["facts.13.figure_of", ["base_year", "year_before", "two_years_before"], ["round_year"]],
    ["facts.12.format", ["icp_number"], ["postcode"]],
    [
      "facts.5.absent",
      [
        { value: { int: 0 } },
        { is: true },
        { is: "x" },
        { is: ["x"] },
        { not_happened_if_given: ["n"] },
        { first_character_of: "u", is: { "9": "x" } },
      ],
      [
        {},
        { value: 0 },
        { value: { int: 0 }, is: true },
        { is: 5 },
        { is: [5] },
        { is: true, surplus: 1 },
        { not_happened_if_given: "n" },
        { not_happened_if_given: [5] },
        { not_happened_if_given: ["n"], surplus: 1 },
        { first_character_of: "u" },
        { first_character_of: 5, is: {} },
        { first_character_of: "u", is: { "9": 5 } },
        { first_character_of: "u", is: {}, surplus: 1 },
      ],
    ],
    ["criteria.0.advice.remedy", ["before_submission", "base_year_figure", "time", "organisation"], ["never"]],
    ["questions.0.input", ["one", "many", "text", "number", "money", "date"], ["choice"]],
    ["questions.0.ask", ["finance", "personnel", "business", "office", "registry"], ["boss"]],
    ["questions.0.elsewhere.0.ask", ["finance", "business"], ["boss"]],
    ["questions.0.elsewhere.0.facts", [["n"]], [[]]],
    ["functions_of", ["s", null], [5]],
    ["cases.cases.0.base", ["B", null], [5]],
    ["cases.cases.0.as_of", ["2026-06-10"], ["2026-06-31"]],
    ["messages.welcome", [["好"], ["一", "二"]], [[]]],
    ["questions.0.facts", [["n"]], [[]]],
    ["questions.0.article", [["1"]], [[]]],
    ["questions.0.none.0.facts", [["n"]], [[]]],
    ["contradictions.0.facts", [["n"]], [[]]],
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
      changedAt(whole, path, (holder, key) => {
        holder[key] = value;
      });
    for (const value of taken) expect([value, takes(put(value))]).toEqual([value, true]);
    for (const value of refused) expect([value, takes(put(value))]).toEqual([value, false]);
  });

  test("contradictions are at most 31, since they are held as bits", () => {
    const contradictions = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ code: `c${at}`, facts: ["n"], when: { given: "n" } }));
    expect(takes({ ...whole, contradictions: contradictions(31) })).toBe(true);
    expect(takes({ ...whole, contradictions: contradictions(32) })).toBe(false);
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
    expect(parsed.functions_of).toBeNull();
    expect(parsed.supervision).toEqual(noSupervision);
    expect(parsed.forms).toEqual(noForms);
    expect(parsed.cases.cases[0]).toMatchObject({ override: {}, drop: [], expect: { criteria: {}, materials: {} } });
  });
});
