import { type ProblemCode, type ProblemDocument, problemCodes } from "@shifan/contract";
import { openEmbeddedTestDatabase } from "@shifan/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Call, call, createTestApp, policyId, serviceToken, type TestApp } from "../../testing/app.ts";
import { beginTestChat } from "../../testing/chat.ts";

const opened = await openEmbeddedTestDatabase();
let app: TestApp;
let chat: Awaited<ReturnType<typeof beginTestChat>>;
beforeAll(async () => {
  app = await createTestApp({ opened });
  chat = await beginTestChat(app);
});
afterAll(() => opened.close());

const evaluate = `/api/v1/policies/${policyId}/evaluate`;
const updates = "/api/v1/channels/telegram/updates";
const huge = JSON.stringify({ facts: {}, x: "a".repeat(1_000_000) });
const deep = `{"facts":{"x":${"[".repeat(30)}${"]".repeat(30)}}}`;

type Row = [what: string, code: ProblemCode, path: string, call: Call, errors?: [path: string, code: string][]];

const rows: Row[] = [
  ["no JSON", "not_json", evaluate, { raw: '{"facts":' }],
  ["nothing where a body is needed", "unsupported_media_type", evaluate, { method: "POST" }],
  ["an unknown address", "unknown_path", "/api/v1/nothing", {}],
  ["an unknown address outside the API", "unknown_path", "/nothing", {}],
  ["an address that tries to leave", "unknown_path", "/assets/../../package.json", {}],
  ["a broken escape in the address", "unknown_policy", "/api/v1/policies/%E0%A4%A", {}],
  ["a method that is not served", "method_not_allowed", "/api/v1/policies", { method: "DELETE" }],
  ["an unknown policy", "unknown_policy", "/api/v1/policies/nowhere", {}],
  ["an unknown policy to evaluate", "unknown_policy", "/api/v1/policies/nowhere/evaluate", { body: { facts: {} } }],
  ["an unknown policy to chat about", "unknown_policy", "/api/v1/chat/sessions", { body: { policyId: "nowhere" } }],
  [
    "a day before the policy",
    "before_first_version",
    `/api/v1/policies/${policyId}?asOf=2021-12-31`,
    {},
    [["/asOf", "before_first_version"]],
  ],
  [
    "an evaluation before the policy",
    "before_first_version",
    evaluate,
    { body: { facts: {}, asOf: "2021-12-31" } },
    [["/asOf", "before_first_version"]],
  ],
  [
    "a day that does not exist",
    "invalid_input",
    `/api/v1/policies/${policyId}?asOf=2026-02-30`,
    {},
    [["/asOf", "no_such_day"]],
  ],
  [
    "a day written otherwise",
    "invalid_input",
    evaluate,
    { body: { facts: {}, asOf: "2026/6/10" } },
    [["/asOf", "format"]],
  ],
  ["an address with what is no text", "invalid_request", "/api/v1/public/certificates/a%00b", {}],
  [
    "a filter with what is no text",
    "invalid_request",
    `/api/v1/public/platforms?filter=${encodeURIComponent('{"q":"\\u0000"}')}`,
    {},
  ],
  ["an unknown query parameter", "invalid_input", "/api/v1/policies?range=[0,9]", {}, [["/range", "unknown_field"]]],
  ["an unknown field", "invalid_input", evaluate, { body: { facts: {}, fact: 1 } }, [["/fact", "unknown_field"]]],
  ["no facts", "invalid_input", evaluate, { body: {} }, [["/facts", "invalid"]]],
  ["a list of facts", "invalid_input", evaluate, { body: { facts: [] } }, [["/facts", "invalid"]]],
  ["a list as the body", "invalid_input", evaluate, { body: [] }, [["", "type"]]],
  ["null as the body", "invalid_input", evaluate, { raw: "null" }, [["", "type"]]],
  [
    "an unknown fact",
    "invalid_input",
    evaluate,
    { body: { facts: { staff: 12 } } },
    [["/facts/staff", "unknown_fact"]],
  ],
  [
    "a prototype's name as a fact",
    "invalid_input",
    evaluate,
    { body: { facts: { constructor: 1 } } },
    [["/facts/constructor", "unknown_fact"]],
  ],
  [
    "__proto__ as a fact",
    "invalid_input",
    evaluate,
    { raw: '{"facts":{"__proto__":{}}}' },
    [["/facts/__proto__", "unknown_field"]],
  ],
  [
    "a fact twice",
    "invalid_input",
    evaluate,
    { raw: '{"facts":{"service_staff_count":1,"service_staff_count":12}}' },
    [["/facts/service_staff_count", "duplicate_name"]],
  ],
  [
    "a number beyond all numbers",
    "invalid_input",
    evaluate,
    { raw: '{"facts":{"service_staff_count":1e309}}' },
    [["/facts/service_staff_count", "int"]],
  ],
  [
    "null as a value",
    "invalid_input",
    evaluate,
    { body: { facts: { service_staff_count: null } } },
    [["/facts/service_staff_count", "null"]],
  ],
  ["deep nesting", "invalid_input", evaluate, { raw: deep }, [[`/facts/x${"/0".repeat(18)}`, "too_deep"]]],
  [
    "a round with a day that does not exist",
    "invalid_input",
    evaluate,
    { body: { facts: {}, round: { year: 2026, submissionDeadline: "2026-09-31" } } },
    [["/round/submissionDeadline", "no_such_day"]],
  ],
  [
    "a round with more",
    "invalid_input",
    evaluate,
    { body: { facts: {}, round: { year: 2026, submissionDeadline: "2026-09-25", x: 1 } } },
    [["/round/x", "unknown_field"]],
  ],
  [
    "a fact both known and unknown",
    "invalid_input",
    evaluate,
    { body: { facts: { service_staff_count: 12 }, unknown: ["service_staff_count"] } },
    [["/unknown/0", "known_and_unknown"]],
  ],
  [
    "one bad item of many",
    "invalid_input",
    evaluate,
    { body: { items: [{ facts: {} }, { facts: { service_staff_count: "12" }, asOf: "2026-06-10" }] } },
    [["/items/1/facts/service_staff_count", "int"]],
  ],
  [
    "an unknown field of an item",
    "invalid_input",
    evaluate,
    { body: { items: [{ facts: {}, id: 1 }] } },
    [["/items/0/id", "unknown_field"]],
  ],
  [
    "an item before the policy among bad ones",
    "invalid_input",
    evaluate,
    { body: { items: [{ facts: {}, asOf: "2021-01-01" }, { facts: { x: 1 } }] } },
    [
      ["/items/0/asOf", "before_first_version"],
      ["/items/1/facts/x", "unknown_fact"],
    ],
  ],
  ["no item", "invalid_input", evaluate, { body: { items: [] } }, [["/items", "too_small"]]],
  [
    "501 items",
    "invalid_input",
    evaluate,
    { body: { items: Array.from({ length: 501 }, () => ({ facts: {} })) } },
    [["/items", "too_big"]],
  ],
  ["more than 1 MB", "too_large", evaluate, { raw: huge }],
  [
    "another kind of content",
    "unsupported_media_type",
    evaluate,
    { raw: "facts=1", headers: { "content-type": "application/x-www-form-urlencoded" } },
  ],
  [
    "another encoding",
    "unsupported_media_type",
    evaluate,
    { raw: "{}", headers: { "content-type": "application/json; charset=gbk" } },
  ],
  ["a chat without a token", "unauthorized", "CHAT", {}],
  ["a chat with another token", "unauthorized", "CHAT", { token: "nothing" }],
  ["a chat that never was", "unknown_session", "/api/v1/chat/sessions/nothing", { token: "nothing" }],
  [
    "an input to a chat that never was",
    "unknown_session",
    "/api/v1/chat/sessions/nothing/inputs",
    { token: "nothing", body: { text: "好" } },
  ],
  [
    "an empty Idempotency-Key",
    "invalid_input",
    "/api/v1/chat/sessions",
    { body: {}, headers: { "idempotency-key": " " } },
    [["/idempotency-key", "format"]],
  ],
  [
    "an unknown field at the beginning of a chat",
    "invalid_input",
    "/api/v1/chat/sessions",
    { body: { policy: policyId } },
    [["/policy", "unknown_field"]],
  ],
  ["nothing said", "invalid_input", "INPUT", { body: {} }, [["", "invalid"]]],
  ["two things said at once", "invalid_input", "INPUT", { body: { text: "好", action: "start" } }, [["", "invalid"]]],
  ["an empty text", "invalid_input", "INPUT", { body: { text: "" } }, [["/text", "too_small"]]],
  ["a text that is too long", "invalid_input", "INPUT", { body: { text: "长".repeat(2_001) } }, [["/text", "too_big"]]],
  [
    "an action that is too long",
    "invalid_input",
    "INPUT",
    { body: { action: "长".repeat(17) } },
    [["/action", "invalid"]],
  ],
  ["a text that is none", "invalid_input", "INPUT", { body: { text: 12 } }, [["/text", "type"]]],
  ["a seq that is no whole number", "invalid_input", "INPUT", { body: { text: "好", seq: 1.5 } }, [["/seq", "type"]]],
  [
    "a seq beyond exact numbers",
    "invalid_input",
    "INPUT",
    { body: { text: "好", seq: 2 ** 53 } },
    [["/seq", "too_big"]],
  ],
  [
    "a fact of nobody in a chat",
    "invalid_input",
    "INPUT",
    { body: { facts: { staff: 12 } } },
    [["/facts/staff", "unknown_fact"]],
  ],
  [
    "an impossible fact in a chat",
    "invalid_input",
    "INPUT",
    { body: { facts: { service_staff_count: -1 } } },
    [["/facts/service_staff_count", "int"]],
  ],
  ["the bot's routes without its token", "unauthorized", updates, { body: { updateId: 1, chatId: 1, payload: {} } }],
  ["the bot's routes with a chat's token", "unauthorized", updates, { token: "CHAT", body: {} }],
  [
    "an update without a number",
    "invalid_input",
    updates,
    { token: serviceToken, body: { chatId: 1, payload: {} } },
    [["/updateId", "required"]],
  ],
  [
    "an update that was never stored",
    "unknown_update",
    `${updates}/1/done`,
    { token: serviceToken, body: { chatId: 1, lease: 1 } },
  ],
  [
    "a chat that is no number",
    "invalid_input",
    "/api/v1/channels/telegram/chats/me/inputs",
    { token: serviceToken, body: { text: "好" } },
    [["/chatId", "format"]],
  ],
];

