import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "@shifan/db";
import { findTemplate } from "@shifan/db/testing";
import { expect, it } from "vitest";
import { createSettableClock } from "../../testing/app.ts";
import { pdf } from "../../testing/file-samples.ts";
import { ask, create, type FilesApp, send, startFilesApp, tus } from "../../testing/files.ts";
import { sweepFiles } from "./sweep.ts";

const points = ["arrived", "announced", "stored"] as const;
const source = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);

/** Another process that serves a data folder; it stands still at the point of a completion that the content names. */
async function serveElsewhere(folder: string): Promise<{ child: ChildProcess; origin: string }> {
  const program = `
    const { createHash } = await import("node:crypto");
    const { readFileSync } = await import("node:fs");
    const { openDatabase } = await import("@shifan/db");
    const { startFilesApp } = await import(${source("../../testing/files.ts")});
    const { openLocalStorage } = await import(${source("./storage/local.ts")});
    const folder = ${JSON.stringify(folder)};
    const template = new URL(${JSON.stringify(String(await findTemplate()))});
    const opened = await openDatabase({ directory: folder + "/database", template });
    const storage = openLocalStorage(folder + "/files");
    const pointOf = new Map();
    const halt = () => new Promise(() => process.stdout.write("halted\\n"));
    const scanFile = async (path) => {
      const content = readFileSync(path);
      const point = ${JSON.stringify(points)}.find((name) => content.includes(name));
      pointOf.set(createHash("sha256").update(content).digest("hex"), point);
      return point === "arrived" ? halt() : { clean: true };
    };
    const contentStorage = {
      ...storage,
      has: async (sha256) => (pointOf.get(sha256) === "announced" ? halt() : storage.has(sha256)),
      store: async (sha256, ...rest) => { await storage.store(sha256, ...rest); await halt(); },
    };
    const app = await startFilesApp({ opened, dataDirectory: folder, services: { contentStorage, scanFile } });
    process.stdout.write(app.origin + "\\n");`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    cwd: join(import.meta.dirname, "..", ".."),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [origin] = (await once(child.stdout ?? child, "data")) as [Buffer];
  return { child, origin: origin.toString().trim() };
}

/** Resolves when the process has said so many times that it stands still. */
async function untilHalted(child: ChildProcess, times: number): Promise<void> {
  let said = "";
  for await (const piece of child.stdout ?? []) {
    said += piece;
    if (said.split("halted").length > times) return;
  }
}

it("a server killed while files come to their end has each of them after a start, or nothing of it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "shifan-killed-"));
  const uploads = points.flatMap((point) => [
    { path: "", isTakenUp: true, content: pdf(200_000, `${point} and taken up again `) },
    { path: "", isTakenUp: false, content: pdf(200_000, `${point} and abandoned `) },
  ]);
  const { child, origin } = await serveElsewhere(folder);
  try {
    const elsewhere = { origin } as FilesApp;
    for (const upload of uploads) {
      upload.path = (await create(elsewhere, upload.content.length)).headers.get("location") ?? "";
    }
    const answers = uploads.map(({ path, content }) => send(elsewhere, path, 0, content).catch(() => null));
    await untilHalted(child, uploads.length);
    child.kill("SIGKILL");
    expect(await Promise.all(answers)).toEqual(uploads.map(() => null));
  } finally {
    child.kill("SIGKILL");
  }

  const opened = await openDatabase({ directory: join(folder, "database") });
  const clock = createSettableClock();
  const app = await startFilesApp({ opened, dataDirectory: folder, clock });
  const fileOf = (path: string) => path.replace("/uploads", "");
  try {
    for (const { path, content, isTakenUp } of uploads) {
      expect((await ask(app, fileOf(path))).status).not.toBe(200);
      if (!isTakenUp) continue;
      expect((await tus(app, "HEAD", path)).status).toBe(200);
      const read = await ask(app, `${fileOf(path)}/content`);
      expect(Buffer.from(await read.arrayBuffer()).equals(content)).toBe(true);
    }
    const [, abandoned] = uploads;
    const left = app.fileServices.partialUploads.pathOf(abandoned?.path.split("/").at(-1) ?? "");
    clock.set(new Date(statSync(left).mtimeMs + 25 * 60 * 60 * 1_000));
    await sweepFiles(app.fileServices, true);
    expect(app.left()).toHaveLength(points.length);
  } finally {
    await app.stop();
    await opened.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
