import { expect, test } from "vitest";
import { forms, stamped } from "../../../testing/documents/forms.ts";
import { unzipDocx } from "../../../testing/documents/read-docx.ts";
import { sample } from "../../../testing/documents/sample.ts";
import { annexDocument } from "../annexes/annex.ts";
import { renderDocx } from "./render-docx.ts";

async function tableOfServed(count: number): Promise<string[]> {
  const files = unzipDocx(await renderDocx(annexDocument(forms, "annex_2", sample(count), stamped)));
  const tables = (files["word/document.xml"] ?? "")
    .split("<w:tbl>")
    .filter((text) => text.includes("服务的中小企业名称"));
  return (tables[0] ?? "").split("<w:tr>").slice(1);
}

test("the head of a list is printed again on each page, over both of its rows", async () => {
  const rows = await tableOfServed(200);
  expect(rows).toHaveLength(202);
  expect(rows.map((row) => row.includes("<w:tblHeader"))).toEqual([
    true,
    true,
    ...Array.from({ length: 200 }, () => false),
  ]);
});

test("no row of a list is cut by the end of a page", async () => {
  for (const row of await tableOfServed(200)) expect(row).toMatch(/<w:cantSplit ?\/>/);
});

test("a head over two columns spans them, and the other heads reach through both rows", async () => {
  const [upper = "", lower = ""] = await tableOfServed(1);
  expect(upper).toMatch(/<w:gridSpan w:val="2"\/>.*企业满意度/);
  expect(upper.match(/<w:vMerge w:val="restart"\/>/g)).toHaveLength(5);
  expect(lower).toMatch(/满意.*不满意/);
});
