import { describe, expect, it } from "vitest";
import { composeReminder, namesInMessage, spellDaysLeft } from "./compose.ts";
import type { ReminderRule } from "./occasions.ts";

const rule: ReminderRule = {
  subject: "application_deadline",
  title: "申报截止",
  occasions: [{ when: "on_the_day" }],
  on_day_off: "as_it_falls",
  is_hard: true,
  worth_telling_days: 1,
  messages: [
    { audience: "applicant", heading: "{due}截止", lines: ["{left}。", "还缺：{missing}。"], steps: ["open"] },
  ],
  article: "第九条",
  mark: "设置",
  ground: "",
};

describe("the words of a reminder", () => {
  it("are those for its reader, filled in", () => {
    expect(composeReminder(rule, "applicant", { due: "9月25日", left: "还有3天", missing: "营业执照" })).toEqual({
      heading: "9月25日截止",
      lines: ["还有3天。", "还缺：营业执照。"],
      steps: ["open"],
    });
    expect(composeReminder(rule, "city", { due: "9月25日" })).toBeNull();
  });

  it("leave out the line of which there is nothing to say, and the heading falls back to the title", () => {
    const told = composeReminder(rule, "applicant", { due: null, left: "还有3天", missing: null });
    expect([told?.heading, told?.lines]).toEqual(["申报截止", ["还有3天。"]]);
  });

  it("are an error where a value was forgotten: what is not known is null", () => {
    expect(() => composeReminder(rule, "applicant", { due: "9月25日", left: "还有3天" })).toThrow(/missing/);
  });

  it("name what they ask for, each once", () => {
    const [message] = rule.messages;
    expect(message && namesInMessage(message)).toEqual(["due", "left", "missing"]);
  });
});

describe("how many days are left", () => {
  const calendar = { years: new Set([2026]), off: new Set(["2026-10-01", "2026-10-02"]), working: new Set<string>() };
  const left = (today: string, due: string) => spellDaysLeft(today, due, calendar);

  it("counts from tomorrow to the day, with the days of work where they are fewer and known", () => {
    expect(left("2026-09-28", "2026-09-30")).toBe("还有2天");
    expect(left("2026-09-28", "2026-10-05")).toBe("还有7天（3个工作日）");
    expect(left("2026-12-28", "2027-01-05")).toBe("还有8天");
  });

  it("says today for the day itself, and how long it is past", () => {
    expect([left("2026-09-30", "2026-09-30"), left("2026-10-02", "2026-09-30")]).toEqual(["就是今天", "已过2天"]);
  });

  it("is an error for what is no day", () => {
    expect(() => left("2026-02-30", "2026-09-30")).toThrow(RangeError);
  });
});
