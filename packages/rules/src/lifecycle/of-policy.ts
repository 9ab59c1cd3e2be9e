import type { Resource } from "../access/table.ts";
import type { PolicyDocument } from "../policy/schema.ts";
import type { RefusalCode } from "./refusals.ts";

type Document = Pick<PolicyDocument, "lifecycle">;

/** The article on which an act rests. @throws Error when the policy names none: its own tests see to it that it does */
export function articleOfAct({ lifecycle }: Document, resource: Resource, act: string): string {
  const article = lifecycle.acts[`${resource}.${act}`];
  if (article === undefined) throw new Error(`the policy names no article for ${resource}.${act}`);
  return article;
}

/** The article with which an act is refused; null where the policy rests the refusal on none. */
export function articleOfRefusal({ lifecycle }: Document, code: RefusalCode): string | null {
  return lifecycle.refusals[code] ?? null;
}

/** A decimal figure of the procedure by its id, as its text. @throws Error when the policy has none */
export function lifecycleDecimal({ lifecycle }: Document, id: string): string {
  const value = lifecycle.parameters.find((parameter) => parameter.id === id)?.value;
  if (typeof value !== "string") throw new Error(`the policy has no decimal figure ${id}`);
  return value;
}

/** A whole figure of the procedure by its id. @throws Error when the policy has none */
export function lifecycleFigure({ lifecycle }: Document, id: string): number {
  const value = lifecycle.parameters.find((parameter) => parameter.id === id)?.value;
  if (typeof value !== "number") throw new Error(`the policy has no whole figure ${id}`);
  return value;
}
