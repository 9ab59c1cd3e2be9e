import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatFixed, one } from "./fixed.ts";
import { normalise } from "./normalise.ts";
import { readWholeNumber, scanNumeral } from "./numerals.ts";

/** "150" exact, "(60,70)" and "[50,70)" with the usual meaning of the brackets, "~" for 来. */
function read(text: string): string {
  const normal = normalise(text);
  const scan = scanNumeral(normal, 0);
  if (!scan) return "none";
  if (!scan.numeral) return scan.code ?? "";
  const rest = normal.slice(scan.end);
  const { low, high, lowOpen, highOpen, around } = scan.numeral;
  const value =
    low === high
      ? formatFixed(low)
      : `${lowOpen ? "(" : "["}${formatFixed(low)},${formatFixed(high)}${highOpen ? ")" : "]"}`;
  return `${around ? "~" : ""}${value}${rest === "" ? "" : ` +${rest}`}`;
}

describe("scanNumeral", () => {
  it.each([
    // Sections, and the tail that leaves its unit out.
    ["一百五十万", "1500000"],
    ["一百五", "150"],
    ["一百零五", "105"],
    ["二百五", "250"],
    ["三万五", "35000"],
    ["三万零五", "30005"],
    ["三万零五百", "30500"],
    ["三万五千", "35000"],
    ["一万零三百五", "10350"],
    ["一亿五", "150000000"],
    ["一千零五十", "1050"],
    ["一千零五", "1005"],
    ["一百十五", "115"],
    ["十", "10"],
    ["十五", "15"],
    ["二十", "20"],
    ["一百零五万", "1050000"],
    ["一亿零三百万", "103000000"],
    ["一万亿", "1000000000000"],
    ["一万二千亿", "1200000000000"],
    ["九千九百九十九万九千九百九十九", "99999999"],
    // Other digits.
    ["两百", "200"],
    ["俩", "2"],
    ["仨", "3"],
    ["廿", "20"],
    ["廿一", "21"],
    ["卅五", "35"],
    ["卌", "40"],
    ["壹佰伍拾万", "1500000"],
    ["壹仟贰佰叁拾肆", "1234"],
    ["陆拾柒", "67"],
    ["零", "0"],
    ["〇", "0"],
    ["二〇二一", "2021"],
    ["二○二一", "2021"],
    ["一五零", "150"],
    ["一五零万", "1500000"],
    ["一二三", "123"],
    // Arabic digits, separators, mixtures.
    ["150万", "1500000"],
    ["１５０ 万", "1500000"],
    ["1,600,000", "1600000"],
    ["1，600，000.50", "1600000.5"],
    ["1 600 000", "1600000"],
    ["1'600'000", "1600000"],
    ["120 100", "120 + 100"],
    ["93,3", "93 +,3"],
    ["1,6000", "1 +,6000"],
    ["1,600,", "1600 +,"],
    ["1.5百万", "1500000"],
    ["3千5百万", "35000000"],
    ["3万5", "35000"],
    ["3万5000", "35000"],
    ["3万500", "30500"],
    ["160万5", "1605000"],
    ["160万零5千", "1605000"],
    ["160万零5", "1600005"],
    ["1百50万", "1500000"],
    ["0.5亿", "50000000"],
    [".5", "0.5"],
    ["007", "7"],
    ["60.", "60 +."],
    ["150w", "1500000"],
    ["3w5", "35000"],
    ["150k", "150000"],
    ["150wh", "150 +wh"],
    ["60km", "60 +km"],
    // Decimals in words, halves, 个.
    ["一点五百万", "1500000"],
    ["一点五六", "1.56"],
    ["零点五亿", "50000000"],
    ["一百六十点五万", "1605000"],
    ["1点5亿", "150000000"],
    ["两万半", "25000"],
    ["半个亿", "50000000"],
    ["半亿", "50000000"],
    ["两个亿", "200000000"],
    // More than one value.
    ["六十多", "(60,70)"],
    ["60多", "(60,70)"],
    ["60余", "(60,70)"],
    ["一百多万", "(1000000,2000000)"],
    ["一百五十多万", "(1500000,1600000)"],
    ["150多万", "(1500000,1600000)"],
    ["1.5万多", "(15000,16000)"],
    ["三万多", "(30000,40000)"],
    ["两个多亿", "(200000000,300000000)"],
    ["十多", "(10,20)"],
    ["一百零几", "(100,110)"],
    ["六十来", "~[54,70)"],
    ["十几", "(10,20)"],
    ["十几万", "(100000,200000)"],
    ["二十几", "(20,30)"],
    ["60几", "(60,70)"],
    ["几十", "[20,100)"],
    ["几百万", "[2000000,10000000)"],
    ["数十", "[20,100)"],
    ["几", "[2,10)"],
    ["一百几十万", "(1000000,2000000)"],
    ["三万几千", "(30000,40000)"],
    ["五六十", "[50,70)"],
    ["五、六十", "[50,70)"],
    ["七八", "[7,9)"],
    ["十七八", "[17,19)"],
    ["一百七八十", "[170,190)"],
    ["两三百万", "[2000000,4000000)"],
    ["三五百", "[300,600)"],
    // What looks like a numeral and is none, or none that can be read.
    ["陆续", "none"],
    ["队伍", "none"],
    ["数据", "none"],
    ["半年", "none"],
    ["家", "none"],
    ["六五", "unreadable"],
    ["一百五万", "unreadable"],
    ["一百一百", "unreadable"],
    ["一百二千", "unreadable"],
    ["一万一万", "unreadable"],
    ["亿亿", "unreadable"],
    ["1.5亿3千万", "unreadable"],
    ["三万零", "unreadable"],
    ["一百零万", "unreadable"],
    ["5六十", "unreadable"],
    ["六5", "unreadable"],
    ["2021.3.5", "unreadable"],
    ["1.600.000", "unreadable"],
    ["几十几", "unreadable"],
    ["三千十百", "unreadable"],
    ["99999999999999999999999999", "too_large"],
    ["9999999999999999999999亿", "too_large"],
  ])("%s → %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it("marks a numeral without a digit, which may be part of a name", () => {
    for (const text of ["百", "千万", "万", "百万"]) expect(scanNumeral(text, 0)?.numeral?.bare).toBe(true);
    for (const text of ["十", "一百", "3千万"]) expect(scanNumeral(text, 0)?.numeral?.bare).toBe(false);
  });

  const digits = "零一二三四五六七八九";
  const written = fc.bigInt({ min: 0n, max: 9_999_999_999_999_999n });

  it("reads back every whole number spelled in Chinese", () => {
    const small = fc.nat(99_999).map(BigInt);
    fc.assert(
      fc.property(fc.oneof(written, small), (value) => {
        expect(read(spell(value))).toBe(String(value));
      }),
    );
  });

  it("reads back every whole number in 大写", () => {
    const financial: Record<string, string> = Object.fromEntries(
      [..."零一二三四五六七八九十百千"].map((plain, index) => [plain, [..."零壹贰叁肆伍陆柒捌玖拾佰仟"][index] ?? ""]),
    );
    fc.assert(
      fc.property(written, (value) => {
        const text = [...spell(value)].map((character) => financial[character] ?? character).join("");
        // One financial digit alone may be a word (陆, 伍); amounts end with 元整.
        expect(read(`${text}元整`)).toBe(`${value} +元整`);
      }),
    );
  });

  it("reads back every number in Arabic digits, grouped or not, in 万 and in 亿", () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), fc.nat(99), (whole, fraction) => {
        const decimals = `.${String(fraction).padStart(2, "0")}`;
        const value = formatFixed(BigInt(whole) * one + (BigInt(fraction) * one) / 100n);
        expect(read(`${whole}${decimals}`)).toBe(value);
        expect(read(`${whole.toLocaleString("en-US")}${decimals}`)).toBe(value);
        expect(read(`${whole}万`)).toBe(`${BigInt(whole) * 10_000n}`);
        expect(read(`${whole}${decimals}亿`)).toBe(formatFixed(BigInt(whole * 100 + fraction) * 1_000_000n * one));
      }),
    );
  });

  it("leaves out the last unit as people do: 三万五 is 三万五千", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (first, second) => {
        const [a, b] = [digits.charAt(first), digits.charAt(second)];
        expect(read(`${a}百${b}`)).toBe(String(first * 100 + second * 10));
        expect(read(`${a}百零${b}`)).toBe(String(first * 100 + second));
        expect(read(`${a}千${b}`)).toBe(String(first * 1_000 + second * 100));
        expect(read(`${a}万${b}`)).toBe(String(first * 10_000 + second * 1_000));
      }),
    );
  });

  it("never throws and always moves on, whatever the text", () => {
    const soup = fc.array(fc.constantFrom(..."零一二两五十百千万亿点半几数多余来个廿壹拾陆wk0159,. '、家"), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(soup, (characters) => {
        const text = characters.join("");
        const scan = scanNumeral(text, 0);
        if (!scan) return;
        expect(scan.end).toBeGreaterThan(0);
        if (scan.numeral) expect(scan.numeral.low).toBeLessThanOrEqual(scan.numeral.high);
      }),
      { numRuns: 500 },
    );
  });
});

