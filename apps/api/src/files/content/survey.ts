import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

/** What one reading of a whole file tells. */
export type Survey = {
  /** In hexadecimal. */
  sha256: string;
  /** Whether an archive of a kind that is opened from anywhere in a file lies in it. */
  holdsArchive: boolean;
  /** Where a PDF may say that it is encrypted, in bytes from its beginning. */
  encryptionMarks: number[];
};

const archiveSignatures = ["526172211a07", "377abcaf271c"].map((hex) => Buffer.from(hex, "hex"));
const encryptionMark = Buffer.from("/Encrypt");
/** As long as the longest thing looked for, less one: it may lie across two chunks. */
const overlap = encryptionMark.length - 1;
const maximumMarks = 1_000;

/** Reads a file once, piece by piece. */
export async function surveyFile(path: string): Promise<Survey> {
  const hash = createHash("sha256");
  const encryptionMarks: number[] = [];
  let holdsArchive = false;
  let tail = Buffer.alloc(0);
  let offset = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1_024 }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    const piece = Buffer.concat([tail, chunk]);
    const start = offset - tail.length;
    holdsArchive ||= archiveSignatures.some((signature) => piece.includes(signature));
    for (const at of occurrences(piece, encryptionMark)) {
      if (encryptionMarks.length < maximumMarks && at + encryptionMark.length > tail.length) {
        encryptionMarks.push(start + at);
      }
    }
    offset += chunk.length;
    tail = piece.subarray(-overlap);
  }
  return { sha256: hash.digest("hex"), holdsArchive, encryptionMarks };
}

function* occurrences(bytes: Buffer, wanted: Buffer): Generator<number> {
  for (let at = bytes.indexOf(wanted); at !== -1; at = bytes.indexOf(wanted, at + wanted.length)) yield at;
}
