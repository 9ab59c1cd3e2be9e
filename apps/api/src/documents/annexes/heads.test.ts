import { expect, test } from "vitest";
import { forms } from "../../../testing/documents/forms.ts";
import { sample } from "../../../testing/documents/sample.ts";
import { listBlocks } from "./lists.ts";

/** Millimetres: of the text between the margins, between the sides of a cell, and of a character of a head (10 pt). */
const textWidth = 166;
const insets = 2.8;
const character = 3.53;

/** The undivided heads of a list with the width that their words have. */
function headsOf(id: string): [string, number][] {
  const list = forms.lists.get(id);
  if (list === undefined) throw new Error(`no list ${id}`);
  const blocks = listBlocks(list, sample(3).lists[id] ?? [], true);
  const table = blocks.find((block) => block.kind === "table");
  if (table?.kind !== "table") throw new Error(`${id} has no table`);
  const all = table.columns.reduce((sum, width) => sum + width, 0);
  let at = 0;
  return (table.head.at(-1)?.cells ?? []).flatMap(({ lines, columns, divided }): [string, number][] => {
    const width = table.columns.slice(at, at + columns).reduce((sum, each) => sum + each, 0);
    at += columns;
    const words = lines.flatMap(({ pieces }) => pieces).join("");
    return divided.length > 0 ? [] : [[words, (width / all) * textWidth - insets]];
  });
}

test.each(["operation", "equipment", "staff", "served", "sampled"])(
  "a head of up to seven characters stands in one line: %s",
  (id) => {
    const broken = headsOf(id).filter(([words, width]) => words.length <= 7 && words.length * character > width);
    expect(broken).toEqual([]);
  },
);
