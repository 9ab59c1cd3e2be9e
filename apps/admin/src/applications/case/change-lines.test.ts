import { expect, it } from "vitest";
import { changeLinesOf } from "./change-lines.ts";

it("says of materials, fields and rows what they were and what they are", () => {
  const lines = changeLinesOf({
    since: { dataVersion: 3, on: "2026-06-20" },
    dataVersion: 5,
    materials: [
      { id: "M02", title: "执照", addedFileIds: ["f2"], removedFileIds: ["f1"], isOnPaper: false, wasOnPaper: true },
    ],
    sections: [
      { id: "basic", title: "基本情况", fields: [{ field: "staff", label: "从业人数", before: "18人", after: null }] },
    ],
    lists: [
      {
        id: "staff",
        title: "人员名单",
        added: 1,
        removed: 0,
        changed: 0,
        rows: [{ kind: "added", numberBefore: null, numberAfter: 4, name: "张三", fields: [] }],
      },
    ],
  });
  expect(lines.map(({ where, before, after }) => [where, before, after])).toEqual([
    ["M02 执照", "撤下1个文件、纸质", "新交1个文件"],
    ["基本情况：从业人数", "18人", null],
    ["人员名单：新增第4行 张三", null, null],
  ]);
});
