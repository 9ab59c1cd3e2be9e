/** The characters of Chinese numerals: 小写, 大写 (financial), and the contractions 两俩仨廿卅卌. */
const plainDigits = new Map([..."〇一二三四五六七八九"].map((character, value) => [character, value] as const));
const otherDigits = new Map([
  ["零", 0],
  ["两", 2],
  ["俩", 2],
  ["仨", 3],
]);
const financialDigits = new Map([..."零壹贰叁肆伍陆柒捌玖"].map((character, value) => [character, value] as const));
const tens = new Map([
  ["廿", 2],
  ["卅", 3],
  ["卌", 4],
]);
const units = new Map([
  ["十", 10n],
  ["拾", 10n],
  ["百", 100n],
  ["佰", 100n],
  ["千", 1_000n],
  ["仟", 1_000n],
]);
const scales = new Map([
  ["万", 10_000n],
  ["亿", 100_000_000n],
]);
/** 150w and 150k are common in chats; a letter after them makes them something else (kg, wifi). */
const letterScales = new Map([
  ["w", 10_000n],
  ["k", 1_000n],
]);
const financialNeighbours = /[壹贰叁肆伍柒捌玖拾佰仟零整圆元角分万亿]/u;

/** The digit at a place. 陆 and 伍 count only beside their like: 陆续 and 队伍 are words. */
export function digitAt(text: string, index: number): number | undefined {
  const character = text.charAt(index);
  const plain = plainDigits.get(character) ?? otherDigits.get(character);
  if (plain !== undefined) return plain;
  const financial = financialDigits.get(character);
  if (financial === undefined) return undefined;
  const beside = financialNeighbours.test(text.charAt(index + 1)) || financialNeighbours.test(text.charAt(index - 1));
  return beside ? financial : undefined;
}

/** 廿, 卅 and 卌 hold their ten. */
export function tensAt(text: string, index: number): number | undefined {
  return tens.get(text.charAt(index));
}

export function unitAt(text: string, index: number): bigint | undefined {
  return units.get(text.charAt(index));
}

export function scaleAt(text: string, index: number): bigint | undefined {
  const character = text.charAt(index);
  const letter = letterScales.get(character);
  if (letter === undefined) return scales.get(character);
  return /[a-z]/.test(text.charAt(index + 1)) ? undefined : letter;
}

export function isZero(character: string): boolean {
  return character === "零" || character === "〇";
}
