import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type QuantityOptions, readQuantity } from "./quantities.ts";

const money: QuantityOptions = { step: "0.01", units: ["元"] };
const profit: QuantityOptions = { ...money, negative: true };
const count: QuantityOptions = { step: "1", units: ["家"], noneIsZero: true };
const measure: QuantityOptions = { step: "0.0001", units: ["平方米"], noneIsZero: true };

/** "1500000 元" exact, "61…69 家" an interval, "≥60", "≤59", "~" approximate, "!code" refused. */
function read(text: string, options: QuantityOptions): string {
  const reading = readQuantity(text, options);
  if (!reading.ok) return `!${reading.code}${reading.unit === undefined ? "" : ` ${reading.unit}`}`;
  const { min, max, approximate, unit } = reading;
  const value = min === max ? min : min === null ? `≤${max}` : max === null ? `≥${min}` : `${min}…${max}`;
  return `${approximate ? "~" : ""}${value}${unit === null ? "" : ` ${unit}`}`;
}

describe("readQuantity: money", () => {
  it.each([
    // The sample cases.
    ["一百五十万", "1500000 元"],
    ["1.5百万", "1500000 元"],
    ["１５０ 万", "1500000 元"],
    ["大概一百多万", "~1000000…2000000 元"],
    ["150万元", "1500000 元"],
    ["一百多万", "1000000.01…1999999.99 元"],
    // Ways to write one amount.
    ["一点五百万", "1500000 元"],
    ["3千5百万", "35000000 元"],
    ["壹佰陆拾万元整", "1600000 元"],
    ["1,600,000元", "1600000 元"],
    ["1，600，000.50元", "1600000.5 元"],
    ["1 600 000 元", "1600000 元"],
    ["160万零5千", "1605000 元"],
    ["160万5", "1605000 元"],
    ["0.5亿", "50000000 元"],
    ["一个亿", "100000000 元"],
    ["1600千元", "1600000 元"],
    ["160w", "1600000 元"],
    ["160W元", "1600000 元"],
    ["1600k", "1600000 元"],
    ["¥1600000", "1600000 元"],
    ["￥1,600,000.00", "1600000 元"],
    ["RMB 160万", "1600000 元"],
    ["人民币160万元", "1600000 元"],
    ["160（万元）", "1600000 元"],
    ["资产总额（万元）：160", "1600000 元"],
    ["单位：万元，160.5", "1605000 元"],
    ["160块", "160 元"],
    ["三块五", "3.5 元"],
    ["160元5角3分", "160.53 元"],
    ["5角", "0.5 元"],
    ["0.29百万", "290000 元"],
    ["0元", "0 元"],
    // In a sentence.
    ["我们2025年末资产总额是160万元", "1600000 元"],
    ["2025年12月31日，160万", "1600000 元"],
    ["二〇二五年底一百六十万", "1600000 元"],
    ["25年底160万", "1600000 元"],
    ["总共一百六十万元", "1600000 元"],
    ["160万吧", "1600000 元"],
    ["无形资产不算，160万", "1600000 元"],
    ["见审计报告第3页，160万元", "1600000 元"],
    ["160万元，即1600000元", "1600000 元"],
    ["负债表上是1,623,456.78", "1623456.78"],
    ["不好意思，是160万", "1600000 元"],
    ["加工设备160万", "1600000 元"],
    // No unit: the caller asks whether 元 or 万元.
    ["160", "160"],
    ["1600000", "1600000"],
    ["一百六十", "160"],
    ["1,600", "1600"],
    // Bounds and ranges.
    ["不到150万", "≤1499999.99 元"],
    ["150万不到", "≤1499999.99 元"],
    ["150万以上", "≥1500000 元"],
    ["超过150万", "≥1500000.01 元"],
    ["不低于150万元", "≥1500000 元"],
    ["不超过150万", "≤1500000 元"],
    ["过千万", "≥10000000.01 元"],
    ["上百万", "≥1000000 元"],
    ["100~120万", "1000000…1200000 元"],
    ["100到120万", "1000000…1200000 元"],
    ["1到2百万", "1000000…2000000 元"],
    ["一百到两百万", "1000000…2000000 元"],
    ["8000到1万", "8000…10000 元"],
    ["100万到200万之间", "1000000…2000000 元"],
    ["100万和200万之间", "1000000…2000000 元"],
    ["从100万到150万", "1000000…1500000 元"],
    ["160万或者170万", "1600000…1700000 元"],
    ["150万以上，不到200万", "1500000…1999999.99 元"],
    ["十几万", "100000.01…199999.99 元"],
    ["几十万", "200000…999999.99 元"],
    ["150万出头", "1500000.01…1599999.99 元"],
    ["1个多亿", "100000000.01…199999999.99 元"],
    // Approximate: never decides.
    ["一百六十万左右", "~1440000…1760000 元"],
    ["约160万", "~1440000…1760000 元"],
    ["~160万", "~1440000…1760000 元"],
    ["160万上下", "~1440000…1760000 元"],
    ["160万，不太确定", "~1440000…1760000 元"],
    ["估计100到120万", "~1000000…1200000 元"],
    ["大概不到150万", "~≤1499999.99 元"],
    ["近200万", "~1800000…1999999.99 元"],
    ["将近200万", "~1800000…1999999.99 元"],
    ["快200万了", "~1800000…1999999.99 元"],
    ["200万差一点", "~1800000…1999999.99 元"],
    ["小一百万", "~900000…999999.99 元"],
    ["一百来万", "~900000…2000000 元"],
    // Refused.
    ["", "!empty"],
    ["160万吗？", "!question"],
    ["要多少", "!question"],
    ["不清楚", "!unknown"],
    ["还没统计", "!unknown"],
    ["没有", "!none"],
    ["很多", "!vague"],
    ["九成五", "!ratio"],
    ["60%", "!ratio"],
    ["160万美元", "!foreign_currency"],
    ["$160", "!foreign_currency"],
    ["60家", "!other_unit 家"],
    ["-3万", "!negative"],
    ["亏损3万", "!negative"],
    ["资产-160万", "!unreadable"],
    ["160.005元", "!too_fine"],
    ["99999999999999999999999999", "!too_large"],
    ["资产160万，收入120万", "!several_numbers"],
    ["93,3", "!several_numbers"],
    ["每月10万", "!period"],
    ["6月底160万", "!period"],
    ["上半年160万", "!period"],
    ["累计160万", "!period"],
    ["两年160万", "!period"],
    ["比去年增加60万", "!unreadable"],
    ["目标160万", "!unreadable"],
    ["不是160万", "!unreadable"],
    ["100万+60万", "!unreadable"],
    ["1e6", "!unreadable"],
    ["160.000.000", "!unreadable"],
    ["200万到100万", "!unreadable"],
    ["百万", "!unreadable"],
    ["审计报告", "!unreadable"],
    ["2025年", "!unreadable"],
  ])("%s → %s", (text, expected) => {
    expect(read(text, money)).toBe(expected);
  });

  it.each([
    ["-3万", "-30000 元"],
    ["－３万元", "-30000 元"],
    ["负三万", "-30000 元"],
    ["亏损3万", "-30000 元"],
    ["亏了3万", "-30000 元"],
    ["净利润为-3.5万元", "-35000 元"],
    ["亏损3万多", "-39999.99…-30000.01 元"],
    ["亏损超过3万", "≤-30000.01 元"],
    ["亏损不到3万", "-29999.99…-0.01 元"],
    ["亏损3万左右", "~-33000…-27000 元"],
    ["亏损", "≤-0.01"],
    ["盈利", "≥0.01"],
    ["盈利3万", "30000 元"],
    ["没有亏损", "≥0"],
    ["持平", "0"],
    ["不赚不赔", "0"],
    ["12万", "120000 元"],
    // A bookkeeper's minus, and a dash that may be one or may not.
    ["(30,000)", "!unreadable"],
    ["利润-12万", "!unreadable"],
    ["利润——12万", "!unreadable"],
  ])("of a profit: %s → %s", (text, expected) => {
    expect(read(text, profit)).toBe(expected);
  });
});

