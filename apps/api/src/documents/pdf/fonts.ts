import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";

/** The typefaces of printed papers: 宋体 for text, its bold for titles, 黑体 for headings. SIL Open Font License 1.1. */
export const fontFiles = [
  { of: "@expo-google-fonts/noto-serif-sc", folder: "400Regular", file: "NotoSerifSC_400Regular.ttf" },
  { of: "@expo-google-fonts/noto-serif-sc", folder: "700Bold", file: "NotoSerifSC_700Bold.ttf" },
  { of: "@expo-google-fonts/noto-sans-sc", folder: "500Medium", file: "NotoSansSC_500Medium.ttf" },
] as const;

/** Where the typefaces lie: beside the bundle, else in their packages. */
export function fontPaths(): string[] {
  const beside = fileURLToPath(new URL("./fonts", import.meta.url));
  if (existsSync(beside)) return fontFiles.map(({ file }) => join(beside, file));
  const { resolve } = createRequire(import.meta.url);
  return fontFiles.map(({ of, folder, file }) => join(dirname(resolve(`${of}/package.json`)), folder, file));
}

/** The typeface of rare characters, CJK Extensions B to F, and its licence; kept packed: it is the largest and seldom needed. */
export const rareFontFiles = ["HanaMinB.ttf.br", "HanaMinB.txt"] as const;

/** Where the files of the rare typeface lie: beside the bundle, else with the sources. */
export function rareFontPaths(): string[] {
  const beside = fileURLToPath(new URL("./fonts", import.meta.url));
  const folder = existsSync(beside) ? beside : fileURLToPath(new URL("../../../fonts", import.meta.url));
  return rareFontFiles.map((file) => join(folder, file));
}

/** The typeface of rare characters, unpacked. */
export function readRareFont(): Buffer {
  return brotliDecompressSync(readFileSync(rareFontPaths()[0] ?? ""));
}

/** Whether the rare typeface is there for a character: CJK Extensions B to F all of which it has. */
export function isRare(codePoint: number): boolean {
  return isWithin(rareRanges, codePoint);
}

const rareRanges: readonly Range[] = [
  [0x20000, 0x2a6d6],
  [0x2a700, 0x2b734],
  [0x2b740, 0x2b81d],
  [0x2b820, 0x2cea1],
  [0x2ceb0, 0x2ebe0],
];

/** The characters that every one of the typefaces has. */
export function readCoverage(fonts: readonly Buffer[]): (codePoint: number) => boolean {
  const covered = fonts.map(rangesOf);
  return (codePoint) => covered.every((ranges) => isWithin(ranges, codePoint));
}

type Range = readonly [first: number, last: number];

/** The ranges of the character map (OpenType `cmap`, format 12), ascending. */
function rangesOf(font: Buffer): Range[] {
  const tables = font.readUInt16BE(4);
  const records = Array.from({ length: tables }, (_, at) => 12 + 16 * at);
  const record = records.find((at) => font.toString("latin1", at, at + 4) === "cmap");
  if (record === undefined) throw new Error("A font without a character map");
  const map = font.readUInt32BE(record + 8);
  const offsets = Array.from(
    { length: font.readUInt16BE(map + 2) },
    (_, at) => map + font.readUInt32BE(map + 8 + 8 * at),
  );
  const full = offsets.find((at) => font.readUInt16BE(at) === 12);
  if (full === undefined) throw new Error("A font whose character map does not reach beyond the first plane");
  return Array.from({ length: font.readUInt32BE(full + 12) }, (_, at) => {
    const group = full + 16 + 12 * at;
    return [font.readUInt32BE(group), font.readUInt32BE(group + 4)] as const;
  });
}

function isWithin(ranges: readonly Range[], codePoint: number): boolean {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last] = ranges[middle] ?? [0, 0];
    if (codePoint < first) high = middle - 1;
    else if (codePoint > last) low = middle + 1;
    else return true;
  }
  return false;
}
