import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { beginChat } from "../src/chat.ts";
import { sendEvaluation } from "../src/evaluation.ts";
import { type Answer, problemOf, request } from "../src/http.ts";
import { type Server, startServer } from "../src/server.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

/** A refusal for being too fast names the seconds to wait, within the minute. */
function expectTooFast(answer: Answer): void {
  expect(problemOf(answer)).toMatchObject({ status: 429, code: "rate_limited" });
  const seconds = Number(answer.headers.get("retry-after"));
  expect(Number.isInteger(seconds) && seconds >= 1 && seconds <= 60, `${seconds} s`).toBe(true);
}

const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status);

describe("60 inputs a minute for each chat", () => {
  test("the 61st is told to wait and leaves no trace; another chat goes on; a repeated one is still answered", async () => {
    const chat = await beginChat(server.url);
    await chat.send({ action: "start", seq: 0 });
    const answers: Answer[] = [];
    for (let seq = 1; seq < 60; seq++) answers.push(await chat.try({ text: "为什么", seq }));
    expect(new Set(statuses(answers))).toEqual(new Set([200]));
    expectTooFast(await chat.try({ text: "为什么", seq: 60 }));
    expect((await chat.read()).transcript).toHaveLength(61);
    expect((await chat.try({ text: "为什么", seq: 59 })).body).toEqual(answers.at(-1)?.body);
    await (await beginChat(server.url)).send({ action: "start" });
  });

  test("holds for inputs at the same moment as well", async () => {
    const chat = await beginChat(server.url);
    for (let sent = 0; sent < 56; sent++) await chat.send({ text: "帮助" });
    const answers = await Promise.all(Array.from({ length: 10 }, () => chat.try({ text: "帮助" })));
    expect(statuses(answers).filter((status) => status === 200)).toHaveLength(4);
    for (const answer of answers.filter(({ status }) => status !== 200)) expectTooFast(answer);
  });
});

describe("120 evaluation requests a minute for each address", () => {
  test("a batch counts as one, the 121st is told to wait, and everything else is still served", async () => {
    const items = Array.from({ length: 50 }, () => ({ facts: {} }));
    expect((await sendEvaluation(server.url, { items })).status).toBe(200);
    const answers = [];
    for (let sent = 1; sent < 120; sent++) answers.push(await sendEvaluation(server.url, { facts: {} }));
    expect(new Set(statuses(answers))).toEqual(new Set([200]));
    expectTooFast(await sendEvaluation(server.url, { facts: {} }));
    expectTooFast(await sendEvaluation(server.url, { items }));
    expect((await request(`${server.url}/api/v1/policies`)).status).toBe(200);
    expect((await request(`${server.url}/readyz`)).status).toBe(200);
  });

  test("an address that a caller invents does not count as another one", async () => {
    const invented = { "x-forwarded-for": "203.0.113.7", forwarded: "for=203.0.113.7", "x-real-ip": "203.0.113.7" };
    const url = `${server.url}/api/v1/policies/zhengzhou-sme-platform/evaluate`;
    expectTooFast(await request(url, { json: { facts: {} }, headers: invented }));
  });
});

test("a connection is kept for longer than a reverse proxy keeps it, so that no request meets its closing", async () => {
  const { headers } = await request(`${server.url}/healthz`);
  const [, seconds] = /timeout=(\d+)/.exec(headers.get("keep-alive") ?? "") ?? [];
  // nginx keeps one for 60 seconds.
  expect(Number(seconds)).toBeGreaterThan(60);
});
