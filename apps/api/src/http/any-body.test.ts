import { openEmbeddedTestDatabase } from "@shifan/db/testing";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, createSettableClock, createTestApp, policyId, serviceToken, type TestApp } from "../../testing/app.ts";
import { beginTestChat } from "../../testing/chat.ts";

const opened = await openEmbeddedTestDatabase();
const clock = createSettableClock();
let app: TestApp;
let chat: Awaited<ReturnType<typeof beginTestChat>>;
beforeAll(async () => {
  app = await createTestApp({ opened, clock });
  chat = await beginTestChat(app);
});
afterAll(() => opened.close());

const names = ["facts", "items", "text", "action", "seq", "asOf", "unknown", "round", "year", "submissionDeadline"]
  .concat(["policyId", "updateId", "chatId", "payload", "limit", "lease", "leaseSeconds", "worker", "__proto__"])
  .concat([
    "constructor",
    "service_staff_count",
    "total_assets_prev_year_end_yuan",
    "established_date",
    "claimed_functions",
  ]);
const values = [
  "2026-06-10",
  "2026-02-30",
  "150000.00",
  "start",
  "done",
  "restart_confirmed",
  "o:3:1",
  "c:4",
  "一百六十万",
  "\u0000",
  "\ud800",
  "九成五",
];
const leaf = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1e308, 12, 1.5, "", ...values),
  fc.string({ unit: "binary", maxLength: 30 }),
);
/** Bodies of our own words in all the wrong places, and any JSON at all. */
const body = fc.oneof(
  fc.letrec((tie) => ({
    node: fc.oneof({ depthSize: "small" }, leaf, fc.array(tie("node"), { maxLength: 4 }), tie("object")),
    object: fc.dictionary(fc.constantFrom(...names), tie("node"), { maxKeys: 5 }),
  })).node,
  fc.jsonValue(),
);

const paths = ["EVALUATE", "BEGIN", "INPUT", "STORE", "CLAIM", "DONE", "RELEASE", "TELEGRAM"] as const;
const addressOf = (path: (typeof paths)[number]) =>
  ({
    EVALUATE: `/api/v1/policies/${policyId}/evaluate`,
    BEGIN: "/api/v1/chat/sessions",
    INPUT: `${chat.path}/inputs`,
    STORE: "/api/v1/channels/telegram/updates",
    CLAIM: "/api/v1/channels/telegram/updates/claim",
    DONE: "/api/v1/channels/telegram/updates/1/done",
    RELEASE: "/api/v1/channels/telegram/updates/1/release",
    TELEGRAM: "/api/v1/channels/telegram/chats/1/inputs",
  })[path];

async function answerTo(path: (typeof paths)[number], raw: string) {
  // Each in a minute of its own, so that the rate limits let all of them through.
  clock.forward(61);
  const answer = await call(app, addressOf(path), { raw, token: path === "INPUT" ? chat.token : serviceToken });
  return { path, raw, status: answer.status };
}

describe("whatever the body", () => {
  it.each(paths)("%s answers and meets no fault", async (path) => {
    await fc.assert(
      fc.asyncProperty(body, async (value) => {
        const answer = await answerTo(path, JSON.stringify(value));
        expect(answer).not.toMatchObject({ status: 500 });
        expect(answer.status).toBeLessThan(500);
      }),
      { numRuns: 150, seed: 20260610 },
    );
  });

  it.each(["EVALUATE", "INPUT", "TELEGRAM"] as const)(
    "%s meets no fault when the facts are of the right kind of thing",
    async (path) => {
      const fact = fc.constantFrom(...(app.catalog.all()[0]?.document.facts.map(({ id }) => id) ?? []));
      const value = fc.oneof(
        leaf,
        fc.array(leaf, { maxLength: 3 }),
        fc.integer({ min: 0, max: 200 }),
        fc.constantFrom("3200000.00", "2019-03-18", "other"),
      );
      await fc.assert(
        fc.asyncProperty(fc.dictionary(fact, value, { maxKeys: 6 }), async (facts) => {
          expect((await answerTo(path, JSON.stringify({ facts }))).status).toBeLessThan(500);
        }),
        { numRuns: 150, seed: 20260611 },
      );
    },
  );

  it("a chat answers any text with a turn", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.constantFrom(...values), fc.string({ unit: "binary", minLength: 1, maxLength: 60 })),
        async (text) => {
          expect(await answerTo("INPUT", JSON.stringify({ text }))).toMatchObject({ status: 200 });
        },
      ),
      { numRuns: 200, seed: 20260612 },
    );
  });
});
