import { Readable } from "node:stream";
import { createInflateRaw } from "node:zlib";
import { inspectCompound } from "../files/content/compound.ts";
import type { Finding } from "../files/content/finding.ts";
import { inspectArchive } from "../files/content/office.ts";
import { readSignature, signatureBytes } from "../files/content/signatures.ts";
import { type Source, sourceOf } from "../files/content/source.ts";
import { locateContent, readEntries, type ZipEntry } from "../files/content/zip.ts";
import { type NumberFormat, numberFormats } from "./number-formats.ts";
import { readSheet, type Sheet } from "./sheet.ts";
import { attributeOf, readXml, type XmlHandlers } from "./xml.ts";

/** What the parts of a workbook may unpack to, all together; 5,000 rows of 20 full columns take a tenth of it. */
const maximumUnpackedBytes = 100_000_000;
const maximumSheets = 20;

export type Workbook = {
  readonly startsIn1904: boolean;
  /** The sheets that people see, in their order. Each is read when it is asked for. */
  readonly sheets: readonly { readonly name: string; read(maximumRows: number): Promise<Sheet> }[];
};

export type WorkbookFault = Exclude<Finding, { ok: true }>;

const otherKind = (found: string): WorkbookFault => ({ ok: false, code: "file_type_not_accepted", found });
const swollen: WorkbookFault = {
  ok: false,
  code: "file_unsafe",
  detail: "表格解开后大得不正常，没有接收。请只保留要导入的名单，另存一份再上传。",
};

/** Opens an XLSX workbook, after looking through all of it for what does harm. @throws XmlFault, SheetTooLarge on reading */
export async function openWorkbook(bytes: Buffer): Promise<{ ok: true; workbook: Workbook } | WorkbookFault> {
  const source = sourceOf(bytes);
  const signature = readSignature(await source.read(0, signatureBytes));
  if (signature.kind === "compound") {
    const compound = await inspectCompound(source);
    return compound.ok ? otherKind("旧版表格") : compound;
  }
  if (signature.kind !== "zip") return otherKind("别的文件");
  const finding = await inspectArchive(source);
  if (!finding.ok) return finding;
  if (!finding.mediaType.endsWith("spreadsheetml.sheet")) return otherKind("别的文件");
  const entries = new Map((await readEntries(source))?.map((entry) => [entry.name, entry]));
  const unpacked = [...entries.values()].reduce((sum, { size }) => sum + size, 0);
  if (unpacked > maximumUnpackedBytes) return swollen;
  return { ok: true, workbook: await readWorkbook(source, entries) };
}

type Entries = ReadonlyMap<string, ZipEntry>;

async function readWorkbook(source: Source, entries: Entries): Promise<Workbook> {
  const read = (name: string, handlers: XmlHandlers) => readPart(source, entries.get(name), handlers);
  const targets = new Map<string, string>();
  await read("xl/_rels/workbook.xml.rels", {
    open: (name, attributes) => {
      if (name !== "Relationship") return;
      targets.set(attributes.Id ?? "", resolve(attributes.Target ?? ""));
    },
  });
  const sheets: { name: string; part: string }[] = [];
  let startsIn1904 = false;
  await read("xl/workbook.xml", {
    open: (name, attributes) => {
      if (name === "workbookPr") startsIn1904 = /^(1|true)$/.test(attributes.date1904 ?? "");
      if (name !== "sheet" || /hidden/i.test(attributes.state ?? "") || sheets.length >= maximumSheets) return;
      sheets.push({ name: attributes.name ?? "", part: targets.get(attributeOf(attributes, "id") ?? "") ?? "" });
    },
  });
  const texts = await readTexts(read);
  const formats = await readFormats(read);
  return {
    startsIn1904,
    sheets: sheets.map(({ name, part }) => ({
      name,
      read: (maximumRows) => readSheet(unpack(source, entries.get(part)), { texts, formats, maximumRows }),
    })),
  };
}

/** The target of a relationship of the workbook as a name in the archive. */
function resolve(target: string): string {
  return target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^\.\//, "")}`;
}

type ReadPart = (name: string, handlers: XmlHandlers) => Promise<void>;

async function readTexts(read: ReadPart): Promise<string[]> {
  const texts: string[] = [];
  let text = "";
  let collects = false;
  let phonetic = 0;
  await read("xl/sharedStrings.xml", {
    open: (name) => {
      if (name === "si") text = "";
      else if (name === "rPh") phonetic += 1;
      else if (name === "t") collects = phonetic === 0;
    },
    text: (piece) => {
      if (collects) text += piece;
    },
    close: (name) => {
      if (name === "si") texts.push(text);
      else if (name === "rPh") phonetic -= 1;
      else if (name === "t") collects = false;
    },
  });
  return texts;
}

async function readFormats(read: ReadPart): Promise<NumberFormat[]> {
  const codes = new Map<number, string>();
  const styles: number[] = [];
  let isCellStyle = false;
  await read("xl/styles.xml", {
    open: (name, attributes) => {
      if (name === "numFmt") codes.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      else if (name === "cellXfs") isCellStyle = true;
      else if (name === "xf" && isCellStyle) styles.push(Number(attributes.numFmtId ?? 0));
    },
    close: (name) => {
      if (name === "cellXfs") isCellStyle = false;
    },
  });
  return numberFormats(codes, styles);
}

async function readPart(source: Source, entry: ZipEntry | undefined, handlers: XmlHandlers): Promise<void> {
  if (entry !== undefined) await readXml(unpack(source, entry), handlers);
}

/** The content of an entry, piece by piece; nothing where there is none. Its size has been found true before. */
async function* unpack(source: Source, entry: ZipEntry | undefined): AsyncGenerator<Uint8Array> {
  const start = entry === undefined ? null : await locateContent(source, entry);
  if (entry === undefined || start === null) return;
  const packed = await source.read(start, entry.compressedSize);
  if (entry.method === 0) yield packed;
  else yield* Readable.from([packed]).pipe(createInflateRaw()) as AsyncIterable<Buffer>;
}
