import { formatDate, parseDate } from "@shifan/rules";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DateOptions, type DateReading, readDate } from "./dates.ts";

const today = "2026-06-10";

/** A day, "first…last", "" for no end, "~" approximate, "(去年=2025)" resolved by today, "!code" refused. */
function read(text: string, options: Partial<DateOptions> = {}): string {
  const reading = readDate(text, { today, ...options });
  return reading.ok ? show(reading) : `!${reading.code}`;
}

function show({ min, max, approximate, relative }: DateReading): string {
  const span = min === max ? min : `${min ?? ""}…${max ?? ""}`;
  return `${approximate ? "~" : ""}${span}${relative ? ` (${relative.word}=${relative.year})` : ""}`;
}

describe("readDate", () => {
  it.each([
    // One day, written in many ways.
    ["2021年3月5日", "2021-03-05"],
    ["2021年03月05号", "2021-03-05"],
    ["２０２１年３月５日", "2021-03-05"],
    ["2021 年 3 月 5 日", "2021-03-05"],
    ["2021年3月5", "2021-03-05"],
    ["2021-03-05", "2021-03-05"],
    ["2021-3-5", "2021-03-05"],
    ["2021.3.5", "2021-03-05"],
    ["2021/3/5", "2021-03-05"],
    ["2021 3 5", "2021-03-05"],
    ["20210305", "2021-03-05"],
    ["2021-03-05 10:30", "2021-03-05"],
    ["二〇二一年三月五日", "2021-03-05"],
    ["二零二一年三月五号", "2021-03-05"],
    ["二○二一年十二月三十一日", "2021-12-31"],
    ["二一年三月廿五日", "2021-03-25"],
    ["2021年元月1日", "2021-01-01"],
    ["2024年2月29日", "2024-02-29"],
    ["成立于2021年3月5日", "2021-03-05"],
    ["我们是2021年3月5日注册的，一直在郑州", "2021-03-05"],
    ["自2021年3月5日起运营", "2021-03-05"],
    ["2021年3月5日（2021-03-05）", "2021-03-05"],
    ["到2026年12月31日为止", "2026-12-31"],
    // A month, a part of one, a year, a part of one.
    ["2021年3月", "2021-03-01…2021-03-31"],
    ["2021年3月份", "2021-03-01…2021-03-31"],
    ["2021.3", "2021-03-01…2021-03-31"],
    ["2021-03", "2021-03-01…2021-03-31"],
    ["202103", "2021-03-01…2021-03-31"],
    ["2024年2月", "2024-02-01…2024-02-29"],
    ["21年3月", "2021-03-01…2021-03-31"],
    ["98年5月", "1998-05-01…1998-05-31"],
    ["85年5月", "1985-05-01…1985-05-31"],
    ["30年5月", "2030-05-01…2030-05-31"],
    ["2021年3月初", "2021-03-01…2021-03-10"],
    ["2021年3月中旬", "2021-03-11…2021-03-20"],
    ["2021年2月底", "2021-02-21…2021-02-28"],
    ["2021年", "2021-01-01…2021-12-31"],
    ["2021", "2021-01-01…2021-12-31"],
    ["二〇二一", "2021-01-01…2021-12-31"],
    ["2021年初", "2021-01-01…2021-03-31"],
    ["2021年底", "2021-12-01…2021-12-31"],
    ["2021年上半年", "2021-01-01…2021-06-30"],
    ["2021年第三季度", "2021-07-01…2021-09-30"],
    ["2026年底到期", "2026-12-01…2026-12-31"],
    // What today gives a meaning.
    ["去年3月", "2025-03-01…2025-03-31 (去年=2025)"],
    ["去年3月5日", "2025-03-05 (去年=2025)"],
    ["前年", "2024-01-01…2024-12-31 (前年=2024)"],
    ["大前年6月", "2023-06-01…2023-06-30 (大前年=2023)"],
    ["今年6月", "2026-06-01…2026-06-30 (今年=2026)"],
    ["明年1月", "2027-01-01…2027-01-31 (明年=2027)"],
    ["上年末", "2025-12-01…2025-12-31 (上年=2025)"],
    ["上一年度", "2025-01-01…2025-12-31 (上一年=2025)"],
    ["去年底", "2025-12-01…2025-12-31 (去年=2025)"],
    ["去年年底", "2025-12-01…2025-12-31 (去年=2025)"],
    ["上个月", "2026-05-01…2026-05-31 (上个月=2026)"],
    ["上上个月", "2026-04-01…2026-04-30 (上上个月=2026)"],
    ["本月", "2026-06-01…2026-06-30 (本月=2026)"],
    ["这个月15号", "2026-06-15 (这个月15号=2026)"],
    ["下个月初", "2026-07-01…2026-07-10 (下个月初=2026)"],
    ["今天", "2026-06-10 (今天=2026)"],
    ["昨天查的", "2026-06-09 (昨天=2026)"],
    ["大后天", "2026-06-13 (大后天=2026)"],
    ["10天前", "2026-05-31 (10天前=2026)"],
    ["三年前", "2023-01-01…2023-12-31 (三年前=2023)"],
    ["两个月前", "2026-04-01…2026-04-30 (两个月前=2026)"],
    ["上周五", "2026-06-05 (上周五=2026)"],
    ["下周", "2026-06-15…2026-06-21 (下周=2026)"],
    // Bounds and spans.
    ["2021年3月以前", "…2021-03-31"],
    ["2021年3月5日之前", "…2021-03-05"],
    ["不晚于2021年3月5日", "…2021-03-05"],
    ["2020年以后", "2020-01-01…"],
    ["2021年3月到5月之间", "2021-03-01…2021-05-31"],
    ["2021年3月左右", "~2021-03-01…2021-03-31"],
    ["大概2021年3月", "~2021-03-01…2021-03-31"],
    ["2021年3月前后", "~2021-03-01…2021-03-31"],
    ["2021年3月5日，不太确定", "~2021-03-05"],
    // Refused.
    ["2025年2月30日", "!no_such_day"],
    ["2023.02.29", "!no_such_day"],
    ["2021年13月", "!no_such_day"],
    ["20211301", "!no_such_day"],
    ["2021年6月31日", "!no_such_day"],
    ["1930年", "!out_of_range"],
    ["2021年三五月", "!unreadable"],
    ["3月5日", "!year_missing"],
    ["15号", "!year_missing"],
    ["年底", "!year_missing"],
    ["21.3.5", "!ambiguous"],
    ["03/05/2021", "!ambiguous"],
    ["农历三月初五", "!lunar"],
    ["民国110年", "!unreadable"],
    ["2024年1月1日至2026年12月31日", "!several_dates"],
    ["2024年1月1日至12月31日", "!several_dates"],
    ["2021-03-05T10:00Z", "!unreadable"],
    ["2021年96家", "!unreadable"],
    ["2010家", "!unreadable"],
    ["不是2021年", "!unreadable"],
    ["2021年3月吗？", "!question"],
    ["没有", "!none"],
    ["从未被取消", "!none"],
    ["长期有效", "!open_ended"],
    ["不清楚", "!unknown"],
    ["下辈子", "!unreadable"],
    ["5", "!unreadable"],
    ["", "!empty"],
  ])("%s → %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ["9月20日", "2026-09-20 (9月20日=2026)"],
    ["九月二十号", "2026-09-20 (九月二十号=2026)"],
    ["15号", "2026-06-15 (15号=2026)"],
    ["9月底", "2026-09-21…2026-09-30 (9月底=2026)"],
    ["年底", "2026-12-01…2026-12-31 (年底=2026)"],
    ["2月29日", "!no_such_day"],
  ])("of the present year where that may be assumed: %s → %s", (text, expected) => {
    expect(read(text, { assumePresentYear: true })).toBe(expected);
  });

  it("hands over each of several dates, so that the last can be taken for 到哪天", () => {
    const reading = readDate("2024年1月1日至12月31日", { today });
    expect(!reading.ok && reading.dates?.map(show)).toEqual(["2024-01-01", "2024-12-31"]);
  });

  it("takes the year of today: across New Year 上个月 is of the year before", () => {
    expect(read("上个月", { today: "2026-01-05" })).toBe("2025-12-01…2025-12-31 (上个月=2025)");
    expect(read("昨天", { today: "2026-01-01" })).toBe("2025-12-31 (昨天=2025)");
    expect(read("两个月前", { today: "2026-01-05" })).toBe("2025-11-01…2025-11-30 (两个月前=2025)");
    expect(read("周一", { today: "2026-01-05" })).toBe("!unreadable");
    expect(read("本周一", { today: "2026-06-14" })).toBe("2026-06-08 (本周一=2026)");
  });

  it("refuses to go on with a today that is no day", () => {
    expect(() => readDate("昨天", { today: "2026-02-30" })).toThrow(RangeError);
  });

  it("reads every day back from every way of writing it", () => {
    const [first = 0, last = 0] = [parseDate("1949-01-01"), parseDate("2099-12-31")];
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), (day) => {
        const date = formatDate(day);
        const [year = "", month = "", ofMonth = ""] = date.split("-");
        const [m, d] = [Number(month), Number(ofMonth)];
        const chinese = [...year].map((digit) => "〇一二三四五六七八九"[Number(digit)]).join("");
        for (const text of [
          date,
          date.replaceAll("-", "."),
          date.replaceAll("-", ""),
          `${year}/${m}/${d}`,
          `${year}年${m}月${d}日`,
          `${chinese}年${spell(m)}月${spell(d)}号`,
        ]) {
          expect([text, read(text)]).toEqual([text, date]);
        }
      }),
    );
  });

  it("answers any text, with real days in order", () => {
    const pieces = [
      "2021",
      "年",
      "3月",
      "5日",
      "去年",
      "上个月",
      "-",
      ".",
      "底",
      "以前",
      "至",
      "二",
      "十",
      "0",
      "没有",
      "号",
      " ",
    ];
    const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 10 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: "binary" })), (text) => {
        const reading = readDate(text, { today });
        if (!reading.ok) return;
        const ends = [reading.min, reading.max].filter((end) => end !== null);
        expect(ends.length).toBeGreaterThan(0);
        for (const end of ends) expect(parseDate(end)).toBeDefined();
        expect(ends.toSorted()).toEqual(ends);
      }),
      { numRuns: 500 },
    );
  });

  it.each(["2021年3月5日", "1月", "年", "去年", "一", "2021.", "上上", "1-1-", "第一季度"])(
    "answers %s written a hundred times over",
    (text) => {
      expect(readDate(text.repeat(100), { today })).toHaveProperty("ok");
    },
  );
});

function spell(value: number): string {
  const digits = "〇一二三四五六七八九";
  const [ten, rest] = [Math.floor(value / 10), value % 10];
  const head = ten === 0 ? "" : `${ten === 1 ? "" : digits.charAt(ten)}十`;
  return `${head}${rest === 0 ? "" : digits.charAt(rest)}`;
}
