import { isDeepStrictEqual } from "node:util";
import { type PolicyDocument, supplementDocument } from "@shifan/rules";

/**
 * Shipped documents that differ from what is published under their number. The published one stays in use, so the command
 * line, which reads the shipped one, could say something else: whoever changed it must give it a new version. What the published
 * one lacks of the procedure is completed and is no difference.
 */
export function findChangedDocuments(
  shipped: readonly PolicyDocument[],
  published: readonly PolicyDocument[],
): { policy: string; version: number }[] {
  return shipped
    .filter((document) =>
      published.some(
        (kept) =>
          kept.id === document.id &&
          kept.version === document.version &&
          !isDeepStrictEqual(comparable(supplementDocument(kept, document).document), comparable(document)),
      ),
    )
    .map(({ id, version }) => ({ policy: id, version }));
}

/** Figures and readings are known by their ids, in whatever order they stand. */
function comparable(document: unknown): unknown {
  const { lifecycle, settings, ...rest } = document as PolicyDocument;
  const byId = <Item extends { id: string }>(items: readonly Item[]) => new Map(items.map((each) => [each.id, each]));
  return { ...rest, settings: byId(settings), lifecycle: { ...lifecycle, parameters: byId(lifecycle.parameters) } };
}
