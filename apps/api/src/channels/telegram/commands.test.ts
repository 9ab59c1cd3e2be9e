import { expect, test } from "vitest";
import { actions, readTelegramCommand } from "./commands.ts";

const id = "0b8f7a52-3c1e-4f0e-9a53-6a7d0f0e2f11";

test.each([
  ["提醒我", { kind: "remind" }],
  ["好的，提醒我", { kind: "consent" }],
  ["ab3d ef7h", { kind: "link", code: "AB3DEF7H" }],
  ["我的事项", { kind: "case" }],
  ["绑定账号", { kind: "link", code: null }],
  ["暂停提醒3天", { kind: "mute", said: "3天" }],
  ["停一周", { kind: "mute", said: "一周" }],
  ["暂停提醒", { kind: "mute", said: "" }],
])("%s is a command", (text, command) => expect(readTelegramCommand({ text })).toEqual(command));

test.each([
  ["link AB3DEF7H", { kind: "link", code: "AB3DEF7H" }],
  ["link", { kind: "link", code: null }],
  ["start AB3DEF7H", { kind: "link", code: "AB3DEF7H" }],
  ["mute 直到9月1日", { kind: "mute", said: "直到9月1日" }],
  ["todo", { kind: "todo" }],
  ["case", { kind: "case" }],
  [actions.answer("snooze", id), { kind: "answer", act: "snooze", deliveryId: id }],
  [actions.answer("resume", id), { kind: "answer", act: "resume", deliveryId: id }],
  [actions.each(id), { kind: "each", messageId: id }],
  [actions.file, { kind: "file" }],
])("the action %s is one", (action, command) => {
  expect(readTelegramCommand({ action })).toEqual(command);
  expect(Buffer.byteLength(action)).toBeLessThanOrEqual(48);
});

test.each([{ text: "23456789" }, { text: "60家" }, { text: "停业" }, { action: "start" }, { action: "result" }])(
  "%j is the self-check's",
  (input) => expect(readTelegramCommand(input)).toBeNull(),
);
