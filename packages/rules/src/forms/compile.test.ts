import { describe, expect, test } from "vitest";
import { zhengzhou } from "../../policies/zhengzhou-sme-platform/index.ts";
import { smallPolicy } from "../../testing/small-policy.ts";
import { kindOf } from "../facts/kinds.ts";
import { PolicyError } from "../policy/error.ts";
import { policySchema } from "../policy/schema.ts";
import { compileForms } from "./compile.ts";
import { formsSchema } from "./schema.ts";

type Json = Record<string, unknown>;

const document = policySchema.parse(zhengzhou);
const factKinds = document.facts.map((fact) => kindOf(fact, document.districts));
const copy = () => structuredClone(document.forms);

/** The shipped forms with one thing changed. */
function compiledWith(change: (forms: ReturnType<typeof copy>) => void) {
  const forms = copy();
  change(forms);
  return compileForms({ ...document, forms: formsSchema.parse(forms) }, factKinds);
}
const shipped = () => compileForms(document, factKinds);

describe("the forms of a policy", () => {
  test("have names, articles and marks at every field, taken from the part where the field has none", () => {
    expect(shipped().sections.get("basics")?.fieldsById.get("premises_owned")).toMatchObject({
      name: "自有服务场地",
      label: "自有",
      article: "附件2",
      mark: "原文",
    });
    expect(shipped().sections.get("basics")?.fieldsById.get("fax")?.name).toBe("传真");
    expect(shipped().lists.get("staff")?.columnsById.get("employed")).toMatchObject({ article: "附件2", mark: "设置" });
    expect(shipped().sections.get("supplement")?.fieldsById.get("legal_representative")?.article).toBe("附件3");
  });

  test("take their districts from the policy", () => {
    const options = shipped().sections.get("recommendation_cover")?.fieldsById.get("recommending_district")?.options;
    expect(options).toEqual(document.districts.map(({ id, name }) => ({ value: id, label: name })));
  });

  test("are none where the policy has none", () => {
    const { forms } = smallPolicy({ facts: {} });
    expect([forms.annexes.length, forms.sections.size, forms.lists.size, forms.checks.length]).toEqual([0, 0, 0, 0]);
  });

  test("know which annex a part is of", () => {
    expect([shipped().lists.get("served")?.annex, shipped().lists.get("sampled")?.annex]).toEqual([
      "annex_2",
      "annex_1",
    ]);
    expect(shipped().sections.get("supplement")?.annex).toBeNull();
    expect(shipped().lists.get("served")).toMatchObject({ heading: "服务的中小企业名单及服务评价表" });
    expect(shipped().sections.get("basics")).toMatchObject({
      title: "平台基本情况",
      heading: "一、平台基本情况",
      groups: [],
    });
  });
});

describe("a part that cannot be used is refused, and named", () => {
  const part =
    (id: string, change: (part: Json & { fields: Json[]; columns: Json[] }) => void) =>
    (forms: ReturnType<typeof copy>) => {
      const found = forms.annexes.flatMap(({ parts }) => parts).find((each) => each.id === id);
      change(found as unknown as Json & { fields: Json[]; columns: Json[] });
    };

  test.each<[string, (forms: ReturnType<typeof copy>) => void]>([
    [
      "service_products.scale: unit_from",
      part("service_products", (each) => {
        each.columns[1] = { ...each.columns[1], unit_from: "x" };
      }),
    ],
    [
      "basics: two fields with one id",
      part("basics", (each) => {
        each.fields[1] = { ...each.fields[0] };
      }),
    ],
    [
      "served.satisfaction: options",
      part("served", (each) => {
        each.columns[4] = { ...each.columns[4], options: undefined };
      }),
    ],
    [
      "cover.applicant_name: options",
      part("cover", (each) => {
        each.fields[0] = { ...each.fields[0], options: [{ value: "a", label: "b" }] };
      }),
    ],
    [
      "basics.registered_on: personal data belongs in a list",
      part("basics", (each) => {
        for (const field of each.fields) if (field.id === "registered_on") field.personal = true;
      }),
    ],
    [
      "two parts with the id cover",
      part("basics", (each) => {
        each.id = "cover";
      }),
    ],
    [
      "two parts with the id staff",
      part("served", (each) => {
        each.id = "staff";
      }),
    ],
    [
      "two parts with the id basics",
      (forms) => {
        if (forms.supplement) forms.supplement.id = "basics";
      },
    ],
  ])("%s", (message, change) => {
    expect(() => compiledWith(change)).toThrow(PolicyError);
    expect(() => compiledWith(change)).toThrow(message);
  });

  test("and nothing else is", () => {
    expect(shipped).not.toThrow();
  });
});
