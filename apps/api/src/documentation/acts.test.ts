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

  it("calls every field and every value of a choice by words, and shows no codes", async () => {
    type Schema = {
      properties?: Record<string, Schema>;
      items?: Schema;
      anyOf?: Schema[];
      oneOf?: Schema[];
      enum?: unknown[];
      title?: string;
      description?: string;
      "x-labels"?: Record<string, string>;
    };
    const unworded: string[] = [];
    const visit = (schema: Schema, where: string) => {
      for (const each of [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.items ? [schema.items] : [])])
        visit(each, where);
      for (const [name, field] of Object.entries(schema.properties ?? {})) {
        if (!/[\u4e00-\u9fff]/.test(field.title ?? "")) unworded.push(`${where} ${name}`);
        const choices = (field.items?.enum ?? field.enum ?? field.anyOf?.find((each) => each.enum)?.enum ?? []).filter(
          (value) => value !== null,
        );
        const labels = field.items?.["x-labels"] ?? field["x-labels"] ?? {};
        for (const value of choices)
          if (labels[String(value)] === undefined) unworded.push(`${where} ${name} ${value}`);
        visit(field, where);
      }
    };
    const { paths } = (await call(app, "/api/openapi.json")).body as Document;
    for (const [path, { post }] of Object.entries(paths)) {
      const [, resource, act = "create"] = /^\/api\/v1\/([a-z-]+)(?:\/\{id\}\/([a-z-]+))?$/.exec(path) ?? [];
      if (post === undefined || resource === undefined) continue;
      visit(((await call(app, `/api/v1/acts/${resource}/${act}`)).body as { body: Schema }).body, `${resource}/${act}`);
    }
    expect(unworded).toEqual([]);
  });

  it("says what an act brings without the codes of the API", async () => {
    const { paths } = (await call(app, "/api/openapi.json")).body as Document;
    for (const [path, { post }] of Object.entries(paths)) {
      const [, resource, act = "create"] = /^\/api\/v1\/([a-z-]+)(?:\/\{id\}\/([a-z-]+))?$/.exec(path) ?? [];
      if (post === undefined || resource === undefined) continue;
      const { body } = await call(app, `/api/v1/acts/${resource}/${act}`);
      const { summary, description } = body as { summary: string; description: string | null };
      const said = `${summary}${description ?? ""}`.replaceAll(/SHA-256|PDF|xlsx/g, "");
      expect(said, path).not.toMatch(/[A-Za-z]{3,}/);
    }
    const { body } = await call(app, "/api/v1/acts/notices/objections");
    expect(body).toMatchObject({ description: "收到的日期要在公示期内。" });
  });

  it("says beforehand where another person has to confirm", async () => {
    const needs = async (path: string) =>
      ((await call(app, `/api/v1/acts/${path}`)).body as { needsSecondPerson: boolean }).needsSecondPerson;
    for (const path of ["sanctions/create", "sanctions/decide", "interpretations/create", "organizations/changes"])
      expect(await needs(path), path).toBe(true);
    for (const path of ["sanctions/serve", "applications/create", "users/create"])
      expect(await needs(path), path).toBe(false);
  });

  it("says of every field that takes files for what they are uploaded and for which record", async () => {
    type Schema = { properties?: Record<string, Schema>; "x-files"?: { purpose: string; targetField: string | null } };
    const found = new Map<string, Schema["x-files"]>();
    const { paths } = (await call(app, "/api/openapi.json")).body as Document;
    for (const [path, { post }] of Object.entries(paths)) {
      const [, resource, act = "create"] = /^\/api\/v1\/([a-z-]+)(?:\/\{id\}\/([a-z-]+))?$/.exec(path) ?? [];
      if (post === undefined || resource === undefined) continue;
      const { body } = (await call(app, `/api/v1/acts/${resource}/${act}`)).body as { body: Schema };
      for (const [name, field] of Object.entries(body.properties ?? {})) {
        if (/fileId/i.test(name)) found.set(`${resource}/${act} ${name}`, field["x-files"]);
        const { targetField = null } = field["x-files"] ?? {};
        if (targetField !== null) expect(Object.keys(body.properties ?? {}), path).toContain(targetField);
      }
    }
    const purposes = Object.fromEntries([...found].map(([field, hint]) => [field, hint?.purpose]));
    expect(purposes).toEqual({
      "organizations/attach-papers licenceFileId": "mandate",
      "organizations/attach-papers authorizationFileId": "mandate",
      "organizations/changes fileIds": "organization_change",
      "inspections/record fileIds": "inspection",
      "inspections/check-again fileIds": "inspection",
      "notices/objections fileIds": "objection",
      "reports/edit fileIds": "report",
      "sanctions/create fileIds": "sanction",
    });
  });

  it("offers records by their names wherever an id is asked for", async () => {
    type Schema = { properties?: Record<string, Schema>; items?: Schema; oneOf?: Schema[]; "x-reference"?: string };
    // What the page has in hand: the mandate at whose papers the button stands, the self-check, the papers just uploaded, what a note is about.
    const inHand = ["mandateId", "sessionId", "licenceFileId", "authorizationFileId", "inspectorsFileId", "unitFileId"];
    const unnamed: string[] = [];
    const visit = (schema: Schema, where: string) => {
      for (const each of [...(schema.oneOf ?? []), ...(schema.items ? [schema.items] : [])]) visit(each, where);
      for (const [name, field] of Object.entries(schema.properties ?? {})) {
        const isInHand = inHand.includes(name) || where === "staff-notes/create";
        const isId = /(Id|^district|^standIn)$/.test(name) && !isInHand;
        if (isId && field["x-reference"] === undefined) unnamed.push(`${where} ${name}`);
        visit(field, where);
      }
    };
    const { paths } = (await call(app, "/api/openapi.json")).body as Document;
    for (const [path, { post }] of Object.entries(paths)) {
      const [, resource, act = "create"] = /^\/api\/v1\/([a-z-]+)(?:\/\{id\}\/([a-z-]+))?$/.exec(path) ?? [];
      if (post === undefined || resource === undefined || `${resource}/${act}` === "users/end-stand-in") continue;
      visit(((await call(app, `/api/v1/acts/${resource}/${act}`)).body as { body: Schema }).body, `${resource}/${act}`);
    }
    expect(unnamed).toEqual([]);
  });

  it("is refused for what is no act", async () => {
    expect(await call(app, "/api/v1/acts/applications/burn")).toMatchObject({
      status: 404,
      body: { code: "unknown_path" },
    });
    expect(await call(app, "/api/v1/acts/toString/create")).toMatchObject({ status: 422 });
  });
});