const resolve = (path: string) => ({ CHAT: chat.path, INPUT: `${chat.path}/inputs` })[path] ?? path;
const resolveToken = (path: string, token: string | undefined) => {
  if (path === "INPUT" || token === "CHAT") return { token: chat.token };
  return token === undefined ? {} : { token };
};

describe("a refusal is a problem document", () => {
  it.each(rows)("%s: %s", async (_what, code, path, options, errors) => {
    const answer = await call(app, resolve(path), { ...options, ...resolveToken(path, options.token) });
    const document = answer.body as ProblemDocument;
    expect(answer.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
    expect(document).toMatchObject({ code, status: answer.status, title: problemCodes[code].title });
    expect(document.status).toBe(problemCodes[code].status);
    expect(document.type).toBe(`/api/docs#${code}`);
    expect(document.requestId).toBe(answer.headers.get("x-request-id"));
    expect(document.errors?.map((error) => [error.path, error.code])).toEqual(errors);
    for (const { message } of document.errors ?? []) expect(message).toMatch(/[\u4e00-\u9fff]/);
  });

  it("names the methods that are served", async () => {
    const answer = await call(app, evaluate, { method: "GET" });
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe("POST");
  });

  it("is given for 100,000 facts with the first hundred errors, and soon", async () => {
    const facts = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`f${index}`, 1]));
    const answer = await call(app, evaluate, { body: { items: [{ facts }] } });
    expect(answer.status).toBe(422);
    expect((answer.body as ProblemDocument).errors).toHaveLength(100);
  });

  it("counts a body that does not say how long it is while it streams", async () => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 1;
        controller.enqueue(new Uint8Array(100_000).fill(0x20));
      },
    });
    const request = new Request(`http://localhost${chat.path}/inputs`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${chat.token}` },
      body,
      duplex: "half",
    } as RequestInit);
    const response = await app.app.request(request);
    expect(response.status).toBe(413);
    expect(sent).toBeLessThan(15);
  });

  it("does not tell what went wrong inside, only the number under which it was noted", async () => {
    const broken = await openEmbeddedTestDatabase();
    const faulty = await createTestApp({ opened: broken });
    await broken.close();
    const answer = await call(faulty, "/api/v1/chat/sessions", { body: {} });
    expect(answer.status).toBe(500);
    expect(answer.body).toEqual({
      type: "/api/docs#internal",
      title: problemCodes.internal.title,
      status: 500,
      detail: problemCodes.internal.detail,
      code: "internal",
      requestId: answer.headers.get("x-request-id"),
    });
  });
});

it("every code has a status that refuses, and a title and a next step in Chinese", () => {
  for (const { status, title, detail } of Object.values(problemCodes)) {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
    expect(`${title}${detail}`).not.toMatch(/失败|错误|非法/);
    expect(title).toMatch(/[\u4e00-\u9fff]/);
    expect(detail).toMatch(/[\u4e00-\u9fff].*。$/);
  }
});
