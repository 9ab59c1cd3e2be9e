import { GrammyError, HttpError } from "grammy/web";
import { expect, test } from "vitest";
import { classifyFault, isAlreadyDone } from "./faults.ts";

function telegramError(code: number, description: string, retryAfter?: number): GrammyError {
  const parameters = retryAfter === undefined ? {} : { retry_after: retryAfter };
  return new GrammyError("x", { ok: false, error_code: code, description, parameters }, "sendMessage", {});
}

test.each([
  [403, "Forbidden: bot was blocked by the user", { kind: "unreachable" }],
  [403, "Forbidden: user is deactivated", { kind: "unreachable" }],
  [400, "Bad Request: chat not found", { kind: "unreachable" }],
  [400, "Bad Request: message to edit not found", { kind: "refused" }],
  [413, "Request Entity Too Large", { kind: "refused" }],
  [401, "Unauthorized", { kind: "tokenRefused" }],
  [404, "Not Found", { kind: "tokenRefused" }],
  [409, "Conflict: terminated by other getUpdates request", { kind: "passing", retryAfterSeconds: null }],
  [500, "Internal Server Error", { kind: "passing", retryAfterSeconds: null }],
])("%i %s", (code, description, fault) => {
  expect(classifyFault(telegramError(code, description))).toEqual(fault);
});

test("429 carries the wait that Telegram asks for", () => {
  expect(classifyFault(telegramError(429, "Too Many Requests", 35))).toEqual({
    kind: "passing",
    retryAfterSeconds: 35,
  });
});

test("a broken connection passes; an error of our own is not Telegram's", () => {
  expect(classifyFault(new HttpError("x", new Error("cut")))).toEqual({ kind: "passing", retryAfterSeconds: null });
  expect(classifyFault(new TypeError("ours"))).toBeNull();
});

test("an edit that changes nothing counts as made", () => {
  expect(isAlreadyDone(telegramError(400, "Bad Request: message is not modified: specified new message"))).toBe(true);
  expect(isAlreadyDone(telegramError(400, "Bad Request: message to edit not found"))).toBe(false);
});
