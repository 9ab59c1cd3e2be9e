import type { ApplicationFormView, FormPart } from "@shifan/contract";

/** How far a part is: what is still to be filled in, of what must be. */
export type PartStanding =
  | { readonly kind: "section"; readonly missing: number; readonly isTouched: boolean }
  | { readonly kind: "list"; readonly rows: number; readonly least: number };

const isBlank = (value: unknown) => value === null || value === undefined || value === "";

export function standingOf(part: FormPart, form: Pick<ApplicationFormView, "sections" | "lists">): PartStanding {
  if (part.kind === "list") {
    const years = part.years.filter(({ isRequired }) => isRequired).length;
    return { kind: "list", rows: form.lists[part.id]?.rows ?? 0, least: Math.max(part.leastRows ?? 0, years) };
  }
  const { revision = 0, values = {} } = form.sections[part.id] ?? {};
  const missing = part.fields.filter(({ id, isRequired }) => isRequired && isBlank(values[id])).length;
  return { kind: "section", missing, isTouched: revision > 0 };
}
