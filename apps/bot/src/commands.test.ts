import { expect, test } from "vitest";
import { commandAction, commands, parseCommand } from "./commands.ts";

test("the menu has the seven commands, each with a Chinese description of Telegram's length", () => {
  expect(commands.map((entry) => entry.command)).toEqual([
    "start",
    "continue",
    "back",
    "answers",
    "result",
    "materials",
    "help",
  ]);
  for (const { description } of commands) expect(description).toMatch(/^[\p{Script=Han}]{3,256}$/u);
});

test.each([
  ["/start", "start", null],
  ["/start from-a-link", "start", null],
  ["/Result@Shifan_Bot", "result", "shifan_bot"],
  ["／back", "back", null],
  ["/help，谢谢", "help", null],
])("%j is a command", (text, name, addressee) => {
  expect(parseCommand(text)).toEqual({ name, addressee });
});

test.each(["150万", "1/2", "/ 150", "/一百万", "", "看 /start"])("%j is an answer, not a command", (text) => {
  expect(parseCommand(text)).toBeNull();
});

test("a command we do not have gets help", () => {
  expect(commandAction("frobnicate")).toBe("help");
  expect(commandAction("todo")).toBe("todo");
});
