import { Problem } from "@shifan/contract/client";
import { HttpError } from "grammy/web";
import { expect, test } from "vitest";
import { receivedSchema } from "../intake/received.ts";
import { backoffSeconds, maximumAttempts, settle } from "./settle.ts";

const cut = new HttpError("x", new Error("cut"));

test("waits double from two seconds to five minutes", () => {
  expect([1, 2, 3, 8, 9, 30].map(backoffSeconds)).toEqual([2, 4, 8, 256, 300, 300]);
});

test("a passing fault gives the update back; after the last attempt it ends", () => {
  expect(settle(cut, 1)).toEqual({ kind: "release", retryAfterSeconds: 2 });
  expect(settle(cut, maximumAttempts - 1)).toEqual({ kind: "release", retryAfterSeconds: 300 });
  expect(settle(cut, maximumAttempts)).toEqual({ kind: "done", because: "given_up" });
});

test("the API's own wait is kept", () => {
  expect(settle(new Problem(429, { code: "rate_limited" }, 17), 1)).toEqual({ kind: "release", retryAfterSeconds: 17 });
  expect(settle(new Problem(503, { code: "unavailable" }, null), 2)).toEqual({ kind: "release", retryAfterSeconds: 4 });
});

test("whoever lost the lease stops", () => {
  expect(settle(new Problem(409, { code: "lease_lost" }, null), 1)).toEqual({ kind: "lost" });
});

test("a fault of our own is tried again like any other", () => {
  expect(settle(new TypeError("ours"), 1)).toEqual({ kind: "release", retryAfterSeconds: 2 });
});

test("a stored update that cannot be read is not tried for ever", () => {
  const { error } = receivedSchema.safeParse({ kind: "of another version" });
  expect(settle(error, 1)).toEqual({ kind: "done", because: "unreadable" });
});
