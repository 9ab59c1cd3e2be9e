import { describe, expect, test } from "vitest";
import { zhengzhou } from "../../policies/zhengzhou-sme-platform/index.ts";
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

describe("a reference that leads nowhere is refused, and named", () => {
  const check = (id: string, change: (check: Json) => void) => (forms: ReturnType<typeof copy>) => {
    change(forms.checks.find((each) => each.id === id) as unknown as Json);
  };
  const part =
    (id: string, change: (part: Json & { fields: Json[]; columns: Json[] }) => void) =>
    (forms: ReturnType<typeof copy>) => {
      const found = forms.annexes.flatMap(({ parts }) => parts).find((each) => each.id === id);
      change(found as unknown as Json & { fields: Json[]; columns: Json[] });
    };

  test.each<[string, (forms: ReturnType<typeof copy>) => void]>([
    [
      "check total_assets_differ: no field basics.nothing",
      check("total_assets_differ", (each) => {
        each.figures = [{ field: "basics.nothing" }, { number: "1" }];
      }),
    ],
    [
      "check premises_do_not_add_up: no field nothing.at_all",
      check("premises_do_not_add_up", (each) => {
        each.right = { total: [{ field: "nothing.at_all" }], name: "" };
      }),
    ],
    [
      "check website_without_filing_number: no field basics.x",
      check("website_without_filing_number", (each) => {
        each.fields = ["basics.website", "basics.x"];
      }),
    ],
    [
      "check two_years_not_reached: no field basics.x",
      check("two_years_not_reached", (each) => {
        each.since_latest = ["basics.x"];
      }),
    ],
    [
      "check staff_below_minimum: no list nobody",
      check("staff_below_minimum", (each) => {
        each.left = { distinct: "nobody", name: "" };
      }),
    ],
    [
      "check sample_outside_list: no list nobody",
      check("sample_outside_list", (each) => {
        each.of = "nobody";
      }),
    ],
    [
      "check phone_repeated: no column served.fax",
      check("phone_repeated", (each) => {
        each.column = "fax";
      }),
    ],
    [
      "check unrated_enterprises: no column served.x",
      check("unrated_enterprises", (each) => {
        each.left = { distinct: "served", where: { blank: "x" }, name: "" };
      }),
    ],
    [
      "check unrated_enterprises: no column served.y",
      check("unrated_enterprises", (each) => {
        each.left = { distinct: "served", where: { any: [{ given: "y" }] }, name: "" };
      }),
    ],
    [
      "check service_income_above_operating_income: no column operation.x",
      check("service_income_above_operating_income", (each) => {
        each.right = "x";
      }),
    ],
    [
      "check equipment_price_differs_from_list: no setting x",
      check("equipment_price_differs_from_list", (each) => {
        each.figures = [
          { number: "1" },
          { sum: "equipment", column: "price", times: { column: "quantity", if: { setting: "x", is: "y" } }, name: "" },
        ];
      }),
    ],
    [
      "derivations: no fact x",
      (forms) => {
        forms.derivations.push({ fact: "x", from: { any_row: "served" }, mark: "原文" });
      },
    ],
    [
      "derivation of uscc: no fact y",
      (forms) => {
        forms.derivations.push({ fact: "uscc", from: { any_row: "served" }, with: "y", mark: "原文" });
      },
    ],
    [
      "derivation of uscc: no list z",
      (forms) => {
        forms.derivations.push({ fact: "uscc", from: { any_row: "z" }, mark: "原文" });
      },
    ],
    [
      "derivation of uscc: no field a.b",
      (forms) => {
        forms.derivations.push({ fact: "uscc", from: { field_given: "a.b" }, mark: "原文" });
      },
    ],
    [
      "served: no column served.x",
      part("served", (each) => {
        each.identity = { alike: ["x"], unit: "家", prevails: {} };
      }),
    ],
    [
      "operation: no column operation.x",
      part("operation", (each) => {
        each.yearly = { year: "x", rows: [{ year: "base_year", required: true }] };
      }),
    ],
    [
      "served: not yearly",
      part("served", (each) => {
        each.columns[0] = { ...each.columns[0], facts: { base_year: "uscc" } };
      }),
    ],
    [
      "served: no fact x",
      part("served", (each) => {
        each.columns[0] = { ...each.columns[0], fact: "x" };
      }),
    ],
    [
      "cover: no fact x",
      part("cover", (each) => {
        each.fields[0] = { ...each.fields[0], fact: "x" };
      }),
    ],
    [
      "narratives: no field a.b",
      part("narratives", (each) => {
        each.fields[0] = { ...each.fields[0], opens_with: "a.b" };
      }),
    ],
    [
      "declaration: no field a.b",
      part("declaration", (each) => {
        each.fields[0] = { ...each.fields[0], same_as: "a.b" };
      }),
    ],
    [
      "applicant: no field a.b",
      (forms) => {
        forms.applicant = { name: "cover.applicant_name", code: "a.b" };
      },
    ],
    [
      "supplement: no fact x",
      (forms) => {
        forms.supplement?.also.push("x");
      },
    ],
    [
      "supplement: no fact y",
      (forms) => {
        forms.supplement?.not_asked.push({ fact: "y", ground: "" });
      },
    ],
    [
      "supplement: no z",
      (forms) => {
        forms.supplement?.groups[0]?.fields.push("z");
      },
    ],
    [
      "annex_2: no part x",
      (forms) => {
        forms.annexes.find(({ id }) => id === "annex_2")?.contents?.items[0]?.parts.push("x");
      },
    ],
  ])("%s", (message, change) => {
    expect(() => compiledWith(change)).toThrow(PolicyError);
    expect(() => compiledWith(change)).toThrow(message);
  });

  test("and nothing else is", () => {
    expect(() => compiledWith(() => undefined)).not.toThrow();
  });
});
