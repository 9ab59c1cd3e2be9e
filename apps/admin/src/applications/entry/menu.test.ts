import type { ApplicationFindings, ApplicationFormView, FormPart } from "@shifan/contract";
import { describe, expect, it } from "vitest";
import { isLacking, menuOf } from "./menu.ts";

const part = (kind: FormPart["kind"], id: string): FormPart => ({
  kind,
  id,
  title: id,
  fields: [
    { id: "a", name: "甲", type: "text", unit: null, note: null, isRequired: true, isPersonal: false, options: [] },
  ],
  groups: [],
  leastRows: kind === "list" ? 12 : null,
  mostRows: 5_000,
  years: [],
});
const form: ApplicationFormView = {
  parts: [part("section", "basics"), part("list", "staff")],
  dataVersion: 1,
  sections: { basics: { revision: 1, values: { a: "甲" } } },
  lists: { staff: { rows: 3, tag: "1" } },
};
const finding = { code: "X07", check: "staff_below_minimum", level: "error", article: "附件2", message: "" } as const;
const findings = {
  findings: [{ ...finding, fields: ["/lists/staff"] }],
  materials: [
    { status: "missing", isOptional: false },
    { status: "missing", isOptional: true },
  ],
} as unknown as ApplicationFindings;

describe("the way through a form", () => {
  const menu = (origin: "paper" | "online", unsent: readonly string[] = []) =>
    menuOf({ record: { origin }, form, findings, unsent });

  it("goes from the receipt of a paper dossier over the parts of the form to the handing in", () => {
    expect(menu("paper").map(({ id }) => id)).toEqual(["receipt", "basics", "staff", "materials", "hand-in"]);
    expect(menu("online").map(({ id }) => id)).not.toContain("receipt");
  });

  it("says of each part what is still to be done, and what does not fit", () => {
    const [basics, staff, materials] = menu("online");
    expect([basics?.standing, basics?.isComplete, basics?.found]).toEqual(["已填", true, 0]);
    expect([staff?.standing, staff?.isComplete, staff?.found]).toEqual(["3行，缺9行", false, 1]);
    expect(materials?.standing).toBe("缺1项");
  });

  it("says of which part something is not on the server, be it a section or a row", () => {
    const unsent = (parts: readonly string[]) =>
      menu("online", parts).flatMap((each) => (each.isUnsent ? each.id : []));
    expect(unsent(["basics"])).toEqual(["basics"]);
    expect(unsent(["staff/new"])).toEqual(["staff"]);
    expect(unsent(["staff2/new"])).toEqual([]);
  });
});

describe("a material", () => {
  it.each([
    ["missing", false, true],
    ["invalid", false, true],
    ["unknown", false, true],
    ["missing", true, false],
    ["present_unchecked", false, false],
    ["not_applicable", false, false],
  ])("that is %s, optional %s: is lacking %s", (status, isOptional, lacks) =>
    expect(isLacking({ status, isOptional })).toBe(lacks),
  );
});
