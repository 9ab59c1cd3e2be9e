import type { Application } from "@shifan/contract";
import { expect, it } from "vitest";
import { papersOf } from "./papers.ts";

const application = (more: Partial<Application>) =>
  ({ id: "a1", state: "accepted", returned: null, ...more }) as Application;
const idsOf = (more: Partial<Application>, acts: readonly string[]) =>
  papersOf(application(more), acts).map(({ id }) => id);

it("offers the annexes to whoever may print them, and to nobody else", () => {
  expect(idsOf({}, ["print"])).toContain("annex_2");
  expect(idsOf({}, ["print-city-letter", "print-district-letter"])).toEqual([]);
});

it("offers a letter once what it tells of was decided", () => {
  const both = ["print-city-letter", "print-district-letter"];
  const returned: Application["returned"] = {
    kind: "correction",
    until: "2026-06-30",
    on: "2026-06-20",
    defects: [],
    resubmittedOn: null,
  };
  expect(idsOf({ returned }, both)).toEqual(["return_notice"]);
  expect(idsOf({ state: "not_selected" }, both)).toEqual(["not_selected"]);
  expect(idsOf({ state: "rejected" }, ["print-district-letter"])).toEqual([]);
});
