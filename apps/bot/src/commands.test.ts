import { expect, test } from "vitest";
import { commandAction, commands, parseCommand } from "./commands.ts";

test("the menu has the commands of the self-check and of the reminders, each with a Chinese description of Telegram's length", () => {
  expect(commands.map((entry) => entry.command)).toEqual([
    "start",
    "continue",
    "back",
    "answers",
    "result",
    "materials",
    "todo",
    "case",
    "reminders",
    "link",
    "help",
  ]);
  for (const { description } of commands) expect(description).toMatch(/^[\p{Script=Han}]{3,256}$/u);
});

test.each([
  ["/start", "start", null, ""],
  ["/start AB3DEF7H", "start", null, "AB3DEF7H"],
  ["/Result@Shifan_Bot", "result", "shifan_bot", ""],
  ["／back", "back", null, ""],
  ["/mute 直到9月1日", "mute", null, "直到9月1日"],
  ["/help，谢谢", "help", null, "，谢谢"],
])("%j is a command", (text, name, addressee, argument) => {
  expect(parseCommand(text)).toEqual({ name, addressee, argument });
});

test.each(["150万", "1/2", "/ 150", "/一百万", "", "看 /start"])("%j is an answer, not a command", (text) => {
  expect(parseCommand(text)).toBeNull();
});

test("a command we do not have gets help", () => {
  expect(commandAction({ name: "frobnicate", argument: "" })).toBe("help");
  expect(commandAction({ name: "todo", argument: "" })).toBe("todo");
});

test.each([
  ["link", "AB3DEF7H", "link AB3DEF7H"],
  ["mute", "3天", "mute 3天"],
  ["back", "两题", "back"],
  ["mute", "很".repeat(50), "mute"],
])("/%s with %j is the action %j", (name, argument, action) => {
  expect(commandAction({ name, argument })).toBe(action);
});
