import type { FileMediaType } from "@shifan/contract";
import { damaged, encrypted, type Finding, notAccepted, unsafe } from "./finding.ts";
import type { Source } from "./source.ts";

/*
 * The compound file of Office 97–2003 ([MS-CFB]): a small file system of sectors, whose directory names what the document is made of.
 */

type Layout = { sectorBytes: number; allocation: number[]; firstDirectorySector: number };
type DirectoryEntry = { name: string; firstSector: number; size: number };

const endOfChain = 0xfffffffe;
const largestSector = 0xfffffffa;
const entryBytes = 128;
/** Some 16,000 entries and 60,000 sectors of allocation: more than any document of 50 MB has. */
const maximumChain = 4_096;
/** Smaller streams lie together in the stream of the root, in sectors of 64 bytes. */
const smallStreamBytes = 4_096;
const smallSectorBytes = 64;

const mainStreams: readonly (readonly [string, FileMediaType])[] = [
  ["WordDocument", "application/msword"],
  ["Workbook", "application/vnd.ms-excel"],
  ["Book", "application/vnd.ms-excel"],
  ["PowerPoint Document", "application/vnd.ms-powerpoint"],
];

/** Looks into a compound file: a Word, Excel or PowerPoint document without macros, or nothing that is accepted. */
export async function inspectCompound(source: Source): Promise<Finding> {
  const layout = await readLayout(source);
  const entries = layout === null ? null : await readDirectory(source, layout);
  if (layout === null || entries === null) return damaged();
  const find = (name: string) => entries.find((entry) => entry.name === name);
  // Newer documents with a password are wrapped in a compound file.
  if (find("EncryptedPackage") !== undefined || find("EncryptedSummary") !== undefined) return encrypted();
  const main = mainStreams.find(([name]) => find(name) !== undefined);
  if (main === undefined) return notAccepted("无法识别的旧版文件");
  const [name, mediaType] = main;
  if (entries.some((entry) => /^_?VBA(_PROJECT)?(_CUR)?$/i.test(entry.name))) {
    return unsafe("文件里有宏（自动运行的程序），没有接收。请另存为不含宏的 docx、xlsx 或 pptx 再上传。");
  }
  const offset = await locateStream(source, layout, entries, name);
  if (offset === null) return damaged();
  const start = await source.read(offset, Math.min(layout.sectorBytes, smallStreamBytes));
  return isEncrypted(mediaType, start) ? encrypted() : { ok: true, mediaType };
}

const sectorOffset = ({ sectorBytes }: Pick<Layout, "sectorBytes">, sector: number) => (sector + 1) * sectorBytes;

async function readLayout(source: Source): Promise<Layout | null> {
  const header = await source.read(0, 512);
  const shift = header.length === 512 ? header.readUInt16LE(30) : 0;
  if (shift !== 9 && shift !== 12) return null;
  const sectorBytes = 1 << shift;
  const allocation: number[] = [];
  for (let at = 76; at < 512; at += 4) allocation.push(header.readUInt32LE(at));
  // Where the first 109 do not suffice, the list of allocation sectors goes on in a chain of its own.
  let next = header.readUInt32LE(68);
  for (let walked = 0; next <= largestSector && walked < maximumChain; walked += 1) {
    const sector = await source.read(sectorOffset({ sectorBytes }, next), sectorBytes);
    if (sector.length < sectorBytes) return null;
    for (let at = 0; at < sectorBytes - 4; at += 4) allocation.push(sector.readUInt32LE(at));
    next = sector.readUInt32LE(sectorBytes - 4);
  }
  return { sectorBytes, allocation, firstDirectorySector: header.readUInt32LE(48) };
}

/** Every entry of the directory; null when its chain breaks off or runs in a circle. */
async function readDirectory(source: Source, layout: Layout): Promise<DirectoryEntry[] | null> {
  const { sectorBytes } = layout;
  const entries: DirectoryEntry[] = [];
  let sector = layout.firstDirectorySector;
  for (let walked = 0; sector !== endOfChain; walked += 1) {
    if (walked > maximumChain || sector > largestSector) return null;
    const bytes = await source.read(sectorOffset(layout, sector), sectorBytes);
    if (bytes.length < sectorBytes) return null;
    for (let at = 0; at < sectorBytes; at += entryBytes) {
      const nameBytes = bytes.readUInt16LE(at + 64);
      if (nameBytes < 2 || nameBytes > 64) continue;
      const name = bytes.toString("utf16le", at, at + nameBytes - 2);
      entries.push({ name, firstSector: bytes.readUInt32LE(at + 116), size: bytes.readUInt32LE(at + 120) });
    }
    const following = await nextSector(source, layout, sector);
    if (following === null) return null;
    sector = following;
  }
  return entries;
}

/** Where a stream begins. */
async function locateStream(source: Source, layout: Layout, entries: readonly DirectoryEntry[], name: string) {
  const stream = entries.find((entry) => entry.name === name);
  const root = entries[0];
  if (stream === undefined || root === undefined) return null;
  if (stream.size >= smallStreamBytes) return sectorOffset(layout, stream.firstSector);
  let sector: number | null = root.firstSector;
  let offset = stream.firstSector * smallSectorBytes;
  for (let walked = 0; offset >= layout.sectorBytes; walked += 1) {
    if (walked > maximumChain || sector > largestSector) return null;
    sector = await nextSector(source, layout, sector);
    if (sector === null) return null;
    offset -= layout.sectorBytes;
  }
  return sectorOffset(layout, sector) + offset;
}

async function nextSector(source: Source, layout: Layout, sector: number): Promise<number | null> {
  const perSector = layout.sectorBytes / 4;
  const holder = layout.allocation[Math.floor(sector / perSector)];
  if (holder === undefined || holder > largestSector) return null;
  const bytes = await source.read(sectorOffset(layout, holder) + (sector % perSector) * 4, 4);
  return bytes.length === 4 ? bytes.readUInt32LE(0) : null;
}

const filePassRecord = 0x2f;

/** Whether the document says at its beginning that it needs a password. */
function isEncrypted(mediaType: FileMediaType, start: Buffer): boolean {
  if (mediaType === "application/msword") return start.length > 12 && (start.readUInt16LE(10) & 0x0100) !== 0;
  if (mediaType !== "application/vnd.ms-excel") return false;
  for (let at = 0; at + 4 <= start.length; at += 4 + start.readUInt16LE(at + 2)) {
    if (start.readUInt16LE(at) === filePassRecord) return true;
  }
  return false;
}
