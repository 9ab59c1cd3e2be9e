import type { Policy } from "../policy/policy.ts";
import { formYears } from "./figures.ts";
import { FormCase } from "./form-case.ts";
import { figureOf, spellFigure } from "./form-figures.ts";
import type { FormContext, FormData, FormField, FormValue } from "./forms.ts";
import type { DerivationDocument } from "./schema.ts";

/** A place of the form that states a fact, with what stands there now. */
export interface StatedPlace {
  /** The section or list. */
  readonly part: string;
  /** The field or column; null where the fact follows from the part as a whole. */
  readonly field: FormField | null;
  /** What is written in the field; null where nothing is. */
  readonly value: FormValue | null;
  /** A figure that is counted from the part, as people write it; null where it is none or cannot be counted yet. */
  readonly figure: string | null;
}

/** Where the form states each fact, by fact: fields, columns of a year, and what is counted from lists. */
export function statedPlaces(policy: Policy, form: FormData, context: FormContext): Map<string, StatedPlace[]> {
  const look = new FormCase(policy, form, context);
  const places = new Map<string, StatedPlace[]>();
  const add = (fact: string | undefined, place: StatedPlace): void => {
    if (fact !== undefined) places.set(fact, [...(places.get(fact) ?? []), place]);
  };
  for (const { id, fields } of policy.forms.sections.values()) {
    for (const field of fields) {
      add(field.fact, { part: id, field, value: look.place(`${id}.${field.id}`).value, figure: null });
    }
  }
  for (const { id, columns } of policy.forms.lists.values()) {
    for (const field of columns) {
      for (const year of formYears) {
        const row = look.rowOfYear(id, year);
        const value = row === null ? null : look.cell(id, row, field.id).value;
        add(field.facts?.[year], { part: id, field, value, figure: null });
      }
    }
  }
  for (const derivation of policy.forms.derivations) add(derivation.fact, derivedPlace(derivation, look));
  return places;
}

function derivedPlace({ from }: DerivationDocument, look: FormCase): StatedPlace {
  if ("any_row" in from) return { part: from.any_row, field: null, value: null, figure: null };
  if ("field_given" in from) {
    const { field, value } = look.place(from.field_given);
    return { part: from.field_given.split(".")[0] ?? "", field, value, figure: null };
  }
  const figure = figureOf(from.figure, look);
  return { part: partOf(from.figure), field: null, value: null, figure: figure && spellFigure(figure) };
}

/** The part of the form that a figure is counted from; of a total the first of its parts. */
function partOf(figure: object): string {
  const { distinct, sum, list, field, total } = figure as Readonly<Record<string, unknown>>;
  if (Array.isArray(total)) return partOf((total[0] ?? {}) as object);
  const named = distinct ?? sum ?? list;
  return typeof named === "string" ? named : (String(field ?? "").split(".")[0] ?? "");
}
