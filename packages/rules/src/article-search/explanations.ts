import type { PolicyDocument } from "../policy/schema.ts";
import { labelsIn } from "./passages.ts";

/** What the policy adds to the law's words: how an unclear passage is read, what is set, which paper shows it. */
export const explanationKinds = ["reading", "setting", "material"] as const;
export type ExplanationKind = (typeof explanationKinds)[number];

export interface Explanation {
  readonly kind: ExplanationKind;
  readonly title: string;
  readonly text: string;
}

type Mark = PolicyDocument["settings"][number]["mark"];

/** What stands in the law itself needs no explanation. */
const kindOf: Readonly<Record<Mark, ExplanationKind | null>> = { 原文: null, 解释: "reading", 设置: "setting" };

/** Every explanation of a policy with the labels it belongs to. */
export function* explanationsOf(document: PolicyDocument): Generator<readonly [labels: string[], Explanation]> {
  const { settings, supervision, lifecycle, materials } = document;
  for (const { title, value, options, article, mark, ground } of [...settings, ...supervision.readings]) {
    const kind = kindOf[mark];
    const chosen = options.find((option) => option.value === value)?.label;
    if (kind !== null && chosen !== undefined) {
      yield [labelsIn(article), { kind, title, text: `${chosen}。${ground}。` }];
    }
  }
  for (const { title, value, unit, article, mark, ground } of lifecycle.parameters) {
    const kind = kindOf[mark];
    // A share is a line to compare with, not a figure to tell.
    if (kind !== null && typeof value === "number") {
      yield [labelsIn(article), { kind, title, text: `${value}${unit}。${ground}。` }];
    }
  }
  for (const { title, todo, article } of materials) yield [labelsIn(article), { kind: "material", title, text: todo }];
}
