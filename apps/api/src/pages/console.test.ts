import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEmbeddedTestDatabase } from "@shifan/db/testing";
import { afterAll, describe, expect, it } from "vitest";
import { call, createTestApp } from "../../testing/app.ts";

const opened = await openEmbeddedTestDatabase();
const consoleDirectory = mkdtempSync(join(tmpdir(), "shifan-console-"));
mkdirSync(join(consoleDirectory, "assets"));
writeFileSync(
  join(consoleDirectory, "index.html"),
  '<meta name="style-nonce" content="__STYLE_NONCE__"><title>工作台</title>',
);
writeFileSync(join(consoleDirectory, "assets", "main-abc.js"), "export {};");
for (const name of ["pdf.worker.min.mjs", "GB-EUC-H.bcmap", "FoxitSans.pfb"]) {
  writeFileSync(join(consoleDirectory, "assets", name), "1");
}
const app = await createTestApp({ opened, consoleDirectory });
afterAll(async () => {
  await opened.close();
  rmSync(consoleDirectory, { recursive: true });
});
const page = { headers: { accept: "text/html" } };

describe("the console", () => {
  it("is one document at every address of its own", async () => {
    for (const path of ["/admin/", "/admin/applications", "/admin/applications/b7a1c2d3/show"]) {
      const answer = await call(app, path, page);
      expect(answer).toMatchObject({ status: 200, body: expect.stringContaining("工作台") });
      expect(answer.headers.get("cache-control")).toBe("no-store");
    }
    expect((await call(app, "/admin", page)).headers.get("location")).toBe("/admin/");
  });

  it("knows its own styles by a word that is another one in each answer, and the page and the header agree on it", async () => {
    const words = await Promise.all(
      [1, 2].map(async () => {
        const { headers, body } = await call(app, "/admin/", page);
        const policy = headers.get("content-security-policy") ?? "";
        expect(policy).not.toMatch(/unsafe|https?:|\*|data:/);
        const word = /style-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1];
        expect(body).toContain(`content="${word}"`);
        return word;
      }),
    );
    expect(new Set(words).size).toBe(2);
  });

  it("keeps files whose name changes with their content, and has no document for those that are gone", async () => {
    const script = await call(app, "/admin/assets/main-abc.js");
    expect(script.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(await call(app, "/admin/assets/gone.js", page)).toMatchObject({ status: 404 });
  });

  it("has what papers are drawn with: the worker as a script, characters and fonts as they are", async () => {
    const typeOf = async (name: string) => (await call(app, `/admin/assets/${name}`)).headers.get("content-type");
    expect(await typeOf("pdf.worker.min.mjs")).toBe("text/javascript; charset=utf-8");
    expect(await typeOf("GB-EUC-H.bcmap")).toBe("application/octet-stream");
    expect(await typeOf("FoxitSans.pfb")).toBe("application/octet-stream");
  });
});
