import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { annexDocument } from "../src/documents/annexes/annex.ts";
import type { PrintedDocument } from "../src/documents/description/description.ts";
import { createPdfRenderer } from "../src/documents/pdf/render-pdf.ts";
import { forms, stamped } from "../testing/documents/forms.ts";
import { readPdf } from "../testing/documents/read-pdf.ts";
import { sample } from "../testing/documents/sample.ts";
import { bundleBinder } from "./binder.ts";
import { bundlePrinter } from "./printer.ts";

// Far from the repository, as in an image: nothing can be found but what lies beside the bundle.
const folder = mkdtempSync(join(tmpdir(), "shifan-printer-"));

beforeAll(async () => {
  await bundlePrinter(folder);
  await bundleBinder(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The same with a character in it for which the rare typeface has to be found too. */
const withRareName = (document: PrintedDocument): PrintedDocument => ({
  ...document,
  sheets: document.sheets.map((sheet) => ({ ...sheet, part: "𠮷" })),
});

test("the bundle finds its typesetter and its typefaces, and prints the same bytes as the sources", async () => {
  const document = withRareName(annexDocument(forms, "annex_2", sample(12), stamped));
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

test("the bundle binds: index in front, what cannot be read left out", async () => {
  const front = join(folder, "front.pdf");
  const into = join(folder, "bound.pdf");
  writeFileSync(front, createPdfRenderer()(annexDocument(forms, "annex_3", null, stamped)));
  const unreadable = join(folder, "unreadable.pdf");
  writeFileSync(unreadable, "%PDF-1.7 and nothing else");
  const binder = fork(join(folder, "binder-process.js"), { cwd: folder, execArgv: [], env: {} });
  try {
    const part = (path: string) => ({ group: "M02", title: "", path, mediaType: "application/pdf" });
    binder.send({ step: "inspect", parts: [part(front), part(unreadable)] });
    expect((await once(binder, "message"))[0]).toEqual({ inspected: [1, null] });
    binder.send({ step: "bind", front, frontTitle: "目录", title: "卷宗", day: "2026-06-10", into });
    expect((await once(binder, "message"))[0]).toEqual({ bound: 2 });
    expect(await readPdf(readFileSync(into))).toHaveLength(2);
  } finally {
    binder.kill();
  }
});

test("the typefaces come with their licence", () => {
  expect(readdirSync(join(folder, "fonts")).filter((name) => name.startsWith("OFL"))).toEqual([
    "OFL-noto-sans-sc.txt",
    "OFL-noto-serif-sc.txt",
  ]);
});
