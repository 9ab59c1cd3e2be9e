import { afterAll, beforeAll, expect, test } from "vitest";
import { beginChat } from "../src/chat.ts";
import { request } from "../src/http.ts";
import { type Server, startServer } from "../src/server.ts";

interface Media {
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

interface Operation {
  readonly operationId: string;
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
  server = await startServer({ settings: { SERVICE_TOKEN: "acceptance-service-token" } });
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

test("every operation that takes a body has an example, and the server accepts it as written", async () => {
  const chat = await beginChat(server.url);
  const telegram = { updateId: "815004711", chatId: "4711" };
  const values: Record<string, string> = {
    policyId: "zhengzhou-sme-platform",
    id: chat.id,
    sessionId: chat.id,
    ...telegram,
  };
  const outcomes: string[] = [];
  for (const { path, method, operation } of operations()) {
    if (operation.requestBody === undefined) continue;
    const json = exampleOf(operation.requestBody.content["application/json"]);
    const address = path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? name);
    const token = path.includes("/channels/") ? "acceptance-service-token" : chat.token;
    const answer = await request(server.url + address, { method: method.toUpperCase(), json, token });
    const isDocumented = Object.hasOwn(operation.responses, String(answer.status));
    outcomes.push(
      `${operation.operationId} ${json === undefined ? "without example" : answer.status}${isDocumented ? "" : " undocumented"}`,
    );
  }
  expect(outcomes.filter((outcome) => !/ 20[01]$/.test(outcome))).toEqual([]);
  expect(outcomes.length).toBeGreaterThanOrEqual(4);
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
