import { describe, expect, it } from "vitest";
import { readNotice } from "./read-notice.ts";

const notice2026 = `各省、自治区、直辖市人民政府：
经国务院批准，现将2026年元旦、春节等放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。`;

describe("a pasted notice", () => {
  it("is read day for day", () => {
    const { days, doubts } = readNotice(notice2026, 2026);
    expect(doubts).toEqual([]);
    const of = (kind: string) => days.filter((each) => each.kind === kind).map(({ day }) => day.slice(5));
    expect(of("working")).toEqual(["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"]);
    expect(of("off")).toHaveLength(33);
    expect(days.find(({ day }) => day === "2026-02-23")).toEqual({ day: "2026-02-23", kind: "off", name: "春节" });
  });

  it("of another year is doubted by its weekdays", () => {
    const { doubts } = readNotice(notice2026, 2027);
    expect(doubts[0]).toBe("元旦：2027年1月1日不是星期四");
  });

  it.each([
    // Over the end of a month, a single day, and two in one month.
    ["一、国庆节：9月29日至10月2日放假。", ["09-29", "09-30", "10-01", "10-02"]],
    ["一、元旦：1月1日放假，不调休。", ["01-01"]],
    ["一、春节：2月14日、28日上班。", ["02-14", "02-28"]],
    ["没有一段说放假。", []],
  ])("reads %s", (text, days) => expect(readNotice(text, 2026).days.map(({ day }) => day.slice(5))).toEqual(days));

  it("keeps a day of the year before as it is: the server says that it is of another year", () => {
    const { days } = readNotice("一、元旦：2025年12月31日至2026年1月1日放假。", 2026);
    expect(days.map(({ day }) => day)).toEqual(["2025-12-31", "2026-01-01"]);
  });
});
