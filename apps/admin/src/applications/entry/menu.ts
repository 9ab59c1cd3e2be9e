import type { ApplicationFindings, ApplicationFormView } from "@shifan/contract";
import type { Case } from "../case/case.ts";
import { standingOf } from "./part-standing.ts";
import type { MenuEntry } from "./parts-menu.tsx";
import { placeFindings } from "./place-findings.ts";
import { entryTexts as texts } from "./texts.ts";

const lacking: readonly string[] = ["missing", "invalid", "unknown"];

type Material = ApplicationFindings["materials"][number];

/** Whether a material is still to be handed in, or handed in anew. */
export function isLacking({ status, isOptional }: Pick<Material, "status" | "isOptional">): boolean {
  return !isOptional && lacking.includes(status);
}

export function lackingOf(materials: readonly Material[]): readonly Material[] {
  return materials.filter(isLacking);
}

/** The way through the form: the receipt first, then the parts of the paper, the materials, and the handing in. */
export function menuOf({
  record,
  form,
  findings,
  unsent,
}: {
  record: Pick<Case, "origin">;
  form: ApplicationFormView;
  findings: ApplicationFindings;
  unsent: readonly string[];
}): readonly MenuEntry[] {
  const plain = { standing: "", isComplete: false, found: 0, isUnsent: false };
  const missing = lackingOf(findings.materials).length;
  return [
    ...(record.origin === "paper" ? [{ ...plain, id: "receipt", label: texts.receipt }] : []),
    ...form.parts.map((part): MenuEntry => {
      const { words, isComplete } = wordsOf(standingOf(part, form));
      return {
        id: part.id,
        label: part.title,
        standing: words,
        isComplete,
        found: placeFindings(findings.findings, part).all.length,
        isUnsent: unsent.some((each) => each === part.id || each.startsWith(`${part.id}/`)),
      };
    }),
    {
      ...plain,
      id: "materials",
      label: texts.materials,
      standing: missing === 0 ? texts.complete : texts.lacks(missing),
      isComplete: missing === 0,
    },
    { ...plain, id: "hand-in", label: texts.handIn },
  ];
}

function wordsOf(standing: ReturnType<typeof standingOf>): { words: string; isComplete: boolean } {
  if (standing.kind === "list") {
    const { rows, least } = standing;
    return rows < least
      ? { words: texts.lacksRows(rows, least), isComplete: false }
      : { words: texts.rows(rows), isComplete: rows > 0 };
  }
  const { missing, isTouched } = standing;
  if (missing > 0) return { words: texts.lacks(missing), isComplete: false };
  return isTouched ? { words: texts.complete, isComplete: true } : { words: "", isComplete: false };
}
