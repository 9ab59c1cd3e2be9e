import type { FormData, Forms } from "@shifan/rules";
import type { Block, Line, Place } from "../description/description.ts";
import { canonical } from "../description/stamp.ts";
import { annexOf, annexSheets } from "./annex.ts";

export interface PagesChanged {
  /** What reads otherwise than before, in the order of print. */
  readonly parts: readonly { readonly id: string; readonly title: string }[];
  /** The pages to print again, and what goes on them again. */
  readonly sheets: readonly { readonly title: string; readonly places: readonly Place[] }[];
}

/**
 * Which parts of a printed annex differ between two states of the data, and so which pages must be printed, stamped and signed
 * again. What is not printed changes no page.
 */
export function pagesChanged(forms: Forms, annexId: string, before: FormData, after: FormData): PagesChanged {
  const annex = annexOf(forms, annexId);
  const printed = new Map<string, string>();
  for (const { parts } of annexSheets(forms, annex, before, true)) {
    for (const { id, blocks } of parts) printed.set(id, canonical(blocks));
  }
  const sheets = annexSheets(forms, annex, after, true).map((sheet) => ({
    title: sheet.title,
    places: sheet.parts.flatMap(({ blocks }) => blocks.flatMap(placesIn)),
    changed: sheet.parts.filter(({ id, blocks }) => printed.get(id) !== canonical(blocks)),
  }));
  const touched = sheets.filter(({ changed }) => changed.length > 0);
  return {
    parts: touched.flatMap(({ changed }) => changed.map(({ id, title }) => ({ id, title }))),
    sheets: touched.map(({ title, places }) => ({ title: title === "" ? annex.title : title, places })),
  };
}

function placesIn(block: Block): Place[] {
  if (block.kind === "cover") return block.entries.flatMap(({ place }) => place ?? []);
  return linesIn(block).flatMap(({ place }) => place ?? []);
}

function linesIn(block: Block): Line[] {
  if (block.kind === "paragraph") return [block.line];
  if (block.kind === "table") return block.rows.flatMap(({ cells }) => cells.flatMap(({ lines }) => lines));
  return [];
}
