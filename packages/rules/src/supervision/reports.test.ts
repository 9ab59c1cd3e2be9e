import { describe, expect, test } from "vitest";
import { zhengzhouPolicy as policy } from "../../testing/policy.ts";
import type { FormValues } from "../forms/forms.ts";
import { compareFigure, countServed, distinctServed, missingOfReport, proposeReport, readReport } from "./reports.ts";

const today = "2027-07-05";
const figure = (id: string) => {
  const found = policy.reportForm.figures.find(({ field }) => field.id === id);
  if (found === undefined) throw new Error(`no figure ${id}`);
  return found;
};
const read = (raw: object): FormValues => {
  const reading = readReport(policy, raw);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.values;
};

describe("the report form", () => {
  test("takes words, kind and unit of a figure from where they have their source", () => {
    expect(policy.reportForm.fieldsById.get("service_income")).toMatchObject({
      name: "服务收入",
      type: "money_wan",
      unit: "万元",
      required: true,
    });
    expect(policy.reportForm.fieldsById.get("training_person_times")).toMatchObject({ name: "培训人次", unit: "人次" });
    expect(policy.reportForm.fieldsById.get("next_plans")?.name).toBe("下一步发展设想");
    expect(policy.reportForm.servedList?.id).toBe("served");
  });

  test.each([
    ["service_income", "1.0000001"],
    ["service_income", "-1"],
    ["smes_served", 1.5],
    ["service_volume_unit", "箱"],
    ["nonsense", 1],
  ])("refuses what cannot be: %s %s", (id, value) => {
    const reading = readReport(policy, { [id]: value }, "/values");
    expect(reading.ok ? [] : reading.errors.map(({ path }) => path)).toEqual([`/values/${id}`]);
  });

  test("keeps an amount as it was written and names what is missing", () => {
    const values = read({ service_income: "120.50", smes_served: 0, work_done: "  " });
    expect(values).toMatchObject({ service_income: "120.5", smes_served: 0, work_done: null });
    const missing = missingOfReport(policy, values);
    expect(missing).toContain("服务开展情况");
    expect(missing).not.toContain("服务收入");
    // Nothing served is an answer.
    expect(missing).not.toContain("服务中小企业数");
    expect(missing).not.toContain("营业收入");
  });
});

describe("the list of served enterprises", () => {
  const rows: FormValues[] = [
    { enterprise_name: "甲公司", enterprise_uscc: "91410100MA0000001A", satisfaction: "satisfied", contact: "张三" },
    { enterprise_name: "甲 公司", enterprise_uscc: null, satisfaction: "unsatisfied", contact: null },
    { enterprise_name: "乙公司", enterprise_uscc: null, satisfaction: null, contact: null },
    { enterprise_name: "丙公司", enterprise_uscc: null, satisfaction: "satisfied", contact: null },
  ];

  test("counts an enterprise once, and the worse of two marks", () => {
    expect(countServed(policy, rows, today)).toEqual({ smes_served: 3, satisfied: 1, unsatisfied: 1 });
    expect(countServed(policy, [], today)).toEqual({ smes_served: 0, satisfied: 0, unsatisfied: 0 });
  });

  test("gives each enterprise once with what its rows say together", () => {
    const distinct = distinctServed(policy, rows);
    expect(distinct).toHaveLength(3);
    expect(distinct[0]).toMatchObject({ enterprise_name: "甲公司", satisfaction: "unsatisfied", contact: "张三" });
  });
});

