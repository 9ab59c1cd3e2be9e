import { describe, expect, test } from "vitest";
import { tried } from "../../testing/small-policy.ts";

describe("given", () => {
  const given = tried({ given: "n" }, { n: "int" });

  test("a value is given, also a span, and nothing else is", () => {
    expect(given.status({ n: 0 })).toBe("met");
    expect(given.status({ n: { min: 1, approximate: true } })).toBe("met");
    expect(given.status({})).toBe("not_met");
    expect(given.status({}, { unknown: ["n"] })).toBe("not_met");
  });

  test("what is not given may still be, so that it is worth asking", () => {
    expect(given.relevant({})).toEqual(["n"]);
    expect(given.relevant({ n: 1 })).toEqual([]);
  });
});

describe("happened", () => {
  const event = {
    type: "date",
    absent: { not_happened_if_given: ["never", "other"] },
    never_if: { fact: "never", is: true },
  };
  const types = { never: "bool", other: "date", event };
  const happened = tried({ happened: "event" }, types);

  test("a date says so", () => {
    expect(happened.status({ event: "2020-01-01" })).toBe("met");
    expect(happened.relevant({ event: "2020-01-01" })).toEqual([]);
  });

  test("its absence says no once one of the named facts is given", () => {
    expect(happened.status({})).toBe("undetermined");
    expect(happened.status({ never: false })).toBe("not_met");
    expect(happened.status({ other: "2020-01-01" })).toBe("not_met");
    expect(happened.relevant({ never: false })).toEqual([]);
  });

  test("不清楚 never says no, unless it never can have happened", () => {
    expect(happened.status({ other: "2020-01-01" }, { unknown: ["event"] })).toBe("undetermined");
    expect(happened.status({ never: false }, { unknown: ["event"] })).toBe("undetermined");
    expect(happened.status({ never: true }, { unknown: ["event"] })).toBe("not_met");
    expect(happened.status({}, { unknown: ["event", "never"] })).toBe("undetermined");
  });

  test("asks for the event and for what rules it out", () => {
    expect(happened.relevant({})).toEqual(["never", "event"]);
    expect(happened.relevant({ never: false }, { unknown: ["event"] })).toEqual(["event"]);
    expect(happened.relevant({ other: "2020-01-01" }, { unknown: ["event"] })).toEqual(["never", "event"]);
  });

  test("what rules it out may be a no", () => {
    const first = { type: "date", absent: { not_happened_if_given: [] }, never_if: { fact: "started", is: false } };
    const begun = tried({ happened: "first" }, { started: "bool", first });
    expect(begun.status({ started: false }, { unknown: ["first"] })).toBe("not_met");
    expect(begun.status({ started: true }, { unknown: ["first"] })).toBe("undetermined");
  });

  test("naming no fact, its absence says no at once", () => {
    const moved = tried({ happened: "moved" }, { moved: { type: "date", absent: { not_happened_if_given: [] } } });
    expect(moved.status({})).toBe("not_met");
    expect(moved.status({}, { unknown: ["moved"] })).toBe("undetermined");
    expect(moved.relevant({}, { unknown: ["moved"] })).toEqual(["moved"]);
  });

  test("where absence is no statement it stays open", () => {
    expect(tried({ happened: "plain" }, { plain: "date" }).status({})).toBe("undetermined");
  });
});
