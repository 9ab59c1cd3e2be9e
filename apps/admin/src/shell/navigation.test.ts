import { describe, expect, it } from "vitest";
import { sections, sectionsFor } from "./navigation.ts";

const all = new Set(sections.flatMap(({ entries }) => entries.map(({ resource }) => resource)));
const shown = (acts: Record<string, string[]>, pages = all) =>
  sectionsFor({ acts }, pages).flatMap(({ entries }) => entries.map(({ label }) => label));

describe("the menu", () => {
  it("has what a person may read and what has a page", () => {
    expect(shown({ reviews: ["read"], spot_check_draws: ["read"], rounds: [] })).toEqual(["评审", "抽查抽取"]);
    expect(shown({ reviews: ["read"] }, new Set())).toEqual([]);
  });

  it("leads to the accounts only who looks after them", () => {
    expect(shown({ users: ["read"] })).toEqual([]);
    expect(shown({ users: ["read", "invite"] })).toEqual(["账号"]);
  });
});
