import type { ApplicationFindings } from "@shifan/contract";
import { type FormContext, type FormData, type Policy, proofsOf, type StatedPlace, statedPlaces } from "@shifan/rules";
import { printedValue } from "../documents/annexes/values.ts";

/** What the form states about each criterion, and which materials prove it. */
export function describeProofs(policy: Policy, form: FormData, context: FormContext): ApplicationFindings["proofs"] {
  const places = statedPlaces(policy, form, context);
  return proofsOf(policy).map(({ criterion, facts, materials }) => ({
    criterion,
    stated: facts.flatMap((fact) => (places.get(fact) ?? []).map((place) => describePlace(policy, place))),
    materials: [...materials],
  }));
}

function describePlace(policy: Policy, place: StatedPlace): ApplicationFindings["proofs"][number]["stated"][number] {
  const { part, field, value, figure } = place;
  const { sections, lists } = policy.forms;
  return {
    part,
    title: sections.get(part)?.title ?? lists.get(part)?.title ?? part,
    name: field?.name ?? null,
    value: field === null ? figure : withUnit(field, value),
  };
}

/** As it is printed, with its unit; nothing where nothing is written, and nothing that is personal. */
function withUnit(field: NonNullable<StatedPlace["field"]>, value: StatedPlace["value"]): string | null {
  if (value === null || field.personal) return null;
  const unit = field.type === "money_wan" ? "万元" : field.type === "percent" ? "%" : (field.unit ?? "");
  const printed = printedValue(field, value);
  return printed.endsWith(unit) ? printed : `${printed}${unit}`;
}
