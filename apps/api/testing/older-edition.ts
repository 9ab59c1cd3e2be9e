import type { PolicyDocument } from "@shifan/rules";
import { shippedPolicies } from "@shifan/rules/shipped";
import older from "./older-lifecycle.json" with { type: "json" };

/**
 * The shipped policy as it was published when a round ended with the recommendation: no figure, article or word of what comes after it, and no score
 * sheet. Its lifecycle is that document's own.
 */
export function olderEdition(): PolicyDocument {
  const [shipped] = shippedPolicies;
  if (shipped === undefined) throw new Error("no policy is shipped");
  const { score_sheet: _, ...document } = structuredClone(shipped);
  return { ...document, lifecycle: older } as unknown as PolicyDocument;
}
