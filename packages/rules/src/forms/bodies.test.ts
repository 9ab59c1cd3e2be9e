import { describe, expect, test } from "vitest";
import { zhengzhouPolicy } from "../../testing/policy.ts";
import { bodiesOf } from "./bodies.ts";
import type { FormList, FormValues } from "./forms.ts";

const list = (id: string): FormList => zhengzhouPolicy.forms.lists.get(id) as FormList;
const huawei = "914403001922038216";
const tencent = "9144030071526726XG";
const groups = (...rows: FormValues[]): (readonly number[])[] =>
  bodiesOf(list("served"), rows).map(({ rows: positions }) => positions);
const firm = (enterprise_name: string | null, enterprise_uscc: string | null = null): FormValues => ({
  enterprise_name,
  enterprise_uscc,
});

describe("distinct bodies of a list", () => {
  test.each<[string, FormValues[], number[][]]>([
    ["one name", [firm("甲（集团）"), firm("甲(集团)"), firm("乙")], [[0, 1], [2]]],
    ["one code under two names", [firm("甲", huawei), firm("甲公司", huawei)], [[0, 1]]],
    ["two codes under one name", [firm("甲", huawei), firm("甲", tencent)], [[0], [1]]],
    ["a name whose code another row gives", [firm("甲"), firm("乙"), firm("甲", huawei)], [[0, 2], [1]]],
    ["rows that name nobody", [firm(null), firm("甲"), {}], [[1]]],
    ["a code without a name", [firm(null, huawei), firm("甲", huawei)], [[0, 1]]],
    ["a name like a code", [firm(huawei), firm("甲", huawei)], [[0], [1]]],
  ])("%s", (_, rows, wanted) => {
    expect(groups(...rows)).toEqual(wanted);
  });

  test("take a blank value from another row, and the worse of two marks", () => {
    const rows = [
      { ...firm("甲"), phone: null, satisfaction: "satisfied" },
      { ...firm("甲", huawei), phone: "13800000001", satisfaction: "unsatisfied" },
      { ...firm("乙"), satisfaction: null },
      { ...firm("乙"), satisfaction: "satisfied" },
    ];
    const [first, second] = bodiesOf(list("served"), rows);
    expect(first).toMatchObject({
      name: "甲",
      code: huawei,
      values: { phone: "13800000001", satisfaction: "unsatisfied", enterprise_uscc: huawei, contact: null },
    });
    expect(second).toMatchObject({ name: "乙", code: null, values: { satisfaction: "satisfied" } });
  });

  test("of one row stand as that row was given", () => {
    const row = firm("甲");
    expect(bodiesOf(list("served"), [row])[0]?.values).toBe(row);
  });

  test("are called by their code where no row names them", () => {
    expect(bodiesOf(list("served"), [firm(null, huawei)])[0]?.name).toBe(huawei);
  });

  test("know their code and the likeness of their name from whichever row has it", () => {
    const [body, nameless] = bodiesOf(list("served"), [
      firm(null, huawei),
      firm("甲（集团）", huawei),
      firm(null, tencent),
    ]);
    const [alike] = bodiesOf(list("served"), [firm("甲(集团)")]);
    expect(alike?.likeness).not.toBe("");
    expect(body).toMatchObject({ code: huawei, name: "甲（集团）", likeness: alike?.likeness });
    expect(nameless).toMatchObject({ code: tencent, likeness: "" });
    expect(bodiesOf(list("served"), [firm("甲"), firm("甲", huawei)])[0]?.code).toBe(huawei);
  });

  test("are not made one by a blank name", () => {
    expect(groups(firm("", huawei), firm("", tencent), firm(""))).toEqual([[0], [1]]);
  });

  test("of the staff are persons of one name, age and school", () => {
    const person = (staff_name: string, age: number | null, school = "某大学"): FormValues => ({
      staff_name,
      age,
      school,
    });
    const rows = [
      person("张明", 30),
      person("张 明", 30),
      person("张明", 31),
      person("张明", 30, "另一大学"),
      { age: 30 },
    ];
    // What stands in two fields is not one word: 3 and 0某 are not 30 and 某.
    expect(bodiesOf(list("staff"), [person("张", 3, "0某"), person("张", 30, "某")])).toHaveLength(2);
    expect(bodiesOf(list("staff"), rows).map(({ rows: positions }) => positions)).toEqual([[0, 1], [2], [3]]);
  });

  test("are none where the list does not say what makes two rows one", () => {
    expect(bodiesOf(list("equipment"), [{ equipment_name: "甲" }])).toEqual([]);
  });
});
