import { openEmbeddedTestDatabase } from "@shifan/db/testing";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startClamd } from "../../testing/clamd.ts";
import { pdf } from "../../testing/file-samples.ts";
import { ask, type FilesApp, startFilesApp, tus, upload, uploads } from "../../testing/files.ts";
import { createScanner, type ScanFile } from "./scanner.ts";

const virus = "EICAR-STANDARD-ANTIVIRUS-TEST-FILE";
const opened = await openEmbeddedTestDatabase();
let app: FilesApp;
let scanFile: ScanFile = async () => ({ clean: true });
let clamd: Awaited<ReturnType<typeof startClamd>> | undefined;
beforeAll(async () => {
  app = await startFilesApp({ opened, services: { scanFile: (path) => scanFile(path) } });
});
afterEach(async () => {
  await clamd?.stop();
  clamd = undefined;
});
afterAll(async () => {
  await app.stop();
  await opened.close();
});

async function withClamd(options: Parameters<typeof startClamd>[0] = {}) {
  clamd = await startClamd(options);
  scanFile = createScanner(clamd.address, 1_000);
  return clamd;
}

describe("the virus scanner", () => {
  it("gets every byte of a file, and a clean one is taken", async () => {
    const { received } = await withClamd();
    const content = pdf(300_000, "clean");
    expect((await upload(app, content)).status).toBe(204);
    expect(received.map((bytes) => bytes.equals(content))).toEqual([true]);
  });

  it("has a file refused that it finds something in, by the name of what it found", async () => {
    await withClamd();
    const before = app.left();
    const { status, problem } = await upload(app, pdf(300_000, virus));
    expect([status, problem.code]).toEqual([422, "file_unsafe"]);
    expect(problem.detail).toContain("Eicar-Signature");
    expect(app.left()).toEqual(before);
  });

  it("that is away lets the file wait: neither taken nor lost", async () => {
    await (await withClamd()).stop();
    const content = pdf(2_000, "waits");
    const path = `${uploads}/`;
    const waiting = await upload(app, content);
    expect([waiting.status, waiting.problem.code]).toEqual([503, "scan_unavailable"]);
    expect((await tus(app, "HEAD", path + waiting.id)).status).toBe(503);
    expect((await ask(app, `/api/v1/files/${waiting.id}`)).status).toBe(409);
    await withClamd();
    expect((await tus(app, "HEAD", path + waiting.id)).status).toBe(200);
    expect((await ask(app, `/api/v1/files/${waiting.id}`)).status).toBe(200);
  });

  it.each(["INSTREAM size limit exceeded. ERROR\0", "", "stream: OKAY\0"])(
    "that answers %j gave no verdict",
    async (reply) => {
      await withClamd({ reply });
      expect((await upload(app, pdf(2_000, reply || "empty"))).problem.code).toBe("scan_unavailable");
    },
  );
});
