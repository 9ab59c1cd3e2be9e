import { expect, test } from "vitest";
import { zhengzhouPolicy } from "../../testing/policy.ts";
import { compilePolicy } from "./compile.ts";
import { findSetting, withSetting } from "./with-setting.ts";

const { document } = zhengzhouPolicy;
const change = { version: 2, from: "2027-06-01", ground: "市工信局解释，郑工信函〔2027〕6号" };

test.each([
  ["staff_ratio_reading", "intersection"],
  ["consecutive_failures_reading", "per_kind"],
])("%s as %s makes the next version, in force from its day, and leaves the one before as it was", (id, value) => {
  const before = structuredClone(document);
  const changed = withSetting(document, { id, value, ...change });
  expect(document).toEqual(before);
  expect(changed).toMatchObject({ version: 2, selectable_from: { date: "2027-06-01", ground: change.ground } });
  expect(findSetting(changed, id)).toMatchObject({ value, mark: "解释", ground: change.ground });
  const others = [...document.settings, ...document.supervision.readings].filter((setting) => setting.id !== id);
  expect([...changed.settings, ...changed.supervision.readings].filter((setting) => setting.id !== id)).toEqual(others);
  expect(compilePolicy(changed).document.version).toBe(2);
});

test.each([
  ["none", "intersection"],
  ["staff_ratio_reading", "both"],
])("%s as %s is no setting of the policy", (id, value) => {
  expect(() => withSetting(document, { id, value, ...change })).toThrow(RangeError);
});
