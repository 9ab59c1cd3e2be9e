import { statSync } from "node:fs";
import { request } from "node:http";
import { openEmbeddedTestDatabase } from "@shifan/db/testing";
import { Upload } from "tus-js-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSettableClock } from "../../testing/app.ts";
import { pdf } from "../../testing/file-samples.ts";
import { ask, create, type FilesApp, send, startFilesApp, tus, upload, uploads } from "../../testing/files.ts";
import { sweepFiles } from "./sweep.ts";

const opened = await openEmbeddedTestDatabase();
const clock = createSettableClock();
let app: FilesApp;
beforeAll(async () => {
  app = await startFilesApp({ opened, clock });
});
afterAll(async () => {
  await app.stop();
  await opened.close();
});

const hour = 60 * 60 * 1_000;
const contentOf = async (on: FilesApp, path: string) =>
  Buffer.from(await (await ask(on, `/api/v1/files/${path.split("/").at(-1)}/content`)).arrayBuffer());
const offsetOf = async (path: string) => Number((await tus(app, "HEAD", path)).headers.get("upload-offset"));

/** Sends the beginning of a content on a connection that breaks once the server has some of it. */
async function sendAndBreak(path: string, content: Buffer): Promise<number> {
  const sending = request(new URL(path, app.origin), {
    method: "PATCH",
    headers: {
      "tus-resumable": "1.0.0",
      "x-user": "user-1",
      "upload-offset": "0",
      "content-type": "application/offset+octet-stream",
      "content-length": content.length,
    },
  });
  sending.on("error", () => {});
  sending.write(content.subarray(0, content.length / 2));
  const kept = app.fileServices.partialUploads.pathOf(path.split("/").at(-1) ?? "");
  while (statSync(kept).size === 0) await new Promise(setImmediate);
  sending.destroy();
  return offsetOf(path);
}

describe("an interrupted upload", () => {
  it("goes on where the connection broke", async () => {
    const content = pdf(3_000_000, "broken line");
    const path = (await create(app, content.length)).headers.get("location") ?? "";
    const offset = await sendAndBreak(path, content);
    expect(offset).toBeGreaterThan(0);
    expect(offset).toBeLessThanOrEqual(content.length / 2);
    const early = await ask(app, path.replace("/uploads", ""));
    expect([early.status, await early.json()]).toEqual([409, expect.objectContaining({ code: "upload_incomplete" })]);
    expect((await send(app, path, offset + 1, content.subarray(offset + 1))).problem.code).toBe(
      "upload_offset_conflict",
    );
    expect((await send(app, path, offset, content.subarray(offset))).status).toBe(204);
    expect((await contentOf(app, path)).equals(content)).toBe(true);
  });

  it("goes on with the protocol's own client, in pieces, after it was stopped", async () => {
    const content = pdf(1_000_000, "own client");
    const options = {
      endpoint: `${app.origin}${uploads}`,
      chunkSize: 100_000,
      headers: { "x-user": "user-1" },
      metadata: { purpose: "material", target: "application-1:M06", filename: "审计报告.pdf" },
    };
    const stopped = await new Promise<Upload>((resolve, reject) => {
      const first: Upload = new Upload(content, {
        ...options,
        onError: reject,
        onChunkComplete: (_, accepted) => {
          if (accepted >= 300_000) void first.abort().then(() => resolve(first), reject);
        },
      });
      first.start();
    });
    expect(await offsetOf(new URL(stopped.url ?? "").pathname)).toBeGreaterThanOrEqual(300_000);
    await new Promise<void>((resolve, reject) => {
      new Upload(content, { ...options, uploadUrl: stopped.url, onError: reject, onSuccess: () => resolve() }).start();
    });
    expect((await contentOf(app, stopped.url ?? "")).equals(content)).toBe(true);
  });

  it("is told to the protocol's own client when its file is refused", async () => {
    const refused = new Promise<string>((resolve, reject) => {
      new Upload(Buffer.from("MZ and so on"), {
        endpoint: `${app.origin}${uploads}`,
        headers: { "x-user": "user-1" },
        metadata: { purpose: "material", target: "application-1:M06", filename: "a.pdf" },
        onSuccess: () => reject(new Error("it was taken")),
        onError: (error) => resolve("originalResponse" in error ? (error.originalResponse?.getBody() ?? "") : ""),
      }).start();
    });
    expect(JSON.parse(await refused)).toMatchObject({ code: "file_type_not_accepted" });
  });

  it("whose last answer got lost is told that it is complete, and not made twice", async () => {
    const content = pdf(2_000, "lost answer");
    const { id } = await upload(app, content);
    const before = app.left();
    const again = await tus(app, "HEAD", `${uploads}/${id}`);
    expect([again.status, again.headers.get("upload-offset"), again.headers.get("upload-length")]).toEqual([
      200,
      String(content.length),
      String(content.length),
    ]);
    expect((await tus(app, "HEAD", `${uploads}/${id}`, { user: "stranger" })).status).toBe(404);
    expect(app.left()).toEqual(before);
  });

  it("takes each byte once when two requests send the same at once", async () => {
    const content = pdf(2_000_000, "two at once");
    const path = (await create(app, content.length)).headers.get("location") ?? "";
    const statuses = (await Promise.all([send(app, path, 0, content), send(app, path, 0, content)])).map(
      ({ status }) => status,
    );
    expect(statuses).toContain(204);
    for (const status of statuses) expect([204, 404, 409]).toContain(status);
    expect((await contentOf(app, path)).equals(content)).toBe(true);
  });

  it("is kept for 24 hours of the machine's clock after its last byte, and then removed", async () => {
    const content = pdf(100_000, "abandoned");
    const before = app.left();
    const path = (await create(app, content.length)).headers.get("location") ?? "";
    await send(app, path, 0, content.subarray(0, 60_000));
    const id = path.split("/").at(-1) ?? "";
    const touched = statSync(app.fileServices.partialUploads.pathOf(id)).mtimeMs;
    clock.set(new Date(touched + 23.9 * hour));
    await sweepFiles(app.fileServices, true);
    expect(await offsetOf(path)).toBe(60_000);
    clock.set(new Date(touched + 24.1 * hour));
    expect(await sweepFiles(app.fileServices, true)).toMatchObject({ abandonedUploads: expect.any(Number) });
    expect((await send(app, path, 60_000, content.subarray(60_000))).problem.code).toBe("unknown_upload");
    expect(app.left().filter((name) => !before.includes(name))).toEqual([]);
  });
});

describe("what is stored and belongs to no file", () => {
  it("is removed, and what belongs to one is not", async () => {
    const { id } = await upload(app, pdf(900, "belongs"));
    const stray = await upload(app, pdf(900, "stray"));
    const { sha256 } = (await (await ask(app, `/api/v1/files/${stray.id}`)).json()) as { sha256: string };
    await opened.database.execute(`delete from files where id = '${stray.id}'`);
    await opened.database.execute(`delete from file_contents where sha256 = '${sha256}'`);
    expect(app.left()).toContain(sha256);
    expect(await sweepFiles(app.fileServices, true, 1)).toMatchObject({ unusedContents: 1 });
    expect(app.left()).not.toContain(sha256);
    expect((await contentOf(app, id)).equals(pdf(900, "belongs"))).toBe(true);
  });
});
