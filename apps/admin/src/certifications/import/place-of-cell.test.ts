import { expect, it } from "vitest";
import { placeOfCell } from "./place-of-cell.ts";

it.each([
  ["D7", "资格", "第7行 D列"],
  ["检查!AB12", "检查", "第12行 AB列"],
  [undefined, "", ""],
])("finds the place of %s", (cell, sheet, place) => expect(placeOfCell(cell)).toEqual({ sheet, place }));
