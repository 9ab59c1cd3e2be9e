import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createClient, createTelegramClient } from "@shifan/contract/client";
import { listHolidayYears, openDatabase } from "@shifan/db";
import { placeTestDatabase } from "@shifan/db/testing";
import { afterEach, describe, expect, it } from "vitest";
import { appendTestEntry } from "../testing/audit.ts";
import { checkpointFileOf, readCheckpointFile } from "./audit/checkpoint-file.ts";

/** What is deployed, where it has been built; a start from the source takes three times as long. */
const [bundle, source] = ["../dist/main.js", "./main.ts"].map((path) => fileURLToPath(new URL(path, import.meta.url)));
const main = (bundle !== undefined && existsSync(bundle) ? bundle : source) as string;
const folders: string[] = [];
const children: ChildProcess[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) await end(child, "SIGKILL");
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A data folder whose database is there already: making one is tested where databases are opened. */
async function newDataFolder(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "shifan-main-"));
  folders.push(folder);
  await placeTestDatabase(join(folder, "database"));
  return folder;
}

/** What Node has compiled at one start it need not compile at the next. */
const compiled = { NODE_COMPILE_CACHE: join(tmpdir(), "shifan-compiled") };

function run(environment: Record<string, string>) {
  const child = spawn(process.execPath, [main], {
    env: { PORT: "0", ...compiled, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  const said = { out: "", error: "" };
  child.stdout.on("data", (chunk: Buffer) => {
    said.out += chunk;
  });
  child.stderr.on("data", (chunk: Buffer) => {
    said.error += chunk;
  });
  return { child, said };
}

/** Starts the server and waits until it says where it listens. */
async function startServer(environment: Record<string, string>) {
  const { child, said } = run(environment);
  await Promise.race([once(child.stdout, "data"), once(child, "exit")]);
  const baseUrl = /http:\/\/localhost:\d+/.exec(said.out)?.[0];
  if (baseUrl === undefined) throw new Error(`it did not start: ${said.error}`);
  return { child, said, baseUrl, client: createClient({ baseUrl }) };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill(signal);
    await once(child, "close");
  }
  return child.exitCode;
}

/** Runs to the end. */
async function runToEnd(environment: Record<string, string>) {
  const { child, said } = run(environment);
  await once(child, "close");
  return { exitCode: child.exitCode, ...said };
}

describe("the server", () => {
  it("says where it listens and how to stop, stops in order, and goes on with its data at the next start", async () => {
    const environment = { DATA_DIR: await newDataFolder(), SHIFAN_NOW: "2026-06-10T23:59:00+08:00" };
    const first = await startServer(environment);
    expect(first.said.out).toMatch(/门户.*\n.*工作台.*\/admin\/\n.*接口.*\/api\/docs\n.*Ctrl-C\n$/);
    const chat = await first.client.createChatSession();
    const { turn } = await first.client.sendChatInput(chat, { action: "start", seq: 1 });
    expect(await end(first.child, "SIGINT")).toBe(0);
    expect(first.said).toMatchObject({ out: expect.stringMatching(/已停止\n$/), error: "" });

    const second = await startServer(environment);
    const session = await second.client.readChatSession(chat);
    expect(session.turn.question).toEqual(turn.question);
    expect(session.transcript[1]?.at).toMatch(/^2026-06-1[01]T/);
    expect(await end(second.child, "SIGTERM")).toBe(0);
  });

  it("has lost nothing that was answered when it is killed", async () => {
    const environment = { DATA_DIR: await newDataFolder() };
    const killed = await startServer(environment);
    const chat = await killed.client.createChatSession();
    const answered: number[] = [];
    for (let seq = 1; seq <= 40; seq += 1) {
      void killed.client.sendChatInput(chat, { action: "help", seq }).then(
        () => answered.push(seq),
        () => {},
      );
    }
    await expect.poll(() => answered.length).toBeGreaterThan(10);
    await end(killed.child, "SIGKILL");

    const next = await startServer(environment);
    const { transcript } = await next.client.readChatSession(chat);
    expect(transcript.length - 1).toBeGreaterThanOrEqual(answered.length);
    for (const seq of answered) await next.client.sendChatInput(chat, { action: "help", seq });
    expect((await next.client.readChatSession(chat)).transcript).toHaveLength(transcript.length);
  });

  it("puts what was written under a signed checkpoint before it stops, with keys of its own making", async () => {
    const folder = await newDataFolder();
    const opened = await openDatabase({ directory: join(folder, "database") });
    await appendTestEntry(opened.database);
    await opened.close();
    const { child, said } = await startServer({ DATA_DIR: folder });
    expect(await end(child, "SIGTERM")).toBe(0);
    expect(said.error).toBe("");
    const stopped = await openDatabase({ directory: join(folder, "database") });
    // The announced years of the holiday calendar were put in at the start.
    const size = 1 + (await listHolidayYears(stopped.database)).length;
    await stopped.close();
    expect(readCheckpointFile(checkpointFileOf(folder))).toMatchObject({ checkpoints: [{ size }] });
    for (const name of ["audit-key", "data-key"])
      expect(readFileSync(join(folder, name), "utf8")).toMatch(/^[\w-]{43}\n$/);
    const program = fileURLToPath(new URL("../bin/audit-verify.ts", import.meta.url));
    const verified = spawnSync(process.execPath, [program], {
      env: { ...compiled, DATA_DIR: folder },
      encoding: "utf8",
    });
    expect(verified).toMatchObject({ status: 0, stdout: expect.stringMatching(/^审计记录完整/), stderr: "" });
  });

  it("makes the bot's token and takes it", async () => {
    const folder = await newDataFolder();
    const { baseUrl } = await startServer({ DATA_DIR: folder });
    const serviceToken = readFileSync(join(folder, "service-token"), "utf8").trim();
    const bot = createTelegramClient({ baseUrl, serviceToken });
    expect(await bot.storeUpdate({ updateId: 1, chatId: 2, payload: {} })).toEqual({ updateId: 1, stored: true });
    const stranger = createTelegramClient({ baseUrl, serviceToken: "somebody-else" });
    await expect(stranger.claimUpdates({ limit: 1, leaseSeconds: 1, worker: "x" })).rejects.toMatchObject({
      name: "Problem",
      status: 401,
      code: "unauthorized",
    });
  });

  it("does not start a second time on one data folder, nor on a port in use, and says so in one line", async () => {
    const folder = await newDataFolder();
    const { baseUrl } = await startServer({ DATA_DIR: folder });
    const second = await runToEnd({ DATA_DIR: folder });
    expect(second).toMatchObject({ exitCode: 1, out: "", error: expect.stringMatching(/^数据文件夹 [^\n]+\n$/) });
    const other = await runToEnd({ DATA_DIR: await newDataFolder(), PORT: new URL(baseUrl).port });
    expect(other).toMatchObject({ exitCode: 1, out: "", error: expect.stringMatching(/^环境变量 PORT [^\n]+\n$/) });
  });

  it("does not start on a setting it cannot use, and says in one line which", async () => {
    const folder = await newDataFolder();
    const port = await runToEnd({ DATA_DIR: folder, PORT: "http" });
    expect(port).toMatchObject({ exitCode: 1, out: "", error: expect.stringMatching(/^环境变量 PORT [^\n]+\n$/) });
    const policy = await runToEnd({ DATA_DIR: folder, DEFAULT_POLICY: "nowhere" });
    expect(policy).toMatchObject({ exitCode: 1, error: expect.stringMatching(/^环境变量 DEFAULT_POLICY [^\n]+\n$/) });
  });

  it("does not open the data of a newer release, and says so in one line", async () => {
    const folder = await newDataFolder();
    const opened = await openDatabase({ directory: join(folder, "database") });
    await opened.database.execute("insert into schema_migrations (name, hash) values ('9999_of_tomorrow', 'x')");
    await opened.close();
    const outcome = await runToEnd({ DATA_DIR: folder });
    expect(outcome).toMatchObject({
      exitCode: 1,
      out: "",
      error: expect.stringMatching(/^[^\n]*9999_of_tomorrow[^\n]*\n$/),
    });
  });
});
