import { PolicyError } from "../policy/error.ts";
import type { PolicyDocument } from "../policy/schema.ts";
import type { Forms } from "./forms.ts";

/** Keys that name a list, and those that name a column of the list named beside them or around them. */
const listKeys = ["list", "sum", "distinct", "any_row", "of"];
const columnKeys = ["column", "blank", "given"];
/** Keys of a comparison of two columns; of figures they hold objects. */
const operandKeys = ["left", "right"];
const fieldKeys = ["field", "field_given"];
const fieldListKeys = ["fields", "since_latest"];

type Node = Readonly<Record<string, unknown>>;

/**
 * Checks that everything the checks and derivations name is there.
 * @throws PolicyError that names what is not.
 */
export function checkReferences(forms: Forms, document: PolicyDocument): void {
  const needField = (reference: unknown, place: string): void => {
    const [section = "", field = ""] = String(reference).split(".");
    if (!forms.sections.get(section)?.fieldsById.has(field)) {
      throw new PolicyError(`forms: ${place}: no field ${String(reference)}`);
    }
  };
  const needColumn = (list: string | null, column: unknown, place: string): void => {
    if (list === null || !forms.lists.get(list)?.columnsById.has(String(column))) {
      throw new PolicyError(`forms: ${place}: no column ${list}.${String(column)}`);
    }
  };
  const needSetting = (setting: unknown, place: string): void => {
    if (!document.settings.some(({ id }) => id === setting)) {
      throw new PolicyError(`forms: ${place}: no setting ${String(setting)}`);
    }
  };
  const visit = (value: unknown, list: string | null, place: string): void => {
    if (typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) {
      for (const each of value) visit(each, list, place);
      return;
    }
    const node = value as Node;
    let here = list;
    for (const key of listKeys) {
      const named = node[key];
      if (typeof named !== "string") continue;
      if (!forms.lists.has(named)) throw new PolicyError(`forms: ${place}: no list ${named}`);
      if (key !== "of") here = named;
    }
    for (const [key, inner] of Object.entries(node)) {
      if (fieldKeys.includes(key)) needField(inner, place);
      else if (fieldListKeys.includes(key)) for (const each of inner as unknown[]) needField(each, place);
      else if (columnKeys.includes(key)) needColumn(here, inner, place);
      else if (operandKeys.includes(key) && typeof inner === "string") needColumn(here, inner, place);
      else if (key === "setting") needSetting(inner, place);
      else visit(inner, here, place);
    }
  };

  const facts = new Set(document.facts.map(({ id }) => id));
  const needFact = (fact: string, place: string): void => {
    if (!facts.has(fact)) throw new PolicyError(`forms: ${place}: no fact ${fact}`);
  };
  for (const check of forms.checks) visit(check, null, `check ${check.id}`);
  for (const { fact, from, with: other } of forms.derivations) {
    needFact(fact, "derivations");
    if (other !== undefined) needFact(other, `derivation of ${fact}`);
    visit(from, null, `derivation of ${fact}`);
  }
  for (const { id, columns, columnsById, document: list } of forms.lists.values()) {
    const { identity, yearly } = list;
    const named = [identity?.code, ...(identity?.alike ?? []), ...Object.keys(identity?.prevails ?? {}), yearly?.year];
    for (const column of named) if (column !== undefined) needColumn(id, column, id);
    for (const { facts: ofYear, fact } of columns) {
      for (const each of [fact, ...Object.values(ofYear ?? {})]) if (each !== undefined) needFact(each, id);
    }
    if (!yearly && columns.some(({ facts: ofYear }) => ofYear)) throw new PolicyError(`forms: ${id}: not yearly`);
    if (columnsById.size === 0) throw new PolicyError(`forms: ${id}: no columns`);
  }
  for (const { id, fields, fieldsById, groups } of forms.sections.values()) {
    for (const { fact, opens_with, same_as } of fields) {
      if (fact !== undefined) needFact(fact, id);
      for (const reference of [opens_with, same_as]) if (reference !== undefined) needField(reference, id);
    }
    for (const group of groups) {
      for (const field of group.fields) if (!fieldsById.has(field)) throw new PolicyError(`forms: ${id}: no ${field}`);
    }
  }
  const { applicant, supplement } = forms.document;
  if (applicant) for (const reference of Object.values(applicant)) needField(reference, "applicant");
  for (const fact of [...(supplement?.also ?? []), ...(supplement?.not_asked ?? []).map((each) => each.fact)]) {
    needFact(fact, "supplement");
  }
  for (const { id, contents, parts } of forms.annexes) {
    for (const part of contents?.items.flatMap((item) => item.parts) ?? []) {
      if (!parts.some((each) => each.id === part)) throw new PolicyError(`forms: ${id}: no part ${part}`);
    }
  }
}
