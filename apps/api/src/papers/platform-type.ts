import type { Policy } from "@shifan/rules";

/** 综合性平台, 专业性平台: what the policy calls a type; empty for none. */
export function platformTypeName({ document }: Policy, type: unknown): string {
  const fact = document.facts.find(({ id }) => id === document.alternatives_of);
  return typeof type === "string" ? (fact?.options?.[type] ?? type) : "";
}
