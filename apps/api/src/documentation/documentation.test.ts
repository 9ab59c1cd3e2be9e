import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { problemCodes } from "@shifan/contract";
import { openEmbeddedTestDatabase } from "@shifan/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { call, createTestApp, type TestApp } from "../../testing/app.ts";

type Media = { schema: object; example?: unknown };
type Operation = {
  operationId: string;
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { content?: Record<string, Media> }>;
};
type Document = {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
};

const opened = await openEmbeddedTestDatabase();
let app: TestApp;
let document: Document;
beforeAll(async () => {
  app = await createTestApp({ opened });
  document = (await call(app, "/api/openapi.json")).body as Document;
});
afterAll(() => opened.close());

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
const bodies = () =>
  operations().flatMap(({ path, method, operation }) => [
    ...Object.values(operation.requestBody?.content ?? {}).map((media) => ({ where: `${method} ${path}`, media })),
    ...Object.entries(operation.responses).flatMap(([status, { content }]) =>
      Object.values(content ?? {}).map((media) => ({ where: `${method} ${path} ${status}`, media })),
    ),
  ]);

describe("the description of the API", () => {
  it("is OpenAPI 3.1 and passes the linter without an error", () => {
    expect(document.openapi).toBe("3.1.0");
    const folder = mkdtempSync(join(tmpdir(), "shifan-openapi-"));
    const file = join(folder, "openapi.json");
    writeFileSync(file, JSON.stringify(document));
    const linter = join(dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")), "bin", "cli.js");
    const environment = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", CI: "1" };
    try {
      // Without a configuration the linter's recommended rules hold; it ends with an error when one is broken.
      const report = execFileSync(process.execPath, [linter, "lint", file, "--format=json"], {
        env: environment,
        cwd: folder,
        stdio: ["ignore", "pipe", "ignore"],
      });
      expect(JSON.parse(report.toString()).totals.errors).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("describes every address of the API that is served, and no other", () => {
    const described = operations().map(({ path, method }) => `${method.toUpperCase()} ${path}`);
    const served = app.app.routes
      .filter(({ method, path }) => method !== "ALL" && !path.includes("*") && !/^\/api\/(docs|openapi)/.test(path))
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, "{$1}")}`);
    expect(described.sort()).toEqual([...new Set(served)].sort());
  });

  it("has an example of every body, and each fits its schema", () => {
    const wholeOf = (schema: object) => ({ ...schema, components: document.components });
    for (const { where, media } of bodies()) {
      expect(media.example, where).toBeDefined();
      const checked = z.fromJSONSchema(inline(wholeOf(media.schema)) as never).safeParse(media.example);
      expect(checked.success ? [] : checked.error.issues, where).toEqual([]);
    }
    expect(bodies().length).toBeGreaterThan(40);
  });

  it("has request examples that the app itself takes", async () => {
    const evaluate = operations().find(({ operation }) => operation.operationId === "evaluate");
    const example = evaluate?.operation.requestBody?.content["application/json"]?.example;
    const path = (evaluate?.path ?? "").replace("{policyId}", "zhengzhou-sme-platform");
    const answer = await call(app, path, { body: example });
    expect(answer.body).toEqual(evaluate?.operation.responses["200"]?.content?.["application/json"]?.example);
  });

  it("is there for people too, with every call and every code, and loads nothing from elsewhere", async () => {
    const { body, headers } = await call(app, "/api/docs");
    const page = String(body);
    expect(headers.get("content-type")).toContain("text/html");
    for (const { operation } of operations()) expect(page).toContain(`id="${operation.operationId}"`);
    for (const code of Object.keys(problemCodes)) expect(page).toContain(`id="${code}"`);
    expect(page).not.toMatch(/(src|href)="(https?:)?\/\//);
    expect(page).not.toMatch(/<script|style="/);
    const [, stylesheet] = /<link rel="stylesheet" href="([^"]+)"/.exec(page) ?? [];
    const style = await call(app, stylesheet ?? "");
    expect(style.headers.get("content-type")).toContain("text/css");
  });
});

/** Puts every referred schema in its place: the checker knows local definitions only. */
function inline(schema: object): object {
  const { components, ...root } = schema as { components: Document["components"] };
  const resolve = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(resolve);
    if (typeof node !== "object" || node === null) return node;
    if ("$ref" in node) return resolve(components.schemas[String(node.$ref).split("/").at(-1) ?? ""]);
    return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, resolve(value)]));
  };
  return resolve(root) as object;
}
