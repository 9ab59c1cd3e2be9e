import { type Client, Problem } from "@shifan/contract/client";
import { afterEach, describe, expect, test, vi } from "vitest";
import { attempt, setbackOf } from "./outcome.ts";

const problem = (status: number, code: ConstructorParameters<typeof Problem>[1]["code"], wait: number | null = null) =>
  new Problem(status, code === undefined ? {} : { code, title: "标题", detail: "请换个说法" }, wait);

describe("what a refusal means for the person in front of the page", () => {
  test("too many requests: wait as long as the server says, within reason", () => {
    expect(setbackOf(problem(429, "rate_limited", 7))).toEqual({ ok: false, kind: "wait", seconds: 7 });
    expect(setbackOf(problem(429, "rate_limited", 0))).toMatchObject({ seconds: 1 });
    expect(setbackOf(problem(429, "rate_limited", 86_400))).toMatchObject({ seconds: 600 });
    expect(setbackOf(problem(429, "rate_limited"))).toMatchObject({ kind: "wait", seconds: 20 });
  });

  test.each([401, 403, 404, 410])("%i: the session is gone", (status) => {
    expect(setbackOf(problem(status, "invalid_input"))).toEqual({ ok: false, kind: "gone" });
  });

  test.each([500, 502, 503, 504, 408])("%i: the same may be sent again", (status) => {
    expect(setbackOf(problem(status, "invalid_input")).kind).toBe("unreachable");
  });

  test("a page of somebody else's (a proxy, a hotel's login) says nothing about the session", () => {
    expect(setbackOf(problem(404, undefined)).kind).toBe("unreachable");
  });

  test("the rest was understood and declined: in the words for the field, never in those for programs", () => {
    const errors = [{ path: "/text", code: "too_long", message: "一次最多2000字" }];
    const named = new Problem(
      422,
      { code: "invalid_input", title: "", detail: "请按 errors 里的位置修改", errors },
      null,
    );
    expect(setbackOf(named)).toMatchObject({ kind: "refused", detail: "一次最多2000字", errors });
    expect(setbackOf(problem(409, "deadline_passed"))).toMatchObject({
      kind: "refused",
      code: "deadline_passed",
      said: "标题：请换个说法",
    });
    expect(setbackOf(problem(422, "invalid_input"))).toMatchObject({
      detail: expect.stringMatching(/^这一句系统没有收下/),
    });
  });
});

describe("an attempt never throws", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  test("no connection", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("failed")));
    expect(await attempt((client: Client) => client.listPolicies())).toEqual({ ok: false, kind: "unreachable" });
  });

  test("no answer within 25 seconds", async () => {
    vi.useFakeTimers();
    vi.stubGlobal(
      "fetch",
      (_url: string, { signal }: RequestInit) =>
        new Promise((_, reject) => signal?.addEventListener("abort", () => reject(new Error("aborted")))),
    );
    const outcome = attempt((client: Client) => client.listPolicies());
    await vi.advanceTimersByTimeAsync(25_000);
    expect(await outcome).toEqual({ ok: false, kind: "unreachable" });
  });

  test("an answer", async () => {
    vi.stubGlobal("fetch", async () => new Response("[]"));
    expect(await attempt((client: Client) => client.listPolicies())).toEqual({ ok: true, value: [] });
  });
});
