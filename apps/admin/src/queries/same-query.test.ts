import { describe, expect, it } from "vitest";
import { isSameQuery } from "./same-query.ts";

const sort = { field: "changedAt", order: "DESC" } as const;
const saved = { filter: { state: ["submitted"], q: "示范" }, sort: { field: "changedAt", isDescending: true } };

describe("a list is looked at as a saved query has it", () => {
  it.each([
    ["the same", { filter: { q: "示范", state: ["submitted"] }, sort }, true],
    ["with blanks beside it", { filter: { q: "示范", state: ["submitted"], district: "", year: null }, sort }, true],
    ["narrowed further", { filter: { ...saved.filter, district: "410105" }, sort }, false],
    ["in another order", { filter: saved.filter, sort: { ...sort, order: "ASC" as const } }, false],
    ["by another field", { filter: saved.filter, sort: { ...sort, field: "receivedOn" } }, false],
  ])("%s", (_, present, isSame) => {
    expect(isSameQuery(saved, present)).toBe(isSame);
  });

  it("in any order where it names none", () => {
    expect(isSameQuery({ filter: {}, sort: null }, { filter: { q: "" }, sort })).toBe(true);
  });
});
