import { isDeepStrictEqual } from "node:util";
import type { PolicyDocument } from "@shifan/rules";

/**
 * Shipped documents that differ from what is published under their number. The published one stays in use, so the command
 * line, which reads the shipped one, could say something else: whoever changed it must give it a new version.
 */
export function findChangedDocuments(
  shipped: readonly PolicyDocument[],
  published: readonly PolicyDocument[],
): { policy: string; version: number }[] {
  return shipped
    .filter((document) =>
      published.some(
        (kept) => kept.id === document.id && kept.version === document.version && !isDeepStrictEqual(kept, document),
      ),
    )
    .map(({ id, version }) => ({ policy: id, version }));
}
