import type { PolicyDocument } from "../../policy/schema.ts";
import { articleOfAct } from "../of-policy.ts";
import type { SanctionKind } from "./sanctions.ts";

type Document = Pick<PolicyDocument, "lifecycle" | "supervision">;

/** What the policy says of a kind of sanction. @throws Error when it knows none */
export function sanctionOfPolicy({ supervision }: Document, kind: SanctionKind) {
  const found = supervision.sanctions.find((each) => each.kind === kind);
  if (found === undefined) throw new Error(`the policy knows no ${kind}`);
  return found;
}

/**
 * The article on which an act on a sanction rests. The table of acts names that of a cancellation (第十三条) for the decision and what leads to it;
 * for a revocation it is that of the revocation (第十四条).
 */
export function articleOfSanctionAct(document: Document, kind: SanctionKind, act: string): string {
  const article = articleOfAct(document, "sanctions", act);
  return article === sanctionOfPolicy(document, "cancellation").article
    ? sanctionOfPolicy(document, kind).article
    : article;
}
