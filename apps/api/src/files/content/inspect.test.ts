import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { compound, fileTypeBox, jpeg, office, pdf, png, zip } from "../../../testing/file-samples.ts";
import { inspectFile } from "./inspect.ts";

const folder = mkdtempSync(join(tmpdir(), "shifan-content-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function inspect(content: Buffer) {
  const path = join(folder, "content");
  writeFileSync(path, content);
  return (await inspectFile(path)).finding;
}

/** The offset of the n-th local or central header of an archive. */
function headerAt(archive: Buffer, signature: string, n: number): number {
  let at = -1;
  for (let found = 0; found <= n; found += 1) at = archive.indexOf(Buffer.from(signature, "hex"), at + 1);
  return at;
}

describe("an archive is refused", () => {
  const xml = (bytes: number) => Buffer.from("<row/>".repeat(bytes / 6));
  it.each([
    ["with a part that unpacks to 200 times its size", office("xlsx", { name: "xl/a.xml", content: xml(6_000_000) })],
    [
      "with a part that says it is smaller than it is",
      office("xlsx", { name: "xl/a.xml", content: xml(3_000_000), claimedSize: 10_000 }),
    ],
    [
      "with more parts than a document has",
      office("docx", ...Array.from({ length: 5_001 }, (_, n) => ({ name: `word/${n}.xml`, content: "x" }))),
    ],
    ["with an archive in it", office("docx", { name: "word/a.bin", content: zip([{ name: "a", content: "x" }]) })],
    ["with a program in it", office("docx", { name: "word/a.bin", content: Buffer.alloc(100, "MZ") })],
    ["with a page in it", office("docx", { name: "word/afchunk.html", content: "<html>" })],
    ["with a path that leads out", office("docx", { name: "../../evil.xml", content: "x" })],
    ["with a drive in a path", office("docx", { name: ["C:", "evil.xml"].join("\\"), content: "x" })],
    ["with the same name twice", office("docx", { name: "word/document.xml", content: "x" })],
    ["with macros under another name", office("xlsx", { name: "xl/VBAProject1.BIN", content: "x" })],
  ])("%s", async (_, content) => {
    const finding = await inspect(content);
    expect(finding.ok).toBe(false);
    expect(["file_unsafe", "file_damaged"]).toContain(finding.ok ? "" : finding.code);
  });

  it("whose parts share their bytes", async () => {
    const archive = office("docx", { name: "word/a.xml", content: "x".repeat(1_000) });
    // The third part is said to lie where the second does.
    const second = archive.readUInt32LE(headerAt(archive, "504b0102", 1) + 42);
    archive.writeUInt32LE(second, headerAt(archive, "504b0102", 2) + 42);
    expect(await inspect(archive)).toMatchObject({ ok: false, code: "file_unsafe" });
  });

  it("with a password", async () => {
    expect(await inspect(office("docx", { name: "word/a.xml", content: "x", flags: 1 }))).toEqual({
      ok: false,
      code: "file_encrypted",
    });
  });

  it("that is broken", async () => {
    const archive = office("docx");
    archive.fill(0xee, 80, 120);
    expect(await inspect(archive)).toMatchObject({ ok: false, code: "file_damaged" });
  });

  it("but not for the sheet behind a chart", async () => {
    const content = office("docx", { name: "word/embeddings/Microsoft_Excel_Sheet1.xlsx", content: office("xlsx") });
    expect(await inspect(content)).toMatchObject({ ok: true });
  });

  it("but not for thousands of like rows", async () => {
    const rows = Array.from({ length: 60_000 }, (_, n) => `<row r="${n}"><c r="A${n}"><v>${n * 7}</v></c></row>`);
    expect(await inspect(office("xlsx", { name: "xl/worksheets/sheet1.xml", content: rows.join("") }))).toMatchObject({
      ok: true,
    });
  });
});

describe("an old Office file is refused", () => {
  const word = (flags: number, bytes = 4_096) => {
    const content = Buffer.alloc(bytes);
    content.writeUInt16LE(flags, 10);
    return { name: "WordDocument", content };
  };
  const sheet = (record: number, bytes: number) => {
    const content = Buffer.alloc(bytes);
    content.writeUInt16LE(0x0809, 0);
    content.writeUInt16LE(16, 2);
    content.writeUInt16LE(record, 20);
    return { name: "Workbook", content };
  };
  it.each([
    ["a Word file with a password", compound(word(0x0100)), "file_encrypted"],
    ["a sheet with a password", compound(sheet(0x2f, 5_000)), "file_encrypted"],
    ["a small sheet with a password", compound({ name: "Other" }, sheet(0x2f, 600)), "file_encrypted"],
    [
      "slides with a password",
      compound({ name: "PowerPoint Document" }, { name: "EncryptedSummary" }),
      "file_encrypted",
    ],
    ["a Word file with macros", compound(word(0), { name: "_VBA_PROJECT" }), "file_unsafe"],
    ["a sheet with macros", compound(sheet(0, 600), { name: "_VBA_PROJECT_CUR" }), "file_unsafe"],
    ["a compound file of something else", compound({ name: "SummaryInformation" }), "file_type_not_accepted"],
    ["one that is cut off", compound(word(0)).subarray(0, 1_500), "file_damaged"],
  ])("%s", async (_, content, code) => {
    expect(await inspect(content)).toMatchObject({ ok: false, code });
  });

  it("whose directory runs in a circle", async () => {
    const content = compound(word(0));
    const directory = content.readUInt32LE(48);
    content.writeUInt32LE(directory, 512 + directory * 4);
    expect(await inspect(content)).toMatchObject({ ok: false, code: "file_damaged" });
  });

  it("but not without a password", async () => {
    expect(await inspect(compound(word(0)))).toMatchObject({ ok: true, mediaType: "application/msword" });
    expect(await inspect(compound(sheet(0x42, 600)))).toMatchObject({
      ok: true,
      mediaType: "application/vnd.ms-excel",
    });
  });
});

it("a mark of encryption is found wherever it lies, and only where it is one", async () => {
  const encrypted = (at: number) => {
    const content = pdf(400_000);
    content.write("/Encrypt 12 0 R ", at, "latin1");
    return content;
  };
  // Across the pieces in which a file is read.
  for (const at of [100, 262_140, 262_144]) {
    expect(await inspect(encrypted(at))).toMatchObject({ ok: false, code: "file_encrypted" });
  }
  const text = pdf(1_000);
  text.write("/EncryptMetadata false /Encrypted 1 0 R", 200, "latin1");
  expect(await inspect(text)).toMatchObject({ ok: true });
});

it("whatever the bytes, it comes to a finding", async () => {
  const samples = [
    pdf(300),
    png(),
    jpeg(),
    office("docx"),
    compound({ name: "Workbook" }),
    fileTypeBox("heic", "mif1"),
  ];
  const changed = fc
    .tuple(
      fc.constantFrom(...samples),
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 12 }),
      fc.nat(),
    )
    .map(([sample, changes, end]) => {
      const content = Buffer.from(sample);
      for (const [at, byte] of changes) content[at % content.length] = byte;
      return end % 3 === 0 ? content.subarray(0, 1 + (end % content.length)) : content;
    });
  await fc.assert(
    fc.asyncProperty(changed, async (content) => {
      expect(typeof (await inspect(content)).ok).toBe("boolean");
    }),
    { numRuns: 400, seed: 20260610 },
  );
});
