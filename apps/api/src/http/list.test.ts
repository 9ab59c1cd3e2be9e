import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type ListRequest, largestPage, listHeaders, listQuery, listRequestOf } from "./list.ts";
import { fieldErrorsOf } from "./validation.ts";

const schema = listQuery(["name", "createdAt"], z.strictObject({ q: z.string().min(1).optional() }));

function read(query: Record<string, string>) {
  const checked = schema.safeParse(query);
  if (!checked.success) return { ok: false as const, errors: fieldErrorsOf(checked.error.issues) };
  return listRequestOf(checked.data);
}

function pageOf(query: Record<string, string>): ListRequest<string, unknown> {
  const outcome = read(query);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors));
  return outcome.list;
}

describe("a list", () => {
  it("begins with the first 25 in its own order", () => {
    expect(pageOf({})).toEqual({
      sort: { field: "name", descending: false },
      filter: {},
      from: 0,
      limit: 25,
      after: null,
      countUpTo: 10_001,
    });
  });

  it("takes order, range and filter as ra-data-simple-rest sends them", () => {
    const query = { sort: '["createdAt","DESC"]', range: "[50,74]", filter: '{"q":"张"}', count: "exact" };
    expect(pageOf(query)).toMatchObject({
      sort: { field: "createdAt", descending: true },
      filter: { q: "张" },
      from: 50,
      limit: 25,
      countUpTo: null,
    });
  });

  const cursorAt = (value: string) =>
    Buffer.from(JSON.stringify({ field: "name", descending: false, value, id: "u7", from: 2 })).toString("base64url");

  it.each([
    ["an order that is no JSON", { sort: "name" }, "/sort"],
    ["a field that one cannot sort by", { sort: '["password","ASC"]' }, "/sort/0"],
    ["a direction that is none", { sort: '["name","DOWN"]' }, "/sort/1"],
    ["a range from the end", { range: "[24,0]" }, "/range"],
    ["a negative place", { range: "[-1,10]" }, "/range/0"],
    ["a place that is no number", { range: '["0",24]' }, "/range/0"],
    ["half a range", { range: "[0]" }, "/range"],
    ["a page that is too large", { range: `[0,${largestPage}]` }, "/range"],
    ["a place too deep to skip to", { range: "[10001,10002]" }, "/range/0"],
    ["a filter that is no object", { filter: "[]" }, "/filter"],
    ["an unknown filter", { filter: '{"password":"x"}' }, "/filter/password"],
    ["an empty search", { filter: '{"q":""}' }, "/filter/q"],
    ["an unknown parameter", { page: "2" }, "/page"],
    ["another count than exact", { count: "yes" }, "/count"],
    ["a cursor that nobody gave", { cursor: "abc" }, "/cursor"],
    ["a cursor in a year that the database does not know", { cursor: cursorAt("0000-05-27T02:00:00.000Z") }, "/cursor"],
    ["a cursor beyond its years", { cursor: cursorAt("+275760-09-13T00:00:00.000Z") }, "/cursor"],
  ] as const)("refuses %s at its place, in Chinese", (_, query, path) => {
    const outcome = read(query as unknown as Record<string, string>);
    expect(outcome.ok ? [] : outcome.errors.map((error) => error.path)).toEqual([path]);
    expect(outcome.ok ? "" : outcome.errors[0]?.message).toMatch(/[\u4e00-\u9fff]/);
  });

  it("says which rows of how many these are, and * where nobody counted to the end", () => {
    const list = pageOf({ range: "[25,49]" });
    const last = { value: "张三", id: "u" };
    expect(listHeaders("users", list, { rows: 3, total: 28, last })).toEqual({ "content-range": "users 25-27/28" });
    expect(listHeaders("users", list, { rows: 25, total: 10_001, last })["content-range"]).toBe("users 25-49/*");
    const exact = pageOf({ count: "exact" });
    expect(listHeaders("users", exact, { rows: 25, total: 10_001, last })["content-range"]).toBe("users 0-24/10001");
    expect(listHeaders("users", list, { rows: 0, total: 0, last: null })).toEqual({ "content-range": "users */0" });
  });

  it("goes on behind the last row by cursor, in the same order only", () => {
    const first = pageOf({ range: "[0,1]" });
    const { "next-cursor": cursor = "" } = listHeaders("users", first, {
      rows: 2,
      total: 9,
      last: { value: "张三", id: "u7" },
    });
    expect(pageOf({ range: "[0,1]", cursor })).toMatchObject({ from: 2, limit: 2, after: { value: "张三", id: "u7" } });
    const turned = read({ sort: '["name","DESC"]', cursor });
    expect(turned.ok ? [] : turned.errors.map(({ path }) => path)).toEqual(["/cursor"]);
  });
});
