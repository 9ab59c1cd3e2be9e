import type { Source } from "./source.ts";

/** One entry as the central directory of a ZIP archive names it. Sizes and offsets in bytes. */
export type ZipEntry = {
  name: string;
  /** 0: stored as it is; 8: deflated. */
  method: number;
  isEncrypted: boolean;
  compressedSize: number;
  size: number;
  /** Where its local header begins. */
  offset: number;
};

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endLength = 22;
const maximumComment = 65_535;
/** More would not belong to an Office document. */
const maximumDirectoryBytes = 8_000_000;

type Directory = { offset: number; size: number; entries: number };

/** Where the central directory lies; null when the file does not end like an archive. */
export async function findDirectory(source: Source): Promise<Directory | null> {
  const start = Math.max(0, source.size - endLength - maximumComment);
  const tail = await source.read(start, endLength + maximumComment);
  for (let at = tail.length - endLength; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== endSignature || at + endLength + tail.readUInt16LE(at + 20) !== tail.length) continue;
    const directory = {
      entries: tail.readUInt16LE(at + 10),
      size: tail.readUInt32LE(at + 12),
      offset: tail.readUInt32LE(at + 16),
    };
    // The directory lies right before its end mark, or what reads the archive would look for it in another place than we do.
    if (directory.offset + directory.size === start + at) return directory;
  }
  return null;
}

/** The entries of an archive, in the order of its central directory; null when it contradicts itself. */
export async function readEntries(source: Source): Promise<ZipEntry[] | null> {
  const directory = await findDirectory(source);
  if (directory === null || directory.size > maximumDirectoryBytes) return null;
  const bytes = await source.read(directory.offset, directory.size);
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at + 46 <= bytes.length && bytes.readUInt32LE(at) === entrySignature) {
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString("utf8", at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      compressedSize: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return at === bytes.length && entries.length === directory.entries ? entries : null;
}

/** Where the content of an entry begins; null when there is no such entry at its place, or another name. */
export async function locateContent(source: Source, entry: ZipEntry): Promise<number | null> {
  const header = await source.read(entry.offset, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== localSignature) return null;
  const nameLength = header.readUInt16LE(26);
  const name = (await source.read(entry.offset + 30, nameLength)).toString("utf8");
  const start = entry.offset + 30 + nameLength + header.readUInt16LE(28);
  return name === entry.name && start + entry.compressedSize <= source.size ? start : null;
}
