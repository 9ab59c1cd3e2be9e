import type { FileMediaType } from "@shifan/contract";
import { damaged, encrypted, type Finding, notAccepted, unsafe } from "./finding.ts";
import { unpackHead } from "./inflate.ts";
import { readSignature } from "./signatures.ts";
import type { Source } from "./source.ts";
import { locateContent, readEntries, type ZipEntry } from "./zip.ts";

/** What an Office document may unpack to: ten times what the largest annex with 5,000 rows in each list takes. */
const maximumEntries = 5_000;
const maximumUnpackedBytes = 500_000_000;
/** How many times its packed size an entry or the whole may take. Sheets of thousands of like rows reach some 50. */
const maximumRatio = 200;
/** Below this the ratio says nothing. */
const smallBytes = 1_000_000;

/** The part that makes an archive a document. */
const mainParts: readonly (readonly [string, FileMediaType])[] = [
  ["word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ["xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  ["ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation"],
  ["OFD.xml", "application/ofd"],
];

const macroPart = /(^|\/)vbaProject[^/]*\.bin$/i;
const programPart = /\.(exe|dll|com|scr|msi|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|jar|lnk|html?|svgz?)$/i;
/** Charts carry the sheet that they were drawn from. */
const embeddedDocument = /(^|\/)embeddings\/[^/]+\.(docx|xlsx|pptx)$/i;
const bombText = "文件解开后大得不正常，像是压缩炸弹，没有接收。请用办公软件另存一份再上传。";

/** Looks into a ZIP archive: an Office or OFD document without macros, programs and bombs, or nothing that is accepted. */
export async function inspectArchive(source: Source): Promise<Finding> {
  const entries = await readEntries(source);
  if (entries === null) return damaged();
  if (entries.length > maximumEntries) return unsafe(bombText);
  const names = new Set(entries.map(({ name }) => name));
  const isOffice = names.has("[Content_Types].xml") || names.has("OFD.xml");
  const mediaType = isOffice ? mainParts.find(([part]) => names.has(part))?.[1] : undefined;
  if (mediaType === undefined) return notAccepted("压缩包");
  return (await findHarm(source, entries, names)) ?? { ok: true, mediaType };
}

async function findHarm(source: Source, entries: ZipEntry[], names: ReadonlySet<string>): Promise<Finding | null> {
  if (entries.some(({ isEncrypted }) => isEncrypted)) return encrypted();
  if (names.size !== entries.length || entries.some(({ name }) => leavesArchive(name))) {
    return unsafe("文件的内部结构不正常，没有接收。请用办公软件另存一份再上传。");
  }
  if (entries.some(({ name }) => macroPart.test(name))) {
    return unsafe("文件里有宏（自动运行的程序），没有接收。请另存为不含宏的 docx、xlsx 或 pptx 再上传。");
  }
  const program = entries.find(({ name }) => programPart.test(name));
  if (program !== undefined) return unsafe(`文件里夹带了“${program.name.slice(0, 100)}”，没有接收。请去掉后再上传。`);
  if (isBomb(entries)) return unsafe(bombText);
  return unpackAll(source, entries);
}

function leavesArchive(name: string): boolean {
  return name.startsWith("/") || name.includes("\\") || name.includes(":") || name.split("/").includes("..");
}

function isBomb(entries: readonly ZipEntry[]): boolean {
  const sum = (of: (entry: ZipEntry) => number) => entries.reduce((total, entry) => total + of(entry), 0);
  const unpacked = sum(({ size }) => size);
  const isSwollen = (size: number, packed: number) => size > smallBytes && size > packed * maximumRatio;
  return (
    unpacked > maximumUnpackedBytes ||
    isSwollen(
      unpacked,
      sum(({ compressedSize }) => compressedSize),
    ) ||
    entries.some(({ size, compressedSize }) => isSwollen(size, compressedSize)) ||
    entries.some(({ method }) => method !== 0 && method !== 8)
  );
}

/** Unpacks every entry once: entries that share bytes, sizes that lie and archives within are found by nothing less. */
async function unpackAll(source: Source, entries: readonly ZipEntry[]): Promise<Finding | null> {
  const inOrder = entries.toSorted((left, right) => left.offset - right.offset);
  if (inOrder[0]?.offset !== 0) return damaged();
  let free = 0;
  for (const entry of inOrder) {
    if (entry.offset < free) return unsafe(bombText);
    const start = await locateContent(source, entry);
    if (start === null) return damaged();
    free = start + entry.compressedSize;
    if (entry.name.endsWith("/")) continue;
    const head = await unpackHead(source, entry, start);
    if (head === null) return damaged();
    const harm = judgePart(entry.name, head);
    if (harm !== null) return harm;
  }
  return null;
}

const carriers = ["压缩包", "Windows程序", "Linux程序", "程序"];

function judgePart(name: string, head: Buffer): Finding | null {
  const signature = readSignature(head);
  const isArchive = signature.kind === "zip" && !embeddedDocument.test(name);
  // Parts of two letters would be taken for a program by their first bytes.
  const isCarrier = signature.kind === "other" && head.length > 64 && carriers.includes(signature.found);
  if (!isArchive && !isCarrier) return null;
  const found = signature.kind === "other" ? signature.found : "压缩包";
  return unsafe(`文件里夹带了${found}（${name.slice(0, 100)}），没有接收。请去掉后再上传。`);
}
