import type { Assessment, MaterialResult } from "@shifan/rules";
import { articleOfAct } from "@shifan/rules";
import type { DialogContext } from "../state.ts";
import type { Message } from "../turn.ts";
import { materialStatusWords } from "./wording.ts";

type Status = MaterialResult["status"];

export const materialOrder: readonly Status[] = [
  "invalid",
  "missing",
  "unknown",
  "present_unchecked",
  "valid",
  "not_applicable",
];

/** What to do for a paper or a part of one. */
export function todoOf(context: DialogContext, id: string): string {
  for (const material of context.policy.document.materials) {
    if (material.id === id) return material.todo;
    const part = material.parts.find((each) => each.id === id);
    if (part) return part.todo;
  }
  return "";
}

function linesOf(
  paper: Pick<MaterialResult, "id" | "title" | "status" | "reasons">,
  article: string,
  context: DialogContext,
): string[] {
  const reasons = paper.reasons.map((code) => context.policy.document.texts[code] ?? code);
  const lines = [`· ${paper.title}（${article}）`];
  for (const reason of reasons) lines.push(`　${reason}`);
  if (["missing", "unknown", "invalid", "present_unchecked"].includes(paper.status)) {
    lines.push(`　怎么办：${todoOf(context, paper.id)}`);
  }
  return lines;
}

/** The fourteen materials of Art. 9, the ones to act on first, each with what to do. */
export function presentMaterials(assessment: Assessment, context: DialogContext): Message {
  const { document } = context.policy;
  const lines = [`**材料清单（${articleOfAct(document, "applications", "submit")}）**`];
  const optional = new Set(document.materials.filter((each) => each.optional).map((each) => each.id));
  const isLeftOut = ({ id, status }: MaterialResult): boolean => optional.has(id) && status === "missing";
  for (const status of materialOrder) {
    const members = assessment.materials.filter((material) => material.status === status && !isLeftOut(material));
    if (members.length === 0) continue;
    lines.push(`**${materialStatusWords[status]}（${members.length}）**`);
    for (const material of members) {
      const parts = material.parts.filter((part) => part.status !== "not_applicable");
      if (parts.length === 0) lines.push(...linesOf(material, material.article, context));
      else for (const part of parts) lines.push(...linesOf(part, material.article, context));
    }
  }
  const left = assessment.materials.filter(isLeftOut);
  if (left.length > 0)
    lines.push("**可选，没有也不影响**", ...left.map(({ title, article }) => `· ${title}（${article}）`));
  return { text: lines.join("\n"), choices: [], files: [] };
}
