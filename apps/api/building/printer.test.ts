import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { annexDocument } from "../src/documents/annexes/annex.ts";
import { createPdfRenderer } from "../src/documents/pdf/render-pdf.ts";
import { forms, stamped } from "../testing/documents/forms.ts";
import { sample } from "../testing/documents/sample.ts";
import { bundlePrinter } from "./printer.ts";

// Far from the repository, as in an image: nothing can be found but what lies beside the bundle.
const folder = mkdtempSync(join(tmpdir(), "shifan-printer-"));

beforeAll(() => bundlePrinter(folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the bundle finds its typesetter and its typefaces, and prints the same bytes as the sources", async () => {
  const document = annexDocument(forms, "annex_2", sample(12), stamped);
  const printer = fork(join(folder, "printer-process.js"), {
    cwd: folder,
    serialization: "advanced",
    execArgv: [],
    env: {},
  });
  try {
    printer.send({ document: JSON.stringify(document), format: "pdf" });
    const [answer] = await once(printer, "message");
    expect(answer.problem).toBeUndefined();
    expect(createPdfRenderer()(document).equals(Buffer.from(answer.file))).toBe(true);
  } finally {
    printer.kill();
  }
});

test("the typefaces come with their licence", () => {
  expect(readdirSync(join(folder, "fonts")).filter((name) => name.startsWith("OFL"))).toEqual([
    "OFL-noto-sans-sc.txt",
    "OFL-noto-serif-sc.txt",
  ]);
});
