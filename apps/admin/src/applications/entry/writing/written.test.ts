import { describe, expect, it } from "vitest";
import { afterSave, bodyOf, holdsAsSent, meet, takeBack, valuesOf, type Written, write } from "./written.ts";

const seen = {
  revision: 3,
  values: { name: "甲公司", phone: "0371-1", employees: 12, functions: ["info"], fax: null },
};
const untouched: Written = { seen, typed: {} };

describe("what is typed over a part", () => {
  it("holds what differs from what the server has, and nothing else", () => {
    const written = write(write(untouched, "phone", "0371-2"), "name", "甲公司");
    expect(written.typed).toEqual({ phone: "0371-2" });
    expect(valuesOf(written)).toMatchObject({ name: "甲公司", phone: "0371-2" });
    expect(write(written, "phone", "0371-1").typed).toEqual({});
    expect(takeBack(written, "phone").typed).toEqual({});
  });

  it.each([
    ["employees", "12"],
    ["fax", ""],
    ["functions", ["info"]],
  ])("takes %s %j for what stands there already", (field, value) =>
    expect(write(untouched, field, value).typed).toEqual({}),
  );

  it("holds that a field was cleared", () => expect(write(untouched, "phone", "").typed).toEqual({ phone: "" }));
});

describe("what a colleague has changed meanwhile", () => {
  const written = write(untouched, "phone", "0371-2");

  it("comes in beside what is typed, and is told", () => {
    const meeting = meet(written, { revision: 4, values: { ...seen.values, name: "乙公司" } });
    expect(meeting.theirs).toEqual([{ field: "name", was: "甲公司", is: "乙公司" }]);
    expect(meeting.conflicts).toEqual([]);
    expect(valuesOf(meeting.written)).toMatchObject({ name: "乙公司", phone: "0371-2" });
    expect(meeting.written.seen.revision).toBe(4);
  });

  it("never takes the place of what is typed in the same field: the person chooses", () => {
    const meeting = meet(written, { revision: 4, values: { ...seen.values, phone: "0371-3" } });
    expect(meeting.conflicts).toEqual(["phone"]);
    expect(meeting.theirs).toEqual([]);
    expect(valuesOf(meeting.written).phone).toBe("0371-2");
  });

  it("is no conflict when both have typed the same", () => {
    const meeting = meet(written, { revision: 4, values: { ...seen.values, phone: "0371-2" } });
    expect(meeting).toMatchObject({ conflicts: [], theirs: [], written: { typed: {} } });
  });
});

describe("a save", () => {
  const written = write(write(untouched, "phone", "0371-2"), "name", "乙公司");

  it("sends everything, and leaves a field that waits as the server has it", () => {
    expect(bodyOf(written, new Set())).toEqual({ ...seen.values, phone: "0371-2", name: "乙公司" });
    expect(bodyOf(written, new Set(["phone"]))).toEqual({ ...seen.values, name: "乙公司" });
  });

  it("leaves typed what was typed while it was on its way", () => {
    const sent = { phone: "0371-2", name: "乙公司" };
    const later = write(written, "name", "乙公司分");
    const after = afterSave(later, sent, { revision: 4, values: { ...seen.values, ...sent } });
    expect(after).toMatchObject({ seen: { revision: 4 }, typed: { name: "乙公司分" } });
  });

  it("that is refused says nothing of what was put right while it was on its way", () => {
    const sent = { phone: "12", name: "乙公司" };
    const since = write(write(untouched, "phone", "0371-2"), "name", "乙公司");
    expect(["phone", "name", "fax"].filter((field) => holdsAsSent(since, sent, field))).toEqual(["name"]);
    expect(holdsAsSent(takeBack(since, "name"), sent, "name")).toBe(false);
  });

  it("takes over how the server has put what was sent", () => {
    const after = afterSave(
      write(untouched, "employees", "１３"),
      { employees: "１３" },
      { revision: 4, values: { ...seen.values, employees: 13 } },
    );
    expect(after.typed).toEqual({});
    expect(valuesOf(after).employees).toBe(13);
  });
});
