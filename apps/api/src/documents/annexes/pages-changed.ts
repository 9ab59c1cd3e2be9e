import { createHash } from "node:crypto";
import type { FormData, Forms } from "@shifan/rules";
import type { Block, Cell, Line, Piece, Place } from "../description/description.ts";
import { canonical } from "../description/stamp.ts";
import { type AnnexPart, annexOf, annexSheets } from "./annex.ts";

/** What each part of a printed annex reads: the SHA-256 of its words by the id of the part, in hexadecimal. */
export type PrintedParts = Readonly<Record<string, string>>;

export interface PagesChanged {
  /** What reads otherwise than in the latest print, in the order of print. */
  readonly parts: readonly { readonly id: string; readonly title: string }[];
  /** The pages to print again, and what goes on them again. */
  readonly sheets: readonly { readonly title: string; readonly places: readonly Place[] }[];
}

/** The parts of an annex as printed from this state of the data. */
export function printedParts(forms: Forms, annexId: string, data: FormData): PrintedParts {
  const sheets = annexSheets(forms, annexOf(forms, annexId), data, true);
  return Object.fromEntries(sheets.flatMap(({ parts }) => parts.map((part) => [part.id, hashOf(part)])));
}

/**
 * Which pages of an annex must be printed, stamped and signed again, since they read otherwise than in every print that there is of them. Pages
 * printed at different times stand together: a page counts by the print in which it reads as it does now. What is not printed changes no page.
 *
 * @param prints what was printed before, the latest first
 */
export function pagesChanged(
  forms: Forms,
  annexId: string,
  prints: readonly PrintedParts[],
  after: FormData,
): PagesChanged {
  const annex = annexOf(forms, annexId);
  const [latest = {}] = prints;
  const sheets = annexSheets(forms, annex, after, true).map(({ title, parts }) => {
    const now = parts.map((part) => ({ part, hash: hashOf(part) }));
    return {
      title: title === "" ? annex.title : title,
      places: parts.flatMap(({ blocks }) => blocks.flatMap(placesIn)),
      stands: prints.some((print) => now.every(({ part, hash }) => print[part.id] === hash)),
      changed: now.filter(({ part, hash }) => latest[part.id] !== hash).map(({ part }) => part),
    };
  });
  const touched = sheets.filter(({ stands }) => !stands);
  return {
    parts: touched.flatMap(({ changed }) => changed.map(({ id, title }) => ({ id, title }))),
    sheets: touched.map(({ title, places }) => ({ title, places })),
  };
}

/** What goes on an annex as printed from this state of the data: each kind of place once. */
export function placesOfAnnex(forms: Forms, annexId: string, data: FormData): readonly Place[] {
  const sheets = annexSheets(forms, annexOf(forms, annexId), data, true);
  const places = sheets.flatMap(({ parts }) => parts.flatMap(({ blocks }) => blocks.flatMap(placesIn)));
  return [...new Set(places)];
}

/** By its words and ticks alone: a later release that draws a table wider makes no page out of date. */
function hashOf({ blocks }: AnnexPart): string {
  return createHash("sha256")
    .update(canonical(blocks.map(readingOf)), "utf8")
    .digest("hex");
}

function readingOf(block: Block): unknown {
  switch (block.kind) {
    case "cover":
      return [block.corner, block.title, block.entries.map(({ label, value }) => [label, value]), block.imprint];
    case "heading":
      return block.text;
    case "paragraph":
      return wordsOf(block.line);
    case "table":
      return [block.head, block.rows].map((rows) => rows.map(({ cells }) => cells.map(readingOfCell)));
    case "gap":
      return null;
  }
}

function readingOfCell({ lines, divided }: Cell): unknown {
  return [lines.map(wordsOf), divided];
}

function wordsOf({ pieces }: Line): unknown {
  return pieces.map((piece: Piece) => (typeof piece === "object" && "blank" in piece ? piece.blank : piece));
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
