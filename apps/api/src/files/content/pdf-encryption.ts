import type { PdfEncryption } from "./pdf-password.ts";
import type { Source } from "./source.ts";

/*
 * Reads the encryption dictionary of a PDF. It is never encrypted or compressed itself, and neither is the dictionary that points at it.
 */

const dictionaryBytes = 8_192;
const pieceBytes = 1_024 * 1_024;

/** The dictionary to which `/Encrypt` at an offset leads; null when it is not there, or of another kind than passwords. */
export async function readEncryption(source: Source, mark: number): Promise<PdfEncryption | null> {
  const start = Math.max(0, mark - dictionaryBytes);
  const around = (await source.read(start, 2 * dictionaryBytes)).toString("latin1");
  const pointing = around.slice(mark - start);
  const [, number, generation] = /^\/Encrypt\s*(\d+)\s+(\d+)\s+R/.exec(pointing) ?? [];
  const at = number === undefined ? mark : await findObject(source, `${number} ${generation} obj`);
  if (at === null) return null;
  const dictionary = (await source.read(at, dictionaryBytes)).toString("latin1");
  const integer = (name: string) => {
    const [, digits] = new RegExp(`/${name}\\s+(-?\\d+)`).exec(dictionary) ?? [];
    return digits === undefined ? null : Number(digits);
  };
  const owner = readString(dictionary, /\/O\s*(?=[<(])/);
  const user = readString(dictionary, /\/U\s*(?=[<(])/);
  const fileId = readString(around, /\/ID\s*\[\s*(?=[<(])/);
  const [revision, permissions] = [integer("R"), integer("P")];
  if (!/\/Filter\s*\/Standard\b/.test(dictionary) || owner === null || user === null) return null;
  if (revision === null || permissions === null) return null;
  return {
    revision,
    keyBytes: keyBytesOf(integer("V"), integer("Length")),
    owner,
    user,
    permissions: permissions | 0,
    encryptsMetadata: !/\/EncryptMetadata\s+false\b/.test(dictionary),
    fileId: fileId ?? Buffer.alloc(0),
  };
}

/** Crypt filters of version 4 have 128 bits, and some writers give their length in bytes. */
function keyBytesOf(version: number | null, length: number | null): number {
  if (version === 4) return 16;
  return length === null || length < 40 || length > 128 ? 5 : length / 8;
}

/** Where an object begins that stands in the file as it is; the last of its name is the one that holds. */
async function findObject(source: Source, name: string): Promise<number | null> {
  const wanted = Buffer.from(name);
  for (let end = source.size; end > 0; end -= pieceBytes) {
    const start = Math.max(0, end - pieceBytes);
    // A little beyond, so that a name across two pieces is found.
    const piece = await source.read(start, end - start + wanted.length);
    for (let at = piece.lastIndexOf(wanted); at !== -1; at = at === 0 ? -1 : piece.lastIndexOf(wanted, at - 1)) {
      // Not the end of a longer number.
      const before = at === 0 ? await source.read(Math.max(0, start - 1), 1) : piece.subarray(at - 1, at);
      if (!/\d/.test(before.toString("latin1")) || start + at === 0) return start + at;
    }
  }
  return null;
}

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** The string that follows a mark: in hexadecimal, or literal with its escapes. */
function readString(text: string, mark: RegExp): Buffer | null {
  const found = mark.exec(text);
  if (found === null) return null;
  const rest = text.slice(found.index + found[0].length);
  if (rest.startsWith("<")) {
    return Buffer.from(rest.slice(1, Math.max(1, rest.indexOf(">"))).replaceAll(/[^0-9a-f]/gi, ""), "hex");
  }
  let depth = 0;
  let value = "";
  for (const [token] of rest.matchAll(/\\(?:[0-7]{1,3}|\r\n|.)|./gs)) {
    if (token === ")" && depth === 1) return Buffer.from(value, "latin1");
    if (token === "(" && depth++ === 0) continue;
    if (token === ")") depth -= 1;
    value += token.startsWith("\\") ? readEscape(token.slice(1)) : token;
  }
  return null;
}

function readEscape(escaped: string): string {
  if (/^[0-7]/.test(escaped)) return String.fromCharCode(Number.parseInt(escaped, 8) & 0xff);
  // A line that goes on.
  if (/^[\r\n]/.test(escaped)) return "";
  return escapes[escaped] ?? escaped;
}
