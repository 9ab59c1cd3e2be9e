import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { policyId, sendEvaluation } from "../src/evaluation.ts";
import { type Answer, problemOf, request } from "../src/http.ts";
import { type Server, startServer } from "../src/server.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

/** Sends a body as it is written; what JSON.stringify would mend stays as it is. */
const sendText = (text: string, headers: Record<string, string> = {}): Promise<Answer> =>
  request(`${server.url}/api/v1/policies/${policyId}/evaluate`, { text, headers });

/** Every sentence that a person reads is Chinese, and none calls the person wrong. */
function expectFriendlyChinese(...sentences: string[]): void {
  for (const sentence of sentences) {
    expect(sentence).toMatch(/[\u4e00-\u9fff]/);
    expect(sentence).not.toMatch(/失败|错误|非法/);
  }
}

function expectRefusal(answer: Answer, status: number, code: string, paths: readonly string[]): void {
  const problem = problemOf(answer);
  expect({ status: problem.status, code: problem.code }).toEqual({ status, code });
  const errors = problem.errors ?? [];
  expect(errors.slice(0, paths.length).map(({ path }) => path)).toEqual(paths);
  expect(errors.length > 0).toBe(paths.length > 0);
  expectFriendlyChinese(problem.title, problem.detail, ...errors.map(({ message }) => message));
}

const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
const manyFacts = (count: number) => `{${Array.from({ length: count }, (_, index) => `"f${index}":1`).join(",")}}`;
const manyErrors = Array.from({ length: 100 }, (_, index) => `/facts/f${index}`);

describe("a value that is impossible by itself is refused at its place", () => {
  test.each<[what: string, facts: string, path: string, expected: RegExp]>([
    ["the name __proto__", '{"__proto__":{"has_website":true}}', "/__proto__", /没有/],
    ["the name constructor", '{"constructor":true}', "/constructor", /没有/],
    ["the name toString", '{"toString":true}', "/toString", /没有/],
    ["a fact that the policy does not know", '{"annual_profit":1}', "/annual_profit", /没有/],
    ["a name with a slash", '{"a/b~c":1}', "/a~1b~0c", /没有/],
    ["null", '{"service_staff_count":null}', "/service_staff_count", /整数/],
    ["1e309", '{"premises_owned_sqm":1e309}', "/premises_owned_sqm", /100亿/],
    ["-1e309", '{"service_staff_count":-1e309}', "/service_staff_count", /整数/],
    [
      "an amount as a JSON number",
      '{"total_assets_prev_year_end_yuan":1500000}',
      "/total_assets_prev_year_end_yuan",
      /文本/,
    ],
    [
      "an amount with three decimals",
      '{"total_assets_prev_year_end_yuan":"1.999"}',
      "/total_assets_prev_year_end_yuan",
      /2位/,
    ],
    ["a negative amount", '{"total_assets_prev_year_end_yuan":"-1"}', "/total_assets_prev_year_end_yuan", /负/],
    [
      "an amount with a leading zero",
      '{"service_income_prev_year_yuan":"0100"}',
      "/service_income_prev_year_yuan",
      /金额/,
    ],
    ["half a person", '{"service_staff_count":12.5}', "/service_staff_count", /整数/],
    ["a number as text", '{"service_staff_count":"12"}', "/service_staff_count", /整数/],
    ["a count beyond 9,999,999", '{"service_staff_count":10000000}', "/service_staff_count", /9999999/],
    ["an area with five decimals", '{"premises_owned_sqm":1.00001}', "/premises_owned_sqm", /4位/],
    ["29 February of a common year", '{"established_date":"2023-02-29"}', "/established_date", /实有的日期/],
    ["a day with a time", '{"established_date":"2023-02-01T00:00"}', "/established_date", /YYYY-MM-DD/],
    ["a year before 1990", '{"annual_audit_year":1989}', "/annual_audit_year", /1990/],
    ["yes as text", '{"has_website":"true"}', "/has_website", /true/],
    ["an unlisted kind of body", '{"org_type":"club"}', "/org_type", /列出/],
    ["an unlisted material", '{"materials_in_hand":["M15"]}', "/materials_in_hand", /列出/],
    ["a material twice", '{"materials_in_hand":["M01","M01"]}', "/materials_in_hand", /不重复/],
    ["a code whose check digit is wrong", '{"uscc":"91350100M000100Y4Z"}', "/uscc", /校验/],
    ["an object for a figure", '{"service_staff_count":{"min":12}}', "/service_staff_count", /整数/],
    ["a fact twice", '{"has_website":true,"has_website":false}', "/has_website", /两次/],
  ])("%s", async (_what, facts, path, expected) => {
    const answer = await sendText(`{"facts":${facts}}`);
    expectRefusal(answer, 422, "invalid_input", [`/facts${path}`]);
    expect(problemOf(answer).errors?.[0]?.message).toMatch(expected);
  });

  test("every fact that is wrong is named, not the first alone", async () => {
    const facts = { service_staff_count: -1, established_date: "2023-02-30", has_website: 1 };
    const paths = Object.keys(facts).map((fact) => `/facts/${fact}`);
    const { errors = [] } = problemOf(await sendEvaluation(server.url, { facts }));
    expect(errors.map(({ path }) => path).sort()).toEqual(paths.sort());
  });
});

