import { afterAll, beforeAll, expect, test } from "vitest";
import { beginChat, type Chat } from "../src/chat.ts";
import { request } from "../src/http.ts";
import { type Server, startServer } from "../src/server.ts";

interface Media {
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

interface Operation {
  readonly operationId: string;
  readonly security?: readonly Readonly<Record<string, unknown>>[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Media>> }>>;
}

interface Documented {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

let server: Server;
let document: Documented;
beforeAll(async () => {
  // Nothing listens there: no example makes a mail go out.
  const SMTP_URL = "smtp://127.0.0.1:9?from=noreply@example.org";
  server = await startServer({ settings: { SERVICE_TOKEN: "acceptance-service-token", SMTP_URL } });
  document = (await request(`${server.url}/api/openapi.json`)).body as Documented;
});
afterAll(() => server.stop());

function exampleOf(media: Media | undefined): unknown {
  return media?.example ?? Object.values(media?.examples ?? {})[0]?.value;
}

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

test("the API describes itself as OpenAPI 3.1, with a page for people", async () => {
  expect(document.openapi).toMatch(/^3\.1\./);
  expect(operations().length).toBeGreaterThanOrEqual(9);
  const page = await request(`${server.url}/api/docs`, { headers: { accept: "text/html" } });
  expect(page.status).toBe(200);
  expect(String(page.body)).toContain("/api/v1/policies/{policyId}/evaluate");
});

const needsAccount = ({ security = [] }: Operation) =>
  security.some((scheme) => Object.hasOwn(scheme, "sessionCookie"));

/** Sends an operation the example of its body, as someone would who tries it from the documentation. */
async function sendExample({ path, method, operation }: ReturnType<typeof operations>[number], chat: Chat) {
  const values: Record<string, string> = {
    policyId: "zhengzhou-sme-platform",
    id: chat.id,
    sessionId: chat.id,
    updateId: "815004711",
    chatId: "4711",
    period: "2027-H1",
  };
  const json = exampleOf(operation.requestBody?.content["application/json"]);
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? name);
  const token = path.includes("/channels/") ? "acceptance-service-token" : chat.token;
  const headers = { "idempotency-key": operation.operationId };
  return request(server.url + address, { method: method.toUpperCase(), json, token, headers });
}

const withJsonBody = () =>
  operations().filter(({ operation }) => Object.hasOwn(operation.requestBody?.content ?? {}, "application/json"));

test("every operation with a body that is open to all has an example, and the server accepts it as written", async () => {
  // What follows on an earlier step of signing in, on a link or a message that was sent, or on a published list, cannot be tried alone.
  const follows = [
    "acceptInvitation",
    "verifyTotp",
    "verifyRecoveryCode",
    "resetPassword",
    "filePublicObjection",
    "settleTelegramReminder",
  ];
  const open = withJsonBody().filter(
    ({ operation }) => !(needsAccount(operation) || follows.includes(operation.operationId)),
  );
  const chat = await beginChat(server.url);
  const outcomes: string[] = [];
  for (const each of open) outcomes.push(`${each.operation.operationId} ${(await sendExample(each, chat)).status}`);
  expect(outcomes.filter((outcome) => !/ 20[01]$/.test(outcome))).toEqual([]);
  expect(outcomes.length).toBeGreaterThanOrEqual(4);
});

test("every operation with a body that needs an account has an example, and asks to sign in first", async () => {
  const chat = await beginChat(server.url);
  const closed = withJsonBody().filter(({ operation }) => needsAccount(operation));
  const wrong: string[] = [];
  for (const each of closed) {
    const { operationId, requestBody, responses } = each.operation;
    const { status, body } = await sendExample(each, chat);
    const hasExample = exampleOf(requestBody?.content["application/json"]) !== undefined;
    const asksToSignIn = status === 401 && Object.hasOwn(responses, "401");
    if (!(hasExample && asksToSignIn)) wrong.push(`${operationId} ${status} ${JSON.stringify(body)}`);
  }
  expect(wrong).toEqual([]);
  expect(closed.length).toBeGreaterThanOrEqual(40);
});

test("every answer that the document shows has an example, refusals included", () => {
  const without = operations().flatMap(({ operation }) =>
    Object.entries(operation.responses)
      .filter(([, { content = {} }]) => Object.values(content).some((media) => exampleOf(media) === undefined))
      .map(([status]) => `${operation.operationId} ${status}`),
  );
  expect(without).toEqual([]);
});

test("what the policy names is there: articles in full, 26 criteria, 14 materials, every value marked", async () => {
  const { status, body } = await request(`${server.url}/api/v1/policies/zhengzhou-sme-platform`);
  expect(status).toBe(200);
  const policy = body as {
    articles: { text: string }[];
    criteria: { mark: string }[];
    materials: unknown[];
    facts: unknown[];
    settings: { mark: string; ground: string }[];
  };
  expect(policy.articles.length).toBeGreaterThanOrEqual(18);
  expect(policy.articles.every(({ text }) => text.length > 10)).toBe(true);
  expect(policy.criteria).toHaveLength(26);
  expect(policy.materials).toHaveLength(14);
  expect(policy.facts.length).toBeGreaterThanOrEqual(107);
  expect(policy.settings.every(({ mark, ground }) => ["原文", "解释", "设置"].includes(mark) && ground !== "")).toBe(
    true,
  );
});
