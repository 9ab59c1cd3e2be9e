import { once } from "node:events";
import { type IncomingMessage, request, type Server } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { problemCodes } from "../../packages/contract/src/problems/codes.ts";
import { type Echo, portOf, startNginx, startUpstream } from "./nginx.ts";

let upstream: Server;
let proxy: Awaited<ReturnType<typeof startNginx>>;
beforeAll(async () => {
  upstream = await startUpstream();
  proxy = await startNginx(portOf(upstream));
});
afterAll(async () => {
  await proxy.stop();
  upstream.closeAllConnections();
  upstream.close();
  await once(upstream, "close");
});

const get = (path: string, init?: RequestInit) => fetch(new URL(path, proxy.url), init);
const echoOf = async (path: string, init?: RequestInit) => (await (await get(path, init)).json()) as Echo;

test("a page, a chat and an evaluation reach the API", async () => {
  for (const path of ["/", "/api/v1/chat/sessions/1", "/api/v1/policies/zhengzhou-sme-platform/evaluate", "/readyz"]) {
    expect((await echoOf(path)).path).toBe(path);
  }
});

test("the address that the API sees is the caller's, whatever the caller claims", async () => {
  const echo = await echoOf("/", { headers: { "x-forwarded-for": "203.0.113.9" } });
  expect(echo.headers["x-forwarded-for"]).toBe("127.0.0.1");
});

test.each([["/metrics"], ["/api/v1/channels/telegram/updates"]])("%s is not for the public", async (path) => {
  expect((await get(path)).status).toBe(404);
});

test("an address that evaluates on and on is refused as the API refuses it, and still gets its pages", async () => {
  const path = "/api/v1/policies/zhengzhou-sme-platform/evaluate";
  const answers: Response[] = [];
  for (let sent = 0; sent < 100; sent += 1) answers.push(await get(path, { method: "POST", body: "{}" }));
  const refused = answers.filter(({ status }) => status !== 200);
  expect(refused.length).toBeGreaterThan(50);
  for (const answer of refused) {
    expect(answer.status).toBe(429);
    expect(answer.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    const requestId = expect.stringMatching(/^[0-9a-f]{32}$/);
    expect(await answer.json()).toEqual({
      type: "about:blank",
      code: "rate_limited",
      ...problemCodes.rate_limited,
      requestId,
    });
  }
  expect((await get("/")).status).toBe(200);
});

test.each([
  ["/api/v1/chat/sessions/1/inputs", 2, 413],
  ["/api/v1/policies/other/evaluate", 2, 200],
  ["/api/v1/policies/other/evaluate", 6, 413],
  ["/api/v1/applications/1/form/lists/served", 4, 200],
  ["/api/v1/applications/1/form/lists/served/import", 4, 200],
  ["/api/v1/applications/1/form/lists/served/import", 6, 413],
])("a body for %s of %d MB is answered with %d", async (path, megabytes, status) => {
  // A process of its own for each size: the limit of requests must not decide this.
  const fresh = await startNginx(portOf(upstream));
  try {
    const answer = await fetch(new URL(path, fresh.url), { method: "POST", body: "x".repeat(megabytes * 1024 * 1024) });
    expect(answer.status).toBe(status);
    if (status === 413) expect(await answer.json()).toMatchObject({ code: "too_large", ...problemCodes.too_large });
  } finally {
    await fresh.stop();
  }
});

describe("uploads", () => {
  const path = "/api/v1/files/uploads/0b8f7a52-3c1e-4f0e-9a53-6a7d0f0e2f11";
  const headers = {
    "tus-resumable": "1.0.0",
    "upload-offset": "0",
    "content-type": "application/offset+octet-stream",
  };

  test("of 50 MB pass with what the protocol says in its headers", async () => {
    const body = new Uint8Array(50_000_000);
    const echo = await echoOf(path, { method: "PATCH", headers, body });
    expect(echo).toMatchObject({ path, method: "PATCH", bytes: body.length, headers });
  });

  test("of more are refused as the API refuses them", async () => {
    const answer = await get(path, { method: "PATCH", headers, body: new Uint8Array(60_000_000) });
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ code: "file_too_large", ...problemCodes.file_too_large });
  });

  test("reach the API while they come, so that what has arrived is kept when the line breaks", async () => {
    const arrived = once(upstream, "body");
    const sending = request(new URL(path, proxy.url), {
      method: "PATCH",
      headers: { ...headers, "content-length": "1000000" },
    });
    sending.on("error", () => {});
    sending.write(Buffer.alloc(1_000));
    const [received] = (await arrived) as [IncomingMessage];
    expect(received.url).toBe(path);
    sending.destroy();
  });
});
