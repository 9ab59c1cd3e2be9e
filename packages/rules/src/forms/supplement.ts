import type { FactKind, Kind } from "../facts/kinds.ts";
import { maximumTextLength } from "../facts/values.ts";
import type { FactDocument, PolicyDocument } from "../policy/schema.ts";
import { spellArticles } from "./articles.ts";
import type { FieldDocument, FieldType } from "./fields.ts";
import type { FormSection } from "./forms.ts";
import type { FormsDocument } from "./schema.ts";

/** Money of the supplement would be in 元; every amount of a form is a field of an annex, in 万元. */
const typeOfKind: Readonly<Record<Kind, FieldType>> = {
  money: "money_wan",
  number: "number",
  int: "int",
  year: "year",
  date: "date",
  bool: "bool",
  enum: "choice",
  set: "choices",
  text: "long_text",
  uscc: "uscc",
};

/** The facts that a field, a column or a derivation of the annexes already states. */
export function factsOfAnnexes(document: FormsDocument): Set<string> {
  const stated = new Set(document.derivations.map(({ fact }) => fact));
  for (const part of document.annexes.flatMap(({ parts }) => parts)) {
    const fields = part.kind === "section" ? part.fields : part.kind === "list" ? part.columns : [];
    for (const { fact, facts } of fields) {
      if (fact !== undefined) stated.add(fact);
      for (const each of Object.values(facts ?? {})) stated.add(each);
    }
  }
  return stated;
}

export function fieldOfFact(fact: FactDocument, kind: FactKind, document: PolicyDocument): FieldDocument {
  const hasOptions = kind.kind === "enum" || kind.kind === "set";
  const districtNames = Object.fromEntries(document.districts.map(({ id, name }) => [id, name]));
  const labels = fact.options ?? districtNames;
  return {
    id: fact.id,
    label: fact.label,
    type: fact.format === "icp_number" ? "icp" : typeOfKind[kind.kind],
    ...(fact.unit === "" ? {} : { unit: fact.unit }),
    required: false,
    printed: false,
    personal: false,
    note: fact.hint,
    ...(kind.kind === "text" ? { longest: maximumTextLength } : {}),
    fact: fact.id,
    article: spellArticles(fact.article, document),
    ...(hasOptions ? { options: kind.values.map((value) => ({ value, label: labels[value] ?? value })) } : {}),
  };
}

/** A section of everything that decides the policy's criteria and has no place in the annexes: one field a fact. */
export function supplementOf(
  document: PolicyDocument,
  factKinds: readonly FactKind[],
): { fields: readonly FieldDocument[]; groups: FormSection["groups"] } | null {
  const { supplement } = document.forms;
  if (!supplement) return null;
  const elsewhere = factsOfAnnexes(document.forms);
  const notAsked = new Set(supplement.not_asked.map(({ fact }) => fact));
  const fields = [
    ...supplement.fields,
    ...document.facts.flatMap((fact, index) => {
      if (notAsked.has(fact.id) || (elsewhere.has(fact.id) && !supplement.also.includes(fact.id))) return [];
      return [fieldOfFact(fact, factKinds[index] as FactKind, document)];
    }),
  ];
  const grouped = new Set(supplement.groups.flatMap((group) => group.fields));
  const others = fields.map(({ id }) => id).filter((id) => !grouped.has(id));
  const groups = supplement.groups.map(({ id, title, fields: named }) => ({ id, title, fields: named }));
  if (others.length > 0) groups.push({ id: "others", title: supplement.others, fields: others });
  return { fields, groups };
}
