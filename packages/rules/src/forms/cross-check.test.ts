import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checksOn } from "../../testing/forms/findings.ts";
import { processorTime } from "../../testing/forms/processor-time.ts";
import { randomForm } from "../../testing/forms/random-form.ts";
import { sampleContext, sampleForm } from "../../testing/forms/sample-form.ts";
import { zhengzhouPolicy } from "../../testing/policy.ts";
import { smallPolicy } from "../../testing/small-policy.ts";
import { crossCheck } from "./cross-check.ts";
import type { FormData } from "./forms.ts";

const empty: FormData = { sections: {}, lists: {} };
const find = (form: FormData) => crossCheck(zhengzhouPolicy, form, sampleContext);

const textOf = new Map(zhengzhouPolicy.forms.checks.map(({ id, text }) => [id, text]));

/** Whether a pointer leads to a section, a row, or a field of one that the policy has. */
function leadsSomewhere(pointer: string): boolean {
  const [, kind = "", part = "", first = "", second] = pointer.split("/");
  if (kind === "sections") return zhengzhouPolicy.forms.sections.get(part)?.fieldsById.has(first) === true;
  const list = zhengzhouPolicy.forms.lists.get(part);
  return list !== undefined && /^\d*$/.test(first) && (second === undefined || list.columnsById.has(second));
}

describe("crossCheck", () => {
  test("finds nothing on an empty form", () => {
    expect(find(empty)).toEqual([]);
    const nothing = Object.fromEntries([...zhengzhouPolicy.forms.sections.keys()].map((id) => [id, {}]));
    const noRows = Object.fromEntries([...zhengzhouPolicy.forms.lists.keys()].map((id) => [id, [{}, {}]]));
    expect(find({ sections: nothing, lists: noRows })).toEqual([]);
  });

  test("finds nothing on the sample form, whatever is taken out of it", () => {
    const form = sampleForm();
    for (const section of Object.keys(form.sections)) {
      const { [section]: _, ...sections } = form.sections;
      expect([section, find({ ...form, sections })]).toEqual([section, []]);
    }
    for (const [section, values] of Object.entries(form.sections)) {
      for (const field of Object.keys(values)) {
        const sections = { ...form.sections, [section]: { ...values, [field]: null } };
        const isPair = field === "website" || field === "icp_number";
        expect([field, find({ ...form, sections }).length]).toEqual([field, isPair ? 1 : 0]);
      }
    }
    for (const list of Object.keys(form.lists)) {
      const { [list]: _, ...lists } = form.lists;
      expect([list, find({ ...form, lists })]).toEqual([list, []]);
    }
  });

  test("finds nothing where a policy has no forms", () => {
    expect(crossCheck(smallPolicy({ facts: {} }), sampleForm(), sampleContext)).toEqual([]);
  });

  test("reads the year of the rows from the round", () => {
    expect(checksOn({ fields: { "basics.total_assets": "300" } }, { roundYear: 2030 })).not.toContain(
      "income_shares_differ_from_income",
    );
    expect(checksOn({ lists: { operation: (rows) => [{ ...rows[0], total_assets: "999" }, ...rows] } })).toEqual([]);
  });

  test("checks the longest lists within 200 ms", () => {
    const form = sampleForm({ served: 5_000, staff: 5_000 });
    expect(find(form)).toEqual([]);
    expect(processorTime(() => void find(form))).toBeLessThan(200);
  });

  test("points to a hundred fields at most, and never to one that is not there", () => {
    const form = sampleForm({ served: 300 });
    const unrated = { ...form.lists, served: (form.lists.served ?? []).map((row) => ({ ...row, satisfaction: null })) };
    const [found] = find({ ...form, lists: unrated });
    expect(found?.check).toBe("unrated_enterprises");
    expect(found?.fields).toHaveLength(100);
  });

  test("never throws on a form that can be read, and every message is whole", () => {
    fc.assert(
      fc.property(randomForm(zhengzhouPolicy), (form) => {
        for (const { check, message, fields, params, level } of find(form)) {
          const blanks = [...(textOf.get(check) ?? "").matchAll(/\{(\w+)\}/g)].map(([, blank]) => blank);
          expect(Object.keys({ ...params, base_year: "" })).toEqual(expect.arrayContaining(blanks));
          expect(message).toMatch(/^.+（.+）。$/s);
          expect(fields.length).toBeGreaterThan(0);
          for (const pointer of fields) expect([pointer, leadsSomewhere(pointer)]).toEqual([pointer, true]);
          expect(["error", "warning"]).toContain(level);
          for (const value of Object.values(params)) expect(typeof value).toBe("string");
        }
      }),
      { numRuns: 80, seed: 20_260_610 },
    );
  });
});