describe("a body that is out of shape is refused", () => {
  test.each<[what: string, text: string, status: number, code: string, paths: string[]]>([
    ["JSON without its end", '{"facts":{}', 400, "not_json", []],
    ["nothing", "", 400, "not_json", []],
    ["a list", "[]", 422, "invalid_input", [""]],
    ["null", "null", 422, "invalid_input", [""]],
    ["no facts", "{}", 422, "invalid_input", ["/facts"]],
    ["facts as a list", '{"facts":[]}', 422, "invalid_input", ["/facts"]],
    ["an unknown field", '{"facts":{},"applicant":1}', 422, "invalid_input", ["/applicant"]],
    [
      "an unknown field of the round",
      '{"facts":{},"round":{"year":2026,"submissionDeadline":"2026-09-25","quota":1}}',
      422,
      "invalid_input",
      ["/round/quota"],
    ],
    [
      "a round whose last day does not exist",
      '{"facts":{},"round":{"year":2026,"submissionDeadline":"2026-02-30"}}',
      422,
      "invalid_input",
      ["/round/submissionDeadline"],
    ],
    [
      "an unknown field of an item",
      '{"items":[{"facts":{}},{"facts":{},"name":1}]}',
      422,
      "invalid_input",
      ["/items/1/name"],
    ],
    ["an unknown field beside the items", '{"items":[{"facts":{}}],"mode":1}', 422, "invalid_input", ["/mode"]],
    ["facts beside items", '{"items":[{"facts":{}}],"facts":{}}', 422, "invalid_input", ["/items"]],
    ["no item", '{"items":[]}', 422, "invalid_input", ["/items"]],
    ["501 items", `{"items":[${Array(501).fill('{"facts":{}}')}]}`, 422, "invalid_input", ["/items"]],
    [
      "an unknown fact said to be 不清楚",
      '{"facts":{},"unknown":["annual_profit"]}',
      422,
      "invalid_input",
      ["/unknown/0"],
    ],
    [
      "a fact both given and 不清楚",
      '{"facts":{"has_website":true},"unknown":["has_website"]}',
      422,
      "invalid_input",
      ["/unknown/0"],
    ],
    ["a day that does not exist", '{"facts":{},"asOf":"2026-02-30"}', 422, "invalid_input", ["/asOf"]],
    ["a day before the policy", '{"facts":{},"asOf":"2021-12-31"}', 422, "before_first_version", ["/asOf"]],
    ["a null day", '{"facts":{},"asOf":null}', 422, "invalid_input", ["/asOf"]],
    [
      "25 levels",
      `{"facts":{"materials_in_hand":${nested(23)}}}`,
      422,
      "invalid_input",
      [`/facts/materials_in_hand${"/0".repeat(18)}`],
    ],
    ["100,000 facts", `{"facts":${manyFacts(100_000)}}`, 413, "too_large", []],
    [
      "100,000 facts in a batch",
      `{"items":[{"facts":${manyFacts(100_000)}}]}`,
      422,
      "invalid_input",
      manyErrors.map((path) => `/items/0${path}`),
    ],
    ["many facts within the size", `{"facts":${manyFacts(60_000)}}`, 422, "invalid_input", manyErrors],
    ["10 MB", `{"facts":{"main_services":"${"a".repeat(10_000_000)}"}}`, 413, "too_large", []],
    ["10 MB in a batch", `{"items":[{"facts":{"main_services":"${"a".repeat(10_000_000)}"}}]}`, 413, "too_large", []],
  ])("%s", async (_what, text, status, code, paths) => {
    expectRefusal(await sendText(text), status, code, paths);
  });

  test("20 levels are within the limit: what is wrong is the value, not its depth", async () => {
    const answer = await sendText(`{"facts":{"materials_in_hand":${nested(18)}}}`);
    expectRefusal(answer, 422, "invalid_input", ["/facts/materials_in_hand"]);
  });

  test.each(["text/plain", "application/x-www-form-urlencoded", "application/json; charset=gbk"])(
    "%s",
    async (type) => {
      expectRefusal(await sendText('{"facts":{}}', { "content-type": type }), 415, "unsupported_media_type", []);
    },
  );

  test("bytes that are no UTF-8", async () => {
    const bytes = Buffer.concat([Buffer.from('{"facts":{"'), Buffer.from([0xff, 0xfe]), Buffer.from('":1}}')]);
    const response = await fetch(`${server.url}/api/v1/policies/${policyId}/evaluate`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: bytes,
    });
    const answer = { status: response.status, headers: response.headers, body: await response.json() };
    expectRefusal(answer, 400, "not_json", []);
  });
});

