import { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createInflateRaw } from "node:zlib";
import type { Source } from "./source.ts";
import type { ZipEntry } from "./zip.ts";

const pieceBytes = 64 * 1_024;
/** Enough to tell what an entry is. */
const keptBytes = 1_024;

class TooMuch extends Error {}

/**
 * Unpacks an entry without keeping it, to learn its true size: what an archive says of itself may be a lie.
 *
 * @returns its first bytes; null when it is not what the archive says, or does not unpack
 */
export async function unpackHead(source: Source, entry: ZipEntry, start: number): Promise<Buffer | null> {
  const kept: Buffer[] = [];
  let keptLength = 0;
  let length = 0;
  const count = new Writable({
    write: (piece: Buffer, _, done) => {
      length += piece.length;
      if (length > entry.size) return done(new TooMuch());
      if (keptLength < keptBytes) {
        kept.push(piece);
        keptLength += piece.length;
      }
      done();
    },
  });
  try {
    const packed = Readable.from(pieces(source, start, entry.compressedSize));
    if (entry.method === 0) await pipeline(packed, count);
    else await pipeline(packed, createInflateRaw(), count);
  } catch (cause) {
    if (cause instanceof TooMuch || isBroken(cause)) return null;
    throw cause;
  }
  return length === entry.size ? Buffer.concat(kept) : null;
}

/** What zlib says of data that are none. */
function isBroken(cause: unknown): boolean {
  return cause instanceof Error && /^Z_/.test(String((cause as NodeJS.ErrnoException).code));
}

async function* pieces(source: Source, start: number, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < length; at += pieceBytes) yield source.read(start + at, Math.min(pieceBytes, length - at));
}
