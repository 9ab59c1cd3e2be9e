import { afterEach, expect, test, vi } from "vitest";
import { forms, stamped } from "../../testing/documents/forms.ts";
import { unzipDocx } from "../../testing/documents/read-docx.ts";
import { sample } from "../../testing/documents/sample.ts";
import { annexDocument } from "./annexes/annex.ts";
import { renderDocx } from "./docx/render-docx.ts";
import { createPdfRenderer } from "./pdf/render-pdf.ts";

afterEach(() => {
  vi.useRealTimers();
});

test("the same document gives the same bytes on another day, in another renderer", async () => {
  const document = annexDocument(forms, "annex_2", sample(12), stamped);
  const drawn = async (day: string) => {
    vi.useFakeTimers({ now: new Date(day), toFake: ["Date"] });
    return [createPdfRenderer()(document), await renderDocx(document)];
  };
  const [pdf, docx] = await drawn("2026-09-14T01:00:00Z");
  const [laterPdf, laterDocx] = await drawn("2027-01-31T18:30:00Z");
  expect(laterPdf?.equals(pdf ?? Buffer.of())).toBe(true);
  expect(laterDocx?.equals(docx ?? Buffer.of())).toBe(true);
});

test("the only date in a file is the day it was made for", async () => {
  const document = annexDocument(forms, "annex_3", null, stamped);
  expect(createPdfRenderer()(document).toString("latin1")).toContain("(D:20260914");
  expect(unzipDocx(await renderDocx(document))["docProps/core.xml"]).toMatch(/created[^>]*>2026-09-14T00:00:00Z</);
});
