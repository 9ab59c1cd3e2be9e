import { expect, it } from "vitest";
import { differencesOf } from "./differences.ts";

const changed = (before: object, now: object) =>
  differencesOf({ resource: "organization-changes", act: "accept" }, { id: "1", ...before }, { id: "1", ...now });

it.each([
  [{ state: "reported" }, { state: "accepted" }, ["待核实", "已记录"]],
  [{ kind: "name" }, { kind: "merger" }, ["名称", "合并"]],
  [{ fromOn: "2026-11-25" }, { fromOn: null }, ["2026年11月25日", "—"]],
  [{ isRectified: true }, { isRectified: false }, ["是", "否"]],
  [{ notes: [] }, { notes: [{ phone: "0371", id: "x" }] }, ["—", "电话：0371"]],
])("says in words what somebody has changed: %j is %j now", (before, now, [was, is]) =>
  expect(changed(before, now)).toEqual([{ name: Object.keys(before)[0], was, is }]),
);

it("calls a district by its name", () => {
  const districts = new Map([["410105", "金水区"]]);
  const [moved] = differencesOf(
    { resource: "certifications", act: "correct", districts },
    { id: "1", district: "410105" },
    { id: "1", district: "410171" },
  );
  expect(moved).toEqual({ name: "district", was: "金水区", is: "410171" });
});

it("says nothing of what tells of every change", () => {
  const tags = { etag: '"1"', revision: 1, changedAt: "2026-11-25T10:00:00+08:00", allowedActs: ["accept"] };
  expect(changed(tags, { ...tags, etag: '"2"', revision: 2, allowedActs: [] })).toEqual([]);
});
