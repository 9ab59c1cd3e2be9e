import type { Sanction } from "@shifan/contract";
import { pathOf } from "../api/data-provider.ts";
import type { Paper } from "../pages/papers.tsx";
import { sanctionsTexts as texts } from "./texts.ts";

type Letter = keyof typeof texts.letters;

/** The letters that there are by now. */
export function papersOfSanction({ id, notifiedOn, effectiveOn, reinstatedOn }: Sanction): readonly Paper[] {
  const isThere: Readonly<Record<Letter, boolean>> = {
    prior_notice: notifiedOn !== null,
    decision: effectiveOn !== null,
    service_receipt: effectiveOn !== null,
    withdrawal: reinstatedOn !== null,
  };
  return (Object.keys(isThere) as Letter[])
    .filter((letter) => isThere[letter])
    .map((letter) => ({ label: texts.letters[letter], path: pathOf("sanctions", id, "letters", letter) }));
}
