import { openEmbeddedTestDatabase } from "@shifan/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jpeg, office, pdf } from "../../testing/file-samples.ts";
import { ask, type FilesApp, startFilesApp, upload } from "../../testing/files.ts";
import { contentDisposition } from "./disposition.ts";
import { readRange } from "./range.ts";

const opened = await openEmbeddedTestDatabase();
const content = pdf(10_000, "0123456789");
let app: FilesApp;
let path: string;
beforeAll(async () => {
  app = await startFilesApp({ opened });
  path = `/api/v1/files/${(await upload(app, content)).id}/content`;
});
afterAll(async () => {
  await app.stop();
  await opened.close();
});

const get = (headers: Record<string, string> = {}, method = "GET") => ask(app, path, { method, headers });

describe("the content of a file", () => {
  it("is given as what it is and with what keeps a browser from more", async () => {
    const { headers } = await get();
    const { sha256 } = (await (await ask(app, path.replace("/content", ""))).json()) as { sha256: string };
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-length": String(content.length),
      "content-disposition": "inline; filename=\"____.pdf\"; filename*=UTF-8''%E5%AE%A1%E8%AE%A1%E6%8A%A5%E5%91%8A.pdf",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, no-cache",
      etag: `"${sha256}"`,
      "accept-ranges": "bytes",
    });
  });

  it.each([
    ["inline", "a.jpg", jpeg()],
    ["attachment", "a.docx", office("docx")],
  ])("is given %s: %s", async (kind, filename, bytes) => {
    const { id } = await upload(app, bytes, { filename });
    const { headers } = await ask(app, `/api/v1/files/${id}/content`);
    expect(headers.get("content-disposition")).toBe(`${kind}; filename="${filename}"; filename*=UTF-8''${filename}`);
  });

  it.each([
    ["bytes=0-9", 0, 9],
    ["bytes=5000-", 5_000, 9_999],
    ["bytes=-100", 9_900, 9_999],
    ["bytes=9990-20000", 9_990, 9_999],
  ])("is given in part: %s", async (range, start, end) => {
    const answer = await get({ range });
    expect(answer.status).toBe(206);
    expect(answer.headers.get("content-range")).toBe(`bytes ${start}-${end}/10000`);
    expect(answer.headers.get("content-length")).toBe(String(end - start + 1));
    expect(Buffer.from(await answer.arrayBuffer()).equals(content.subarray(start, end + 1))).toBe(true);
  });

  it("is not given beyond its end, and whole when it changed meanwhile", async () => {
    const beyond = await get({ range: "bytes=10000-" });
    expect([beyond.status, beyond.headers.get("content-range")]).toEqual([416, "bytes */10000"]);
    expect((await get({ range: "bytes=0-9", "if-range": '"another"' })).status).toBe(200);
    const etag = (await get()).headers.get("etag") ?? "";
    expect((await get({ range: "bytes=0-9", "if-range": etag })).status).toBe(206);
  });

  it("that is gone from the storage is a fault of ours, told before an answer begins", async () => {
    const { id } = await upload(app, pdf(3_000, "gone"));
    const { sha256 } = (await (await ask(app, `/api/v1/files/${id}`)).json()) as { sha256: string };
    await app.fileServices.contentStorage.remove(sha256);
    for (const range of ["bytes=0-", ""]) {
      const answer = await ask(app, `/api/v1/files/${id}/content`, { headers: range === "" ? {} : { range } });
      expect([answer.status, await answer.json()]).toEqual([500, expect.objectContaining({ code: "internal" })]);
    }
    expect((await upload(app, pdf(3_000, "gone"))).status).toBe(204);
    expect((await ask(app, `/api/v1/files/${id}/content`)).status).toBe(200);
  });

  it("is not given again to who has it, and its size alone to who asks for that", async () => {
    const etag = (await get()).headers.get("etag") ?? "";
    const same = await get({ "if-none-match": `"another", W/${etag}` });
    expect([same.status, await same.text()]).toEqual([304, ""]);
    const head = await get({}, "HEAD");
    expect([head.status, head.headers.get("content-length"), await head.text()]).toEqual([200, "10000", ""]);
  });
});

it.each([
  [undefined, "whole"],
  ["items=0-5", "whole"],
  ["bytes=0-5,7-9", "whole"],
  ["bytes=-", "whole"],
  ["bytes=9-5", "whole"],
  ["bytes=-0", "unsatisfiable"],
  ["bytes=100-", "unsatisfiable"],
  ["bytes=-1000", { start: 0, end: 99 }],
  ["bytes=99-99", { start: 99, end: 99 }],
] as const)("the range %s of 100 bytes is %o", (header, expected) => {
  expect(readRange(header, 100)).toEqual(expected);
});

it("a name cannot break out of its header", () => {
  expect(contentDisposition("attachment", 'a"; b\\%0d%0a’s (1).pdf')).toBe(
    "attachment; filename=\"a_; b__0d_0a_s (1).pdf\"; filename*=UTF-8''a%22%3B%20b%5C%250d%250a%E2%80%99s%20%281%29.pdf",
  );
});