describe("an annual report begins", () => {
  const first = read({
    service_income: "60.05",
    info_events: 3,
    partner_orgs: 5,
    service_volume_unit: "次",
    total_service_volume: "100",
  });
  const second = read({
    service_income: "0.1",
    info_events: 4,
    partner_orgs: 6,
    service_volume_unit: "次",
    total_service_volume: "50.5",
  });

  test("with the exact sum of its halves, and with what stood at the end", () => {
    expect(proposeReport(policy, { first, second, served: { smes_served: 70, satisfied: null } })).toMatchObject({
      service_income: "60.15",
      info_events: 7,
      partner_orgs: 6,
      service_volume_unit: "次",
      total_service_volume: "150.5",
      smes_served: 70,
      satisfied: null,
      // Enterprises served in both halves are the same ones.
      info_offline_enterprises: null,
      tech_events: null,
    });
  });

  test("with nothing that one half alone would say, and never with another unit", () => {
    const proposed = proposeReport(policy, { first, second: null, served: null });
    expect(Object.values(proposed).every((value) => value === null)).toBe(true);
    const other = { ...second, service_volume_unit: "家" };
    expect(proposeReport(policy, { first, second: other, served: null })).toMatchObject({
      total_service_volume: null,
      service_volume_unit: null,
      service_income: "60.15",
    });
  });
});

describe("what a half leaves open", () => {
  const propose = (first: FormValues | null, second: FormValues | null) =>
    proposeReport(policy, { first, second, served: null });

  test("makes no sum with the other", () => {
    expect(propose({ info_events: 3 }, {}).info_events).toBeNull();
    expect(propose({}, { info_events: 3 }).info_events).toBeNull();
    expect(propose(null, { info_events: 3 }).info_events).toBeNull();
  });

  test("is not added up where the same enterprises may stand in both", () => {
    const served = { info_offline_enterprises: 40 };
    expect(propose(served, served).info_offline_enterprises).toBeNull();
  });

  test("is the unit of a volume: without one there is no sum", () => {
    const volume = { total_service_volume: "10" };
    expect(propose(volume, volume).total_service_volume).toBeNull();
    expect(propose({ ...volume, service_volume_unit: "次" }, volume).total_service_volume).toBeNull();
  });
});

test("a policy that keeps no list of served enterprises counts none", () => {
  const without = { ...policy, reportForm: { ...policy.reportForm, servedList: null } };
  const rows = [{ enterprise_name: "甲公司" }];
  expect(countServed(without, rows, today)).toEqual({ smes_served: 0, satisfied: 0, unsatisfied: 0 });
  expect(distinctServed(without, rows)).toEqual([]);
});

test("what cannot be is refused where it stands", () => {
  const reading = readReport(policy, { nonsense: 1 });
  expect(reading.ok ? [] : reading.errors.map(({ path }) => path)).toEqual(["/nonsense"]);
});

describe("beside last time", () => {
  test.each<[string, FormValues, FormValues | null, unknown]>([
    [
      "more",
      { service_income: "110" },
      { service_income: "100" },
      { previous: "100", difference: "10", percent: "10" },
    ],
    ["less", { info_events: 2 }, { info_events: 3 }, { previous: "3", difference: "-1", percent: "-33.33" }],
    ["out of nothing", { info_events: 2 }, { info_events: 0 }, { previous: "0", difference: "2", percent: null }],
    [
      "out of a loss",
      { service_income: "5" },
      { service_income: "-10" },
      { previous: "-10", difference: "15", percent: "150" },
    ],
    ["no last time", { info_events: 2 }, null, null],
    ["not told last time", { info_events: 2 }, { info_events: null }, null],
    ["not told now", { info_events: null }, { info_events: 2 }, null],
  ])("a figure: %s", (_, present, previous, expected) => {
    const id = Object.keys(present)[0] ?? "";
    expect(compareFigure(figure(id), present, previous)).toEqual(expected);
  });

  test("a volume in another unit is not compared", () => {
    const volume = (unit: string) => ({ total_service_volume: "10", service_volume_unit: unit });
    expect(compareFigure(figure("total_service_volume"), volume("次"), volume("家"))).toBeNull();
    expect(compareFigure(figure("total_service_volume"), volume("次"), volume("次"))?.difference).toBe("0");
  });
});
