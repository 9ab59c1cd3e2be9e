import { beforeEach, describe, expect, test } from "vitest";
import { silentLog } from "../../testing/silentLog.ts";
import { createWebhook, webhookPath } from "./webhook.ts";

const secret = "Secret_1-x";
const stored: number[] = [];
let reachable = true;

const app = createWebhook(
  secret,
  async (update) => {
    if (!reachable) throw new Error("no API");
    stored.push(update.update_id);
  },
  silentLog,
);

beforeEach(() => {
  stored.length = 0;
  reachable = true;
});

function post(body: string, headers: Record<string, string> = {}) {
  const given = { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret, ...headers };
  return app.request(webhookPath, { method: "POST", body, headers: given });
}

test("200 comes only once the update is stored", async () => {
  expect((await post(`{"update_id": 5, "message": {"anything": 1}}`)).status).toBe(200);
  expect(stored).toEqual([5]);
});

test("while the API cannot be reached it is 503, so that Telegram sends the update again", async () => {
  reachable = false;
  const response = await post(`{"update_id": 5}`);
  expect([response.status, response.headers.get("retry-after")]).toEqual([503, "5"]);
});

describe("refused, and nothing stored", () => {
  test.each([
    ["a wrong secret", `{"update_id": 1}`, { "x-telegram-bot-api-secret-token": "secret_1-x" }, 401],
    ["a secret that only begins right", `{"update_id": 1}`, { "x-telegram-bot-api-secret-token": "Secret" }, 401],
    ["no secret", `{"update_id": 1}`, { "x-telegram-bot-api-secret-token": "" }, 401],
    ["a body over 1 MB", `{"update_id": 1, "x": "${"x".repeat(1_000_000)}"}`, {}, 413],
    ["another content type", `{"update_id": 1}`, { "content-type": "text/plain" }, 415],
    ["a type that only begins like JSON", `{"update_id": 1}`, { "content-type": "application/jsonp" }, 415],
    ["broken JSON", `{"update_id": `, {}, 400],
    ["no body", "", {}, 400],
    ["JSON that is no update", `[{"update_id": 1}]`, {}, 400],
    ["an id that is no number", `{"update_id": "1"}`, {}, 400],
  ])("%s", async (_what, body, headers, status) => {
    expect((await post(body, headers)).status).toBe(status);
    expect(stored).toEqual([]);
  });

  test("a wrong secret is refused before the body is looked at", async () => {
    const huge = "x".repeat(2_000_000);
    expect((await post(huge, { "x-telegram-bot-api-secret-token": "no" })).status).toBe(401);
  });
});