describe("readQuantity: counts and measures", () => {
  it.each([
    ["96", "96"],
    ["96家", "96 家"],
    ["九十六家", "96 家"],
    ["96 家企业", "96 家"],
    ["96户", "96 家"],
    ["96个", "96"],
    ["去年96家", "96 家"],
    ["2025年度共服务中小企业96家", "96 家"],
    ["服务过60家", "60 家"],
    ["陆续服务了60家", "60 家"],
    ["1.2万家", "12000 家"],
    ["1,200家", "1200 家"],
    ["俩", "2"],
    ["两三家", "2…3 家"],
    ["七八家", "7…8 家"],
    ["五六十家", "50…69 家"],
    ["三、四十家", "30…49 家"],
    ["三五家", "3…5 家"],
    ["50到60家", "50…60 家"],
    ["50-60", "50…60"],
    ["50—60家", "50…60 家"],
    ["50家至60家", "50…60 家"],
    ["介于50和60家之间", "50…60 家"],
    ["5到10万家", "50000…100000 家"],
    // At least, more than, at most, less than.
    ["60家以上", "≥60 家"],
    ["六十家及以上", "≥60 家"],
    ["至少60", "≥60"],
    ["至少60家以上", "≥60 家"],
    ["不少于60家", "≥60 家"],
    ["不下60家", "≥60 家"],
    ["60家起", "≥60 家"],
    ["≥60", "≥60"],
    [">=60家", "≥60 家"],
    ["60+", "≥60"],
    ["满60家", "≥60 家"],
    ["60家，至少", "≥60 家"],
    ["超过六十", "≥61"],
    ["超过60家以上", "≥60 家"],
    ["不止60家", "≥61 家"],
    ["60家不止", "≥61 家"],
    ["比60家多", "≥61 家"],
    ["＞60家", "≥61 家"],
    ["上百家", "≥100 家"],
    ["过百家", "≥101 家"],
    ["不到60", "≤59"],
    ["60家不到", "≤59 家"],
    ["不足六十家", "≤59 家"],
    ["60不满", "≤59"],
    ["没到60家", "≤59 家"],
    ["没有60家", "≤59 家"],
    ["60家都没有", "≤59 家"],
    ["还不到60家", "≤59 家"],
    ["少于60家", "≤59 家"],
    ["<60", "≤59"],
    ["不超过60家", "≤60 家"],
    ["60家以下", "≤60 家"],
    ["60家以内", "≤60 家"],
    ["最多60家", "≤60 家"],
    ["≤60家", "≤60 家"],
    ["60家以上100家以下", "60…100 家"],
    ["不少于60家，不超过80家", "60…80 家"],
    // More than, with an end.
    ["六十多家", "61…69 家"],
    ["60多", "61…69"],
    ["60余家", "61…69 家"],
    ["60家多", "61…69 家"],
    ["60家多一点", "61…69 家"],
    ["60家出头", "61…69 家"],
    ["63多家", "64…69 家"],
    ["一百多家", "101…199 家"],
    ["百余家", "101…199 家"],
    ["十几家", "11…19 家"],
    ["几十家", "20…99 家"],
    ["好几十家", "20…99 家"],
    ["几家", "2…9 家"],
    // Approximate.
    ["60左右", "~54…66"],
    ["大约60家", "~54…66 家"],
    ["差不多60家", "~54…66 家"],
    ["60家上下", "~54…66 家"],
    ["应该是60家", "~54…66 家"],
    ["5家左右", "~4…6 家"],
    ["六十来家", "~54…70 家"],
    ["大概六十多家", "~60…70 家"],
    ["近百家", "~90…99 家"],
    ["大概60家以上", "~≥60 家"],
    ["约百家", "~90…110 家"],
    // None.
    ["0", "0"],
    ["零", "0"],
    ["没有", "0"],
    ["无", "0"],
    ["暂无", "0"],
    ["还没有", "0"],
    ["一家也没有", "0 家"],
    ["一家都没有", "0 家"],
    ["没有一家", "0 家"],
    // Words that only look like comparisons, numbers or none.
    ["满意的有93家", "93 家"],
    ["不满意3家", "3 家"],
    ["一共60家", "60 家"],
    ["统一按60家算", "60 家"],
    ["签约60家", "60 家"],
    ["线上线下60家", "60 家"],
    ["无锡等地60家", "60 家"],
    ["达到60家", "60 家"],
    ["人数十二", "12"],
    ["没问题，60家", "60 家"],
    ["最近统计是60家", "60 家"],
    // Refused.
    ["没有统计过", "!unknown"],
    ["不知道", "!unknown"],
    ["没有，60家", "!unreadable"],
    ["60次", "!other_unit 次"],
    ["60家次", "!other_unit 家次"],
    ["60万元", "!other_unit 元"],
    ["60.5家", "!too_fine"],
    ["-3", "!negative"],
    ["有几家？", "!question"],
    ["有没有60家", "!question"],
    ["若干", "!vague"],
    ["不少", "!vague"],
    ["成百上千", "!vague"],
    ["60家还差3家", "!unreadable"],
    ["新增60家", "!unreadable"],
    ["60家翻了一倍", "!unreadable"],
    ["除了个体户60家", "!unreadable"],
    ["以上60家", "!unreadable"],
    ["至少60家以下", "!unreadable"],
    ["六五家", "!unreadable"],
    ["百度", "!unreadable"],
    ["ISO9001", "!unreadable"],
    ["60x", "!unreadable"],
    ["5家/月", "!period"],
    ["平均每年60家", "!period"],
    ["满意93，不满意3", "!several_numbers"],
    ["96家 其中个体户3家", "!several_numbers"],
    ["120 100", "!several_numbers"],
    ["1，1", "!several_numbers"],
    ["九成", "!ratio"],
    ["6折", "!ratio"],
    ["好的", "!unreadable"],
  ])("%s → %s", (text, expected) => {
    expect(read(text, count)).toBe(expected);
  });

  it.each([
    ["420平", "420 平方米"],
    ["420㎡", "420 平方米"],
    ["420m²", "420 平方米"],
    ["420.5平方米", "420.5 平方米"],
    ["四百二十平米", "420 平方米"],
    ["超过420平", "≥420.0001 平方米"],
    ["无", "0"],
    ["3亩", "!other_unit 亩"],
    ["420.00001平", "!too_fine"],
    ["10²平", "!unreadable"],
  ])("of an area: %s → %s", (text, expected) => {
    expect(read(text, measure)).toBe(expected);
  });

  it("takes any unit but money where the fact names none", () => {
    expect(read("60人次", { step: "1" })).toBe("60 人次");
    expect(read("60元", { step: "1" })).toBe("!other_unit 元");
  });

  it("leaves it to the caller whether 没有 is 0", () => {
    expect(read("没有", { step: "1" })).toBe("!none");
    expect(read("没有", { ...money, noneIsZero: true })).toBe("0");
  });
});

