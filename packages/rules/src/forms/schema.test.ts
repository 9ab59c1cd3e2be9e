import { describe, expect, test } from "vitest";
import { forms as shipped } from "../../policies/zhengzhou-sme-platform/forms/index.ts";
import { addedWrongly, changedAt, leftOutWrongly, mistypedWrongly } from "../../testing/document-faults.ts";
import { formsSchema, noForms } from "./schema.ts";

const field = { id: "name", label: "名称", type: "text" };
const headed = { id: "part", title: "部分", heading: "一、部分", article: "附件2", mark: "原文" };
/** Each kind of part with everything that it may say, and what of that may be left out. */
const parts: [Record<string, unknown>, string[]][] = [
  [{ kind: "section", ...headed, fields: [field], lines: ["{name}"] }, ["lines"]],
  [
    {
      kind: "list",
      ...headed,
      numbered: "序号",
      columns: [field],
      foot: "注",
      most_rows: { value: 5_000, mark: "设置" },
      least_rows: { value: 10, article: "第七条", mark: "原文" },
      yearly: { year: "year", rows: [{ year: "base_year", required: true }] },
      identity: { code: "uscc", alike: ["name"], unit: "家", prevails: { satisfaction: ["satisfied"] } },
    },
    [
      "foot",
      "least_rows",
      "yearly",
      "identity",
      "identity.code",
      "identity.prevails",
      "identity.prevails.satisfaction",
    ],
  ],
  [{ kind: "text", id: "declaration", role: "declaration", text: "承诺" }, []],
];
/** Each way in which a fact follows from a form. */
const sources: Record<string, unknown>[] = [{ figure: { number: "1" } }, { field_given: "a.b" }, { any_row: "served" }];

const annex = {
  id: "annex_2",
  number: "附件2",
  title: "申报书",
  article: "附件2",
  by: "applicant",
  imprint: "郑州市工业和信息化局",
  contents: { heading: "目录", items: [{ number: "一", title: "情况", parts: ["part"] }] },
};
const supplement = {
  id: "supplement",
  title: "补充信息",
  article: "附件3",
  mark: "设置",
  fields: [field],
  also: ["uscc"],
  not_asked: [{ fact: "today", ground: "由系统计算" }],
  groups: [{ id: "group", title: "一组", fields: ["name"] }],
  others: "其他",
};
const check = { code: "X01", id: "c", level: "error", article: "1", mark: "原文", text: "有误" };
const formsOf = (part: unknown = parts[0]?.[0], from: unknown = sources[0]) => ({
  annexes: [{ ...annex, parts: [part] }],
  applicant: { name: "cover.name", code: "cover.code" },
  supplement,
  derivations: [{ fact: "uscc", from, with: "name", mark: "原文" }],
  checks: [{ kind: "no_duplicates", list: "staff", ...check }],
});
const takes = (document: unknown): boolean => formsSchema.safeParse(document).success;
/** What may be left out of every one of them. */
const always = ["supplement.fields", "supplement.also", "supplement.not_asked", "derivations.#.with"];

function faultsOf(document: unknown, optional: readonly string[]): string[] {
  const isNever = () => false;
  const known = { document, takes, optional: new Set([...always, ...optional]), isOpen: isNever, isLoose: isNever };
  return [...leftOutWrongly(known), ...addedWrongly(known), ...mistypedWrongly(known)];
}

