import { describe, expect, test } from "vitest";
import { type FormChange, withRow } from "../../../testing/forms/changed.ts";
import { checksOn, findingsOn } from "../../../testing/forms/findings.ts";
import type { FormValues } from "../forms.ts";
import { spellNames } from "./found.ts";

const list = (id: string, change: (rows: readonly FormValues[]) => readonly FormValues[]): FormChange => ({
  lists: { [id]: change },
});

test("a message names five and counts the rest", () => {
  expect(spellNames(["甲", "乙", "丙", "丁", "戊"])).toBe("甲、乙、丙、丁、戊");
  expect(spellNames(["甲", "乙", "丙", "丁", "戊", "己"])).toBe("甲、乙、丙、丁、戊等6处");
});

describe("X07 a person twice in the staff list", () => {
  const twice = (values: FormValues): FormChange => list("staff", (rows) => [...rows, { ...rows[3], ...values }]);

  test("is named, with both rows", () => {
    const [found] = findingsOn(twice({}));
    expect(found?.message).toBe("人员一览表17行，去重后16人，重复的有：员工4（附件2）。");
    expect(found?.fields).toEqual(["/lists/staff/3", "/lists/staff/16"]);
  });

  test("is another person where age or school differ", () => {
    expect(checksOn(twice({ age: 61 }))).toEqual(["qualified_staff_differs_from_list"]);
    expect(checksOn(twice({ school: "另一大学" }))).toEqual(["qualified_staff_differs_from_list"]);
  });
});

describe("X13 the applicant among its partners", () => {
  test.each([
    ["by name", { partner_name: "郑州某某 中小企业服务有限公司" }],
    ["by code", { partner_name: "另一个名称", partner_uscc: "91410100MA9K12344B" }],
  ])("is found %s", (_, values) => {
    const [found] = findingsOn(list("partners", withRow(2, values)));
    expect(found).toMatchObject({ code: "X13", check: "applicant_among_partners", fields: ["/lists/partners/2"] });
  });

  test("does not count towards the five", () => {
    const five = (values: FormValues) => list("partners", (rows) => withRow(0, values)(rows.slice(0, 5)));
    expect(checksOn(five({ partner_name: "郑州某某中小企业服务有限公司" }))).toEqual([
      "partners_below_minimum",
      "applicant_among_partners",
    ]);
  });
});

describe("X17 one phone with several firms", () => {
  const shared = (count: number, values: FormValues = {}): FormChange =>
    list("served", (rows) => rows.map((row, at) => (at < count ? { ...row, phone: "13800000000", ...values } : row)));

  test("two are not yet a sign, three are", () => {
    expect(checksOn(shared(2))).toEqual([]);
    const [found] = findingsOn(shared(3));
    expect(found?.message).toBe("同一个联系电话出现在多家企业：13800000000（3家），请核对（附件2）。");
    expect(found?.fields).toEqual([0, 1, 2].map((row) => `/lists/served/${row}/phone`));
  });

  test("three rows of two firms are two firms", () => {
    expect(
      checksOn(
        list("served", (rows) => [...(shared(2).lists?.served?.(rows) ?? []), { ...rows[0], phone: "13800000000" }]),
      ),
    ).toEqual([]);
  });

  test("no phone is no phone", () => {
    expect(checksOn(list("served", (rows) => rows.map((row) => ({ ...row, phone: null }))))).toEqual([]);
  });
});

describe("X18 the sample of annex 1", () => {
  const sample = (...rows: FormValues[]): FormChange => list("sampled", () => rows);

  test("may hold firms of the list by name or by code only", () => {
    expect(checksOn(sample({ enterprise_name: "企业1" }, { enterprise_name: "企业（2" }))).toEqual([
      "sample_outside_list",
    ]);
    expect(checksOn(sample({ enterprise_name: "企业 1" }, { enterprise_name: "企业96" }))).toEqual([]);
    const coded: FormChange = {
      lists: {
        served: withRow(0, { enterprise_uscc: "914403001922038216" }),
        sampled: () => [{ enterprise_name: "改了名的企业", enterprise_uscc: "914403001922038216" }],
      },
    };
    expect(checksOn(coded)).toEqual([]);
  });

  test("names those outside", () => {
    const [found] = findingsOn(sample({ enterprise_name: "企业1" }, { enterprise_name: "别家" }));
    expect(found).toMatchObject({
      code: "X18",
      message: "抽样企业不在申请单位的服务企业名单里：别家（附件1）。",
      fields: ["/lists/sampled/1"],
    });
  });

  test("says nothing while there is no list", () => {
    expect(checksOn({ lists: { served: () => [], sampled: () => [{ enterprise_name: "别家" }] } })).toEqual([]);
  });
});
