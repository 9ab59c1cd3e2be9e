import { labelOfField, resourceLabels } from "@shifan/contract";
import type { RecordName } from "@shifan/db";
import type { Policy } from "@shifan/rules";

type Place = { readonly resource: string; readonly policy: Policy };
type Titled = { readonly id: string; readonly title: string };

const titleOf = (among: readonly Titled[], id: unknown) => among.find((each) => each.id === id)?.title;

/** What the place of a value in a record is called: the field, and before it what it is a field of. */
export function labelOfPlace({ resource, policy }: Place, path: readonly (string | number)[]): string {
  const { document } = policy;
  const names = path.filter((step): step is string => typeof step === "string");
  const field = names.at(-1) ?? "";
  const within = names.at(-2);
  if (names.includes("scores")) return labelOfScore(policy, names);
  if (names.includes("checklist")) {
    return `${titleOf(document.supervision.checklist.items, within) ?? within}：${labelOfField(field)}`;
  }
  if (names[0] === "correction" && names.length > 1) return `${labelOfField("correction")}：${labelOfField(field)}`;
  if (resource === "application_sections" && within === "data") return labelOfFormField(policy, field);
  const number = path.findLast((step) => typeof step === "number");
  const group = path.find((step) => typeof step === "string");
  if (typeof number !== "number" || group === field || typeof group !== "string") return labelOfField(field);
  return `${labelOfField(group)}第${number + 1}条：${labelOfField(field)}`;
}

/** An item's points and comment, the evidence of a direction, or the opinion. */
function labelOfScore({ document }: Policy, names: readonly string[]): string {
  const { items, directions } = document.score_sheet;
  const field = names.at(-1) ?? "";
  if (names.includes("items")) return `${titleOf(items, names.at(-2)) ?? names.at(-2)}：${labelOfField(field)}`;
  return field === "opinion" ? "评审意见" : (titleOf(directions, field) ?? labelOfField(field));
}

function labelOfFormField({ forms }: Policy, id: string): string {
  for (const { fields } of forms.sections.values()) {
    const field = fields.find((each) => each.id === id);
    if (field !== undefined) return field.name;
  }
  return labelOfField(id);
}

/** The kind of a record, and of a part which part it is. */
export function labelOfRecord({ document, forms }: Policy, { resource, recordId }: RecordName): string {
  const label = resourceLabels[resource as keyof typeof resourceLabels] ?? resource;
  const own = recordId.split("/")[1];
  if (own === undefined) return label;
  const title = {
    application_materials: document.materials.find((each) => each.id === own)?.title,
    application_sections: forms.sections.get(own)?.title,
    application_lists: forms.lists.get(own)?.title,
    application_prints: `第${own}版`,
  }[resource];
  return title === undefined ? label : `${label}：${title}`;
}