describe("what is not there", () => {
  test("a policy that nobody knows", async () => {
    expectRefusal(await sendEvaluation(server.url, { facts: {} }, "nowhere-platform"), 404, "unknown_policy", []);
  });

  test("an address that nobody knows", async () => {
    expectRefusal(await request(`${server.url}/api/v1/nowhere`), 404, "unknown_path", []);
  });

  test("a method that the address does not take names those that it takes", async () => {
    const answer = await request(`${server.url}/api/v1/policies/${policyId}/evaluate`, { method: "DELETE" });
    expectRefusal(answer, 405, "method_not_allowed", []);
    expect(answer.headers.get("allow")).toContain("POST");
  });
});

describe("a batch", () => {
  test("with one bad item is refused whole, and the item is named", async () => {
    const items = [{ facts: {} }, { facts: {} }, { facts: { service_staff_count: -1 } }];
    expectRefusal(await sendEvaluation(server.url, { items }), 422, "invalid_input", [
      "/items/2/facts/service_staff_count",
    ]);
  });

  test("of 500 is answered in its order", async () => {
    const items = Array.from({ length: 500 }, (_, index) => ({ facts: { service_staff_count: index } }));
    const { status, body } = await sendEvaluation(server.url, { items });
    expect(status).toBe(200);
    const actual = (body as { items: { criteria: { id: string; actual: string }[] }[] }).items.map(
      ({ criteria }) => criteria.find(({ id }) => id === "art6_6_staff_count")?.actual,
    );
    expect(actual).toEqual(items.map((_, index) => String(index)));
  });
});

test("values that contradict each other are evaluated and not refused: open, with a warning that names them", async () => {
  const facts = { smes_served_prev_year: 96, satisfied_count: 96, unsatisfied_count: 9 };
  const { status, body } = await sendEvaluation(server.url, { facts });
  expect(status).toBe(200);
  const { criteria, warnings } = body as {
    criteria: { id: string; status: string; reason: string }[];
    warnings: { code: string; params: Record<string, unknown> }[];
  };
  const satisfaction = criteria.find(({ id }) => id === "art6_3_satisfaction");
  expect(satisfaction).toMatchObject({ status: "undetermined", reason: "contradictory" });
  expect(JSON.stringify(warnings)).toContain("satisfied_count");
});
