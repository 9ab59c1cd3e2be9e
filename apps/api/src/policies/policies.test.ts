import { policyDetailSchema, policySummarySchema, toldArticleSchema } from "@shifan/contract";
import { addPolicyVersions } from "@shifan/db";
import { openEmbeddedTestDatabase } from "@shifan/db/testing";
import { shippedPolicies } from "@shifan/rules/shipped";
import { afterAll, describe, expect, it } from "vitest";
import { call, createTestApp, policyId } from "../../testing/app.ts";

const opened = await openEmbeddedTestDatabase();
afterAll(() => opened.close());
const path = `/api/v1/policies/${policyId}`;

describe("a question about the law", () => {
  const ask = async (question: string, id = policyId) =>
    call(
      await createTestApp({ opened }),
      `/api/v1/policies/${id}/article-answer?question=${encodeURIComponent(question)}`,
    );

  it("is answered to everybody with the article's own words", async () => {
    const { status, body } = await ask("证书几年有效？");
    expect(status).toBe(200);
    const told = toldArticleSchema.strict().parse(body);
    expect(told.answer).toMatchObject({ articleId: "14", article: "第十四条" });
    expect(told.text).toContain(told.answer?.words);
  });

  it("that no article answers gets 不知道 and whom to ask", async () => {
    const { answer, text } = toldArticleSchema.parse((await ask("地铁几号线")).body);
    expect(answer).toBeNull();
    expect(text).toContain("不知道");
    expect(text).toContain("第十七条");
  });

  it("is one of a known policy, and not longer than a question", async () => {
    expect((await ask("证书几年有效？", "unknown")).status).toBe(404);
    expect((await ask("")).status).toBe(422);
    expect((await ask("长".repeat(201))).status).toBe(422);
  });
});

describe("the policies", () => {
  it("are listed with their version in force", async () => {
    const answer = await call(await createTestApp({ opened }), "/api/v1/policies");
    const listed = policySummarySchema.array().parse(answer.body);
    expect(listed.map(({ id, version }) => [id, version])).toEqual(
      shippedPolicies.map(({ id, version }) => [id, version]),
    );
    expect(answer.headers.get("content-range")).toBe(`policies 0-${listed.length - 1}/${listed.length}`);
  });

  it("are shown whole: every article, fact, question, criterion, material and setting with its mark", async () => {
    const answer = await call(await createTestApp({ opened }), path);
    const detail = policyDetailSchema.strict().parse(answer.body);
    const document = shippedPolicies.find(({ id }) => id === policyId);
    expect(detail.articles).toHaveLength(document?.articles.length ?? 0);
    expect(detail.facts.map(({ id }) => id)).toEqual(document?.facts.map(({ id }) => id));
    expect(detail.questions.map(({ id }) => id)).toEqual(document?.questions.map(({ id }) => id));
    expect(detail.criteria).toHaveLength(26);
    expect(detail.materials).toHaveLength(14);
    expect(detail.settings.map(({ mark }) => mark)).not.toContain(undefined);
    expect(detail.inForce.status).toBe(document?.in_force.status);
    for (const { checks } of detail.materials) for (const { text } of checks) expect(text).not.toBe("");
  });

  it("need not be sent again to whoever has the same", async () => {
    const app = await createTestApp({ opened });
    const etag = (await call(app, path)).headers.get("etag") ?? "";
    const again = await call(app, path, { headers: { "if-none-match": etag } });
    expect(again).toMatchObject({ status: 304, body: "" });
    expect((await call(app, path, { headers: { "if-none-match": '"other"' } })).status).toBe(200);
  });

  it("published by another process are picked up within half a minute", async () => {
    const app = await createTestApp({ opened });
    const [shipped] = shippedPolicies;
    if (shipped === undefined) throw new Error("no policy is shipped");
    await addPolicyVersions(opened.database, [{ ...shipped, id: "published-elsewhere" }], app.clock.now());
    const look = () => call(app, "/api/v1/policies/published-elsewhere");
    expect((await look()).status).toBe(404);
    app.clock.forward(31);
    await look();
    await expect.poll(async () => (await look()).status).toBe(200);
  });

  it("that this release cannot use leave the others in service", async () => {
    const [shipped] = shippedPolicies;
    if (shipped === undefined) throw new Error("no policy is shipped");
    const foreign = { ...shipped, id: "foreign", an_operator_of_tomorrow: {} } as typeof shipped;
    const app = await createTestApp({ opened, documents: [...shippedPolicies, foreign] });
    expect((await call(app, "/api/v1/policies/foreign")).status).toBe(404);
    expect((await call(app, path)).status).toBe(200);
  });
});
