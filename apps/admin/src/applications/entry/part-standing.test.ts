import type { FormPart } from "@shifan/contract";
import { expect, it } from "vitest";
import { standingOf } from "./part-standing.ts";

const field = { name: "", type: "text", unit: null, note: null, isPersonal: false, options: [] };
const part = (more: Partial<FormPart>): FormPart => ({
  kind: "section",
  id: "p",
  title: "",
  fields: [
    { ...field, id: "a", isRequired: true },
    { ...field, id: "b", isRequired: false },
  ],
  groups: [],
  leastRows: null,
  mostRows: null,
  years: [],
  ...more,
});

it("a section lacks what must be filled in and is not; no answer is nothing, and 0 and no are answers", () => {
  const of = (a: unknown) =>
    standingOf(part({}), { sections: { p: { revision: 1, values: { a, b: null } } }, lists: {} });
  expect([null, "", 0, false, "甲"].map((value) => of(value))).toMatchObject(
    [1, 1, 0, 0, 0].map((missing) => ({ missing })),
  );
});

it("a list lacks the rows that the form asks for, by number or by year", () => {
  const form = { sections: {}, lists: { p: { rows: 1, tag: "1" } } };
  expect(standingOf(part({ kind: "list", leastRows: 5 }), form)).toEqual({ kind: "list", rows: 1, least: 5 });
  const years = [
    { year: 2025, isRequired: true },
    { year: 2024, isRequired: true },
    { year: 2023, isRequired: false },
  ];
  expect(standingOf(part({ kind: "list", years }), form)).toMatchObject({ least: 2 });
});
