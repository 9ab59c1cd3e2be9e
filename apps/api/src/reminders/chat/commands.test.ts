import { describe, expect, test } from "vitest";
import { readReminderCommand } from "./commands.ts";

describe("what is asked about reminders in a chat", () => {
  test.each([
    ["提醒我", "remind"],
    ["到时候提醒我一下。", "remind"],
    ["年底前提醒我", "remind"],
    ["/remind", "remind"],
    ["/reminders", "reminders"],
    ["我的提醒", "reminders"],
    ["暂停提醒", "mute"],
    ["/mute", "mute"],
    ["恢复提醒", "unmute"],
    ["解除提醒", "unlink"],
    ["别再提醒我了", "unlink"],
    ["/unlink", "unlink"],
  ])("%s is %s", (text, command) => expect(readReminderCommand({ text })).toBe(command));

  test.each(["60家", "提醒我们单位叫什么", "郑州提醒服务有限公司", "/start", "提前提醒服务60次", "remind"])(
    "%s is an answer, or another's command",
    (text) => expect(readReminderCommand({ text })).toBeNull(),
  );

  test("a tap is its action", () => {
    expect(readReminderCommand({ action: "remind" })).toBe("remind");
    expect(readReminderCommand({ action: "result" })).toBeNull();
    expect(readReminderCommand({ facts: {} })).toBeNull();
  });
});
