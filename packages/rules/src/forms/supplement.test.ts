import { describe, expect, test } from "vitest";
import { zhengzhou } from "../../policies/zhengzhou-sme-platform/index.ts";
import { smallDocument } from "../../testing/small-policy.ts";
import { compilePolicy } from "../policy/compile.ts";
import type { FormSection } from "./forms.ts";
import { factsOfAnnexes, supplementOf } from "./supplement.ts";

const shipped = () => compilePolicy(zhengzhou);

const field = { id: "assets", label: "资产", type: "int", fact: "in_annex" };
const annex = {
  id: "annex",
  number: "附件1",
  title: "表",
  article: "第一条",
  by: "applicant",
  imprint: null,
  contents: null,
  parts: [
    { kind: "section", id: "basics", title: "基本", heading: null, article: "附件1", mark: "原文", fields: [field] },
  ],
};
const facts = {
  in_annex: "int",
  in_both: { type: "bool", hint: "怎么填" },
  asked: { type: "enum:a,b", options: { a: "甲", b: "乙" }, unit: "个" },
  sets: { type: "set:x,y", options: { x: "一", y: "二" } },
  place: "enum:districts",
  words: "text",
  number: { type: "text", format: "icp_number" },
  ignored: "date",
};

function supplementWith(rest: Record<string, unknown>): FormSection | undefined {
  const supplement = {
    id: "more",
    title: "补充",
    article: "第一条",
    mark: "设置",
    others: "其他",
    groups: [{ id: "first", title: "先填", fields: ["asked"] }],
    ...rest,
  };
  const forms = {
    annexes: [annex],
    applicant: null,
    supplement,
    derivations: [{ fact: "in_both", from: { field_given: "basics.assets" }, mark: "解释" }],
    checks: [],
  };
  return compilePolicy(smallDocument({ facts, rest: { forms } })).forms.sections.get("more");
}

const policyFacts = ["submission_date", "application_round_year", "platform_type", "materials_in_hand"];
const not_asked = [...policyFacts, "ignored"].map((fact) => ({ fact, ground: "别处有" }));

describe("the supplement", () => {
  test("has a field for each fact that no annex states", () => {
    const section = supplementWith({ not_asked });
    expect(section?.fields.map(({ id, type }) => [id, type])).toEqual([
      ["asked", "choice"],
      ["sets", "choices"],
      ["place", "choice"],
      ["words", "long_text"],
      ["number", "icp"],
    ]);
    expect(section?.fieldsById.get("asked")).toMatchObject({
      fact: "asked",
      printed: false,
      required: false,
      unit: "个",
      options: [
        { value: "a", label: "甲" },
        { value: "b", label: "乙" },
      ],
    });
    expect(section?.fieldsById.get("sets")?.options?.map(({ label }) => label)).toEqual(["一", "二"]);
    expect(section?.fieldsById.get("place")?.options).toEqual([{ value: "410105", label: "金水区" }]);
    expect(section?.fieldsById.get("words")).toMatchObject({ longest: 2_000 });
    expect(section?.fieldsById.get("words")).not.toHaveProperty("unit");
  });

  test("takes each kind of fact in a field of its kind, and only a text has a longest length", () => {
    const kinds = { m: "money", n: "number", i: "int", y: "year", d: "date", b: "bool", u: "uscc", t: "text" };
    const forms = {
      annexes: [annex],
      applicant: null,
      supplement: { id: "more", title: "补充", article: "第一条", mark: "设置", others: "其他", groups: [], not_asked },
      derivations: [],
      checks: [],
    };
    const every = { ...facts, ...kinds };
    const section = compilePolicy(smallDocument({ facts: every, rest: { forms } })).forms.sections.get("more");
    const fields = Object.keys(kinds).map((id) => section?.fieldsById.get(id));
    expect(fields.map((each) => each?.type)).toEqual([
      "money_wan",
      "number",
      "int",
      "year",
      "date",
      "bool",
      "uscc",
      "long_text",
    ]);
    expect(fields.filter((each) => each && "longest" in each).map((each) => each?.id)).toEqual(["t"]);
  });

  test("leaves out what a field, a choice or a column of the annexes states", () => {
    const { document, forms } = shipped();
    const stated = factsOfAnnexes(document.forms);
    const columns = [...forms.lists.values()].flatMap(({ columns: each }) => each);
    const ofColumns = columns.flatMap(({ fact, facts: several }) => [fact, ...Object.values(several ?? {})]);
    for (const fact of ofColumns.filter((each) => each !== undefined)) expect(stated).toContain(fact);
    expect(stated).not.toContain(undefined);
    const choice = {
      id: "kind",
      label: "性质",
      type: "choices",
      facts: { a: "in_both" },
      options: [{ value: "a", label: "甲" }],
    };
    const both = { ...annex, parts: [{ ...annex.parts[0], fields: [field, choice] }] };
    const documents = [annex, both].map((each) => ({ annexes: [each], derivations: [] }) as never);
    expect(documents.map((each) => [...factsOfAnnexes(each)])).toEqual([["in_annex"], ["in_annex", "in_both"]]);
  });

  test("is none where the policy has none", () => {
    const { document } = shipped();
    expect(supplementOf({ ...document, forms: { ...document.forms, supplement: null } }, [])).toBeNull();
  });

  test("asks again for a fact whose source may stay silent, and has fields of its own first", () => {
    const section = supplementWith({
      not_asked,
      also: ["in_both"],
      fields: [{ id: "extra", label: "另", type: "date", printed: false }],
    });
    expect(section?.fields.map(({ id }) => id).slice(0, 2)).toEqual(["extra", "in_both"]);
    expect(section?.fieldsById.get("in_both")).toMatchObject({ type: "bool", note: "怎么填" });
  });

  test("puts what no group names under the others", () => {
    expect(supplementWith({ not_asked })?.groups).toEqual([
      { id: "first", title: "先填", fields: ["asked"] },
      { id: "others", title: "其他", fields: ["sets", "place", "words", "number"] },
    ]);
    const groups = [{ id: "all", title: "全部", fields: ["asked", "sets", "place", "words", "number"] }];
    expect(supplementWith({ not_asked, groups })?.groups.map(({ id }) => id)).toEqual(["all"]);
  });

  test("holds what the annexes of the shipped policy have no place for", () => {
    const fields = shipped().forms.sections.get("supplement")?.fieldsById;
    for (const id of [
      "platform_type",
      "uscc",
      "legal_representative",
      "leader_name",
      "claimed_functions",
      "credit_status",
      "info_events",
      "has_fee_standard",
    ]) {
      expect([id, fields?.has(id)]).toEqual([id, true]);
    }
    for (const id of ["total_assets_prev_year_end_yuan", "smes_served_prev_year", "submission_date"]) {
      expect([id, fields?.has(id)]).toEqual([id, false]);
    }
  });
});