describe("readWholeNumber", () => {
  it.each([
    ["12", 12],
    [" 十二 ", 12],
    ["②", 2],
    ["1.5", null],
    ["十多", null],
    ["百", null],
    ["12个", null],
    ["", null],
    ["99999999999999999", null],
  ])("%s → %s", (text, value) => {
    expect(readWholeNumber(text)).toBe(value);
  });
});

/** Spells a whole number below 10^16 the way a teacher would. */
function spell(value: bigint): string {
  if (value === 0n) return "零";
  const words = "零一二三四五六七八九";
  const section = (part: number): string => {
    let text = "";
    let gap = false;
    for (const [unit, name] of [
      [1_000, "千"],
      [100, "百"],
      [10, "十"],
      [1, ""],
    ] as const) {
      const digit = Math.floor(part / unit) % 10;
      if (digit === 0) gap = text !== "";
      else {
        text += `${gap ? "零" : ""}${words.charAt(digit)}${name}`;
        gap = false;
      }
    }
    return text;
  };
  const below = (part: bigint): string => {
    const high = Number(part / 10_000n);
    const low = Number(part % 10_000n);
    const head = high > 0 ? `${section(high)}万` : "";
    if (low === 0) return head;
    return `${head}${head !== "" && low < 1_000 ? "零" : ""}${section(low)}`;
  };
  const high = value / 100_000_000n;
  const low = value % 100_000_000n;
  const head = high > 0n ? `${below(high)}亿` : "";
  if (low === 0n) return head;
  return `${head}${head !== "" && low < 10_000_000n ? "零" : ""}${below(low)}`;
}
