import { describe, expect, test } from "vitest";
import { tried } from "../../testing/small-policy.ts";

describe("the form of a filing number", () => {
  const form = tried({ matches: "icp", format: "icp_number" }, { icp: "text" });

  test("is right, wrong or not known", () => {
    expect(form.status({ icp: "豫ICP备2021001234号-1" })).toBe("met");
    expect(form.status({ icp: "豫公网安备41010502000001号" })).toBe("not_met");
    expect(form.status({})).toBe("undetermined");
    expect(form.relevant({})).toEqual(["icp"]);
    expect(form.relevant({ icp: "豫ICP备2021001234号-1" })).toEqual([]);
    expect(form.relevant({ icp: "x" })).toEqual([]);
  });
});
