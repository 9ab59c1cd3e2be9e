import type { FileMediaType } from "@shifan/contract";

/** What the first bytes of a file say: an accepted kind, a container that must be looked into, or the Chinese name of something else. */
export type Signature =
  | { kind: "image"; mediaType: FileMediaType }
  | { kind: "pdf" }
  | { kind: "zip" }
  | { kind: "compound" }
  | { kind: "other"; found: string };

/** How many bytes a signature needs. */
export const signatureBytes = 1_024;

const accepted: readonly (readonly [string, Signature])[] = [
  ["255044462d", { kind: "pdf" }],
  ["ffd8ff", { kind: "image", mediaType: "image/jpeg" }],
  ["89504e470d0a1a0a", { kind: "image", mediaType: "image/png" }],
  ["49492a00", { kind: "image", mediaType: "image/tiff" }],
  ["4d4d002a", { kind: "image", mediaType: "image/tiff" }],
  ["504b0304", { kind: "zip" }],
  ["d0cf11e0a1b11ae1", { kind: "compound" }],
];

/** Named only so that the refusal can say what was found. */
const named: readonly (readonly [string, string])[] = [
  ["4d5a", "Windows程序"],
  ["7f454c46", "Linux程序"],
  ["cafebabe", "程序"],
  ["cffaedfe", "程序"],
  ["2321", "脚本"],
  ["504b", "压缩包"],
  ["526172211a07", "压缩包"],
  ["377abcaf271c", "压缩包"],
  ["1f8b", "压缩包"],
  ["425a68", "压缩包"],
  ["fd377a585a00", "压缩包"],
  ["474946383761", "GIF图片"],
  ["474946383961", "GIF图片"],
  ["424d", "BMP图片"],
  ["7b5c727466", "RTF文档"],
  ["41433130", "CAD图纸"],
  ["494433", "音频"],
  ["1a45dfa3", "视频"],
];

/** Reads the kind of a file from its first bytes. */
export function readSignature(head: Buffer): Signature {
  const hex = head.subarray(0, 16).toString("hex");
  const known = accepted.find(([prefix]) => hex.startsWith(prefix));
  if (known !== undefined) return known[1];
  const byBox = readRiff(head) ?? readFileTypeBox(head);
  if (byBox !== null) return byBox;
  return { kind: "other", found: named.find(([prefix]) => hex.startsWith(prefix))?.[1] ?? describeText(head) };
}

function readRiff(head: Buffer): Signature | null {
  if (head.toString("latin1", 0, 4) !== "RIFF") return null;
  return head.toString("latin1", 8, 12) === "WEBP"
    ? { kind: "image", mediaType: "image/webp" }
    : { kind: "other", found: "音视频" };
}

const hevcBrands = ["heic", "heix", "heim", "heis", "hevc", "hevx"];

/** The first box of an ISO media file names what it is made for: HEIF images and films are told apart by it alone. */
function readFileTypeBox(head: Buffer): Signature | null {
  if (head.toString("latin1", 4, 8) !== "ftyp") return null;
  const end = Math.min(head.readUInt32BE(0), head.length);
  const brands: string[] = [];
  // Between the major brand and the compatible ones stands a version.
  for (let at = 8; at + 4 <= end; at += at === 8 ? 8 : 4) brands.push(head.toString("latin1", at, at + 4));
  if (brands.some((brand) => brand.startsWith("avi"))) return { kind: "other", found: "AVIF图片" };
  if (brands.some((brand) => hevcBrands.includes(brand))) return { kind: "image", mediaType: "image/heic" };
  if (brands.includes("mif1")) return { kind: "image", mediaType: "image/heif" };
  return { kind: "other", found: "视频" };
}

const markup = /<(!doctype\s+html|html|head|body|script|iframe|svg|\?php)\b/i;

/** Whether the beginning of a file holds what a browser could take for a page. */
export function holdsMarkup(head: Buffer): boolean {
  return markup.test(head.toString("latin1"));
}

function describeText(head: Buffer): string {
  const text = head.toString("latin1");
  if (/<svg\b/i.test(text)) return "SVG图片";
  if (holdsMarkup(head)) return "网页（HTML）";
  if (/^\s*<\?xml/.test(text)) return "XML文件";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what tells text from anything else
  return /[\u0000-\u0008\u000e-\u001f]/.test(text) ? "无法识别的内容" : "文本";
}
