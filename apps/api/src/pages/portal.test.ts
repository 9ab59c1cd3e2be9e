import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { portalPages } from "@shifan/contract/pages";
import { openEmbeddedTestDatabase } from "@shifan/db/testing";
import { afterAll, describe, expect, it } from "vitest";
import { call, createTestApp } from "../../testing/app.ts";

const opened = await openEmbeddedTestDatabase();
const portalDirectory = mkdtempSync(join(tmpdir(), "shifan-portal-"));
const document = "<!doctype html><title>门户</title>";
const script = "export const words = '一问一答';".repeat(50);
mkdirSync(join(portalDirectory, "assets"));
writeFileSync(join(portalDirectory, "index.html"), document);
writeFileSync(join(portalDirectory, "assets", "index-abc.js"), script);
writeFileSync(join(portalDirectory, "mark.svg"), "<svg/>");
writeFileSync(join(portalDirectory, "notes.unknown"), "not for anybody");
const app = await createTestApp({ opened, portalDirectory });
afterAll(async () => {
  await opened.close();
  rmSync(portalDirectory, { recursive: true });
});
const page = { headers: { accept: "text/html" } };

describe("the portal", () => {
  it.each(Object.values(portalPages))(
    "answers %s with its document, which is asked for anew each time",
    async (path) => {
      const answer = await call(app, path, page);
      expect(answer).toMatchObject({ status: 200, body: document });
      expect(answer.headers.get("cache-control")).toBe("no-cache");
      expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
    },
  );

  it("answers an address that nobody knows with its document and 404, and programs with a problem", async () => {
    expect(await call(app, "/nowhere", page)).toMatchObject({ status: 404, body: document });
    expect(await call(app, "/nowhere")).toMatchObject({ status: 404, body: { code: "unknown_path" } });
    expect(await call(app, "/api/v1/nowhere", page)).toMatchObject({ status: 404, body: { code: "unknown_path" } });
    expect(await call(app, "/assets/gone.js")).toMatchObject({ status: 404 });
    expect(await call(app, "/notes.unknown")).toMatchObject({ status: 404 });
  });

  it.each([
    ["br", "gzip, deflate, br", brotliDecompressSync],
    ["gzip", "gzip;q=1, br;q=0", gunzipSync],
  ])("packs files as %s for whoever takes it", async (encoding, accepted, unpack) => {
    const answer = await app.app.request("/assets/index-abc.js", { headers: { "accept-encoding": accepted } });
    expect(answer.headers.get("content-encoding")).toBe(encoding);
    expect(answer.headers.get("vary")).toBe("accept-encoding");
    expect(unpack(Buffer.from(await answer.arrayBuffer())).toString()).toBe(script);
  });

  it("lets files whose name changes with their content be kept, and tells the same from the changed", async () => {
    const answer = await call(app, "/assets/index-abc.js");
    expect(answer).toMatchObject({ status: 200, body: script });
    expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect((await call(app, "/mark.svg")).headers.get("cache-control")).toBe("no-cache");
    const etag = answer.headers.get("etag") ?? "";
    expect(await call(app, "/assets/index-abc.js", { headers: { "if-none-match": etag } })).toMatchObject({
      status: 304,
    });
  });

  it("runs nothing and loads nothing from elsewhere, is not framed, and leaves no answer of the API behind", async () => {
    const { headers } = await call(app, "/", page);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*|data:/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    const begun = await call(app, "/api/v1/chat/sessions", { body: {} });
    expect(begun.headers.get("cache-control")).toBe("no-store");
  });
});