describe("readQuantity: always", () => {
  const comparisons = ["", "不到", "超过", "至少", "最多", "大概", "近"];
  const endings = ["", "以上", "以下", "左右", "不到", "多"];
  const piece = fc.constantFrom(
    ..."零一二三五十百千万亿点半几多余来不没有无近满上过-~+,.，、 0159家元%成两w年月第（）",
    "不到",
    "以上",
    "大概",
    "没有",
    "2025年",
    "亏损",
    "之间",
    "到",
    "万元",
  );

  it("gives ends in order, on the step, or a known refusal, whatever is typed", () => {
    const soup = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: "binary", maxLength: 40 })), (text) => {
        for (const options of [money, profit, count]) {
          const reading = readQuantity(text, options);
          if (!reading.ok) continue;
          const ends = [reading.min, reading.max].filter((end) => end !== null);
          expect(ends.length).toBeGreaterThan(0);
          for (const end of ends) {
            expect(end).toMatch(options.step === "1" ? /^-?(0|[1-9]\d*)$/ : /^-?(0|[1-9]\d*)(\.\d{0,1}[1-9])?$/);
            if (!options.negative) expect(end).not.toMatch(/^-/);
          }
          if (reading.min !== null && reading.max !== null) {
            expect(Number(reading.min)).toBeLessThanOrEqual(Number(reading.max));
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it("contains the number in the interval, except where the words exclude it", () => {
    const words = fc.tuple(
      fc.constantFrom(...comparisons),
      fc.integer({ min: 1, max: 99_999 }),
      fc.constantFrom(...endings),
    );
    fc.assert(
      fc.property(words, ([before, value, after]) => {
        const reading = readQuantity(`${before}${value}家${after}`, count);
        if (!reading.ok) return;
        const [min, max] = [Number(reading.min ?? 0), Number(reading.max ?? Number.POSITIVE_INFINITY)];
        const excluded = ["不到", "超过", "近"].includes(before) || ["不到", "多"].includes(after);
        if (!excluded) expect(min <= value && value <= max).toBe(true);
        const approximate = ["大概", "近"].includes(before) || after === "左右";
        expect(reading.approximate).toBe(approximate);
        if (before === "" && after === "") expect([min, max]).toEqual([value, value]);
      }),
    );
  });

  it("says the same whether the comparison comes before or after the number", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), (value) => {
        for (const word of ["不到", "不足", "不止", "大概", "差不多"]) {
          expect(readQuantity(`${word}${value}家`, count)).toEqual(readQuantity(`${value}家${word}`, count));
        }
      }),
    );
  });

  it.each([
    ["一", 2_000],
    ["1", 2_000],
    ["亿", 2_000],
    ["1,", 1_000],
    ["1,000", 400],
    ["一万", 1_000],
    ["不到", 1_000],
    ["60家", 600],
    ["60家不到", 400],
    ["2025年", 400],
    ["第一", 1_000],
    ["(万元", 600],
    ["1.", 1_000],
    ["几", 2_000],
    ["六五", 1_000],
    ["、一", 1_000],
    [" ", 2_000],
    ["没有", 1_000],
    ["12月31日", 280],
  ])("answers %j repeated %i times at once", (unit, times) => {
    for (const options of [money, profit, count]) {
      expect(readQuantity(unit.repeat(times), options)).toHaveProperty("ok");
    }
  });
});