describe("the schema of the forms", () => {
  test("takes the shipped ones, and none", () => {
    expect(formsSchema.safeParse(shipped).error?.issues).toBeUndefined();
    expect(formsSchema.parse(noForms)).toEqual({
      annexes: [],
      applicant: null,
      supplement: null,
      derivations: [],
      checks: [],
    });
  });

  test.each(parts)("%j: nothing is left out, added or of another type", (part, own) => {
    const document = formsOf(part);
    expect(takes(document)).toBe(true);
    const optional = own.map((key) => `annexes.#.parts.#.${key}`);
    expect(faultsOf(document, optional)).toEqual([]);
  });

  test.each(sources)("a fact from %j: nothing is left out, added or of another type", (from) => {
    const document = formsOf(undefined, from);
    expect(takes(document)).toBe(true);
    expect(faultsOf(document, ["annexes.#.parts.#.lines"])).toEqual([]);
  });

  test("what is left out is none", () => {
    const { id, title, article, mark, groups, others } = supplement;
    const list = { ...parts[1]?.[0], identity: { alike: ["name"], unit: "家" } };
    const read = formsSchema.parse({ ...formsOf(list), supplement: { id, title, article, mark, groups, others } });
    expect(read.supplement).toMatchObject({ fields: [], also: [], not_asked: [] });
    expect(read.annexes[0]?.parts[0]).toMatchObject({ identity: { prevails: {} } });
  });

  test.each<[string, unknown[], unknown[]]>([
    ["annexes.0.id", ["a_1"], ["Upper", "1a", ""]],
    ["annexes.0.by", ["applicant", "district"], ["city"]],
    ["annexes.0.imprint", ["某局", null], [5]],
    ["annexes.0.contents", [null, { heading: "", items: [] }], [5]],
    ["annexes.0.contents.items.0.parts", [["a"]], [[], ["A"]]],
    ["annexes.0.parts", [], [[]]],
    ["annexes.0.parts.0.title", ["题"], [""]],
    ["annexes.0.parts.0.heading", ["题", null], [5]],
    ["annexes.0.parts.0.mark", ["原文", "解释", "设置"], ["text"]],
    ["annexes.0.parts.0.fields", [[field]], [[]]],
    ["annexes.0.parts.0", [], [{ kind: "other", id: "a" }]],
    ["annexes.0.parts.0.fields.0.label", ["名"], [""]],
    ["applicant", [null], [5]],
    ["applicant.name", ["a.b"], ["cover"]],
    ["applicant.code", ["a.b"], ["Cover.name"]],
    ["supplement", [null], [5]],
    ["supplement.groups.0.fields", [["a"]], [[], ["A"]]],
    ["supplement.mark", ["原文", "解释", "设置"], ["text"]],
    ["derivations.0.from", sources, [{}, { figure: { number: "1" }, any_row: "a" }, { field_given: "a" }]],
    ["derivations.0.mark", ["原文", "解释", "设置"], ["text"]],
  ])("%s takes some values and refuses others", (place, taken, refused) => {
    expectReading(formsOf(), place, taken, refused);
  });

  test.each<[string, unknown[], unknown[]]>([
    ["numbered", ["序号", null], [5]],
    ["columns", [[field]], [[]]],
    ["most_rows.value", [1], [0, -1, 1.5]],
    ["least_rows.value", [1], [0, -1, 1.5]],
    ["yearly.year", ["year"], ["Year"]],
    ["yearly.rows", [[{ year: "year_before", required: false }]], [[], [{ year: "now", required: true }]]],
    ["identity.alike", [["a"], ["a", "b"]], [[], ["A"]]],
    ["identity.prevails", [{}, { a: ["x"] }], [{ a: "x" }, { A: ["x"] }]],
  ])("%s of a list takes some values and refuses others", (place, taken, refused) => {
    expectReading(formsOf(parts[1]?.[0]), `annexes.0.parts.0.${place}`, taken, refused);
  });

  test.each<[string, unknown[], unknown[]]>([
    ["role", ["title", "declaration"], ["other"]],
    ["text", ["文"], [""]],
  ])("%s of a text takes some values and refuses others", (place, taken, refused) => {
    expectReading(formsOf(parts[2]?.[0]), `annexes.0.parts.0.${place}`, taken, refused);
  });
});

function expectReading(document: unknown, place: string, taken: readonly unknown[], refused: readonly unknown[]) {
  const path = place.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  const read = (value: unknown) =>
    takes(
      changedAt(document, path, (holder, key) => {
        holder[key] = value;
      }),
    );
  for (const value of taken) expect([value, read(value)]).toEqual([value, true]);
  for (const value of refused) expect([value, read(value)]).toEqual([value, false]);
}
