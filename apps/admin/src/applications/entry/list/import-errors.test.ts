import { expect, it } from "vitest";
import { sortImportErrors } from "./import-errors.ts";

it("what is wrong in a workbook is told by the spreadsheet's own rows, each with what stands in it", () => {
  const row = { enterprise_name: "甲公司", phone: "12" };
  const { general, rows } = sortImportErrors([
    { path: "/rows/17/phone", code: "phone", message: "应为电话", cell: "D19", row },
    { path: "/rows/17/satisfaction", code: "choice", message: "只能选一个", cell: "G19", row },
    { path: "/rows/20/phone", code: "phone", message: "应为电话", cell: "D22", row },
  ]);
  expect(general).toEqual([]);
  expect(rows.map(({ number, messages }) => [number, [...messages.keys()]])).toEqual([
    [19, ["phone", "satisfaction"]],
    [22, ["phone"]],
  ]);
  expect(rows[0]?.cells).toEqual(row);
});

it("what is wrong with the headings or the whole stands by itself", () => {
  const { general, rows } = sortImportErrors([
    { path: "", code: "heading_twice", message: "有两列都是“电话”", cell: "G1" },
    { path: "", code: "no_rows", message: "没有填写的行" },
  ]);
  expect([general, rows]).toEqual([["G1：有两列都是“电话”", "没有填写的行"], []]);
});
