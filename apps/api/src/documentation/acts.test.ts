import { openEmbeddedTestDatabase } from "@shifan/db/testing";
import { afterAll, describe, expect, it } from "vitest";
import { call, createTestApp } from "../../testing/app.ts";

const opened = await openEmbeddedTestDatabase();
const app = await createTestApp({ opened });
afterAll(() => opened.close());

type Document = { paths: Record<string, { post?: { tags: string[] } }> };

describe("the description of an act", () => {
  it("says what the act is called, what it brings, and what is to be filled in, with nothing left to look up", async () => {
    const { status, body } = await call(app, "/api/v1/acts/applications/return");
    expect(status).toBe(200);
    expect(body).toMatchObject({
      label: "退回",
      summary: "推荐部门退回：补正，或重新提交",
      body: {
        required: expect.arrayContaining(["kind", "until", "defects"]),
        properties: { until: { type: "string" } },
      },
      example: { kind: "correction" },
    });
    expect(JSON.stringify(body)).not.toContain("$ref");
  });

  it("is there for every act on a record, by the words of the table of acts", async () => {
    const { paths } = (await call(app, "/api/openapi.json")).body as Document;
    const acts = Object.entries(paths).flatMap(([path, { post }]) => {
      const [, resource, act] = /^\/api\/v1\/([a-z-]+)\/\{id\}\/([a-z-]+)$/.exec(path) ?? [];
      return post === undefined || resource === undefined || act === undefined ? [] : [{ resource, act }];
    });
    expect(acts.length).toBeGreaterThan(80);
    for (const { resource, act } of acts) {
      const { body } = await call(app, `/api/v1/acts/${resource}/${act}`);
      expect((body as { label: string }).label, `${resource} ${act}`).toMatch(/^[\u4e00-\u9fff、]{2,20}$/);
    }
  });

  it("is refused for what is no act", async () => {
    expect(await call(app, "/api/v1/acts/applications/burn")).toMatchObject({
      status: 404,
      body: { code: "unknown_path" },
    });
    expect(await call(app, "/api/v1/acts/toString/create")).toMatchObject({ status: 422 });
  });
});
