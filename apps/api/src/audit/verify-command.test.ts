import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, openDatabase, type TrackedResource, writeCheckpoint } from "@shifan/db";
import { findTemplate } from "@shifan/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSettableClock } from "../../testing/app.ts";
import { appendTestEntry } from "../../testing/audit.ts";
import { auditKeys, auditSeed } from "../../testing/audit-keys.ts";
import { checkpointFileOf, readCheckpointFile } from "./checkpoint-file.ts";
import { sequence } from "./sequence.ts";
import { verifyCommand } from "./verify-command.ts";

const folder = mkdtempSync(join(tmpdir(), "shifan-verify-"));
const checkpointFile = checkpointFileOf(folder);
const given = join(folder, "given.json");
const environment = { DATA_DIR: folder, AUDIT_KEY: auditSeed.toString("base64") };
const open = async () => openDatabase({ directory: join(folder, "database"), template: await findTemplate() });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const users: TrackedResource = {
  resource: "users",
  read: async function* () {
    yield { recordId: "u1", state: { recordId: "u1" } };
  },
};

async function verify(args: string[] = [], environmentOfIt: Record<string, string> = environment, resources = [users]) {
  const said = { out: "", error: "" };
  const code = await verifyCommand(
    args,
    environmentOfIt,
    {
      out: (text) => {
        said.out += text;
      },
      error: (text) => {
        said.error += text;
      },
    },
    resources,
  );
  return { code, ...said };
}

/** Does something to the database with triggers off. */
async function tamper(change: (database: Database) => Promise<unknown>) {
  const { database, close } = await open();
  await database.transaction(async (transaction) => {
    await transaction.execute("set local session_replication_role = replica");
    await change(transaction);
  });
  await close();
}

beforeAll(async () => {
  const { database, close } = await open();
  await appendTestEntry(database);
  await sequence({ database, clock: createSettableClock(), auditKeys, checkpointFile });
  const kept = readCheckpointFile(checkpointFile);
  if (!kept.readable || kept.checkpoints[0] === undefined) throw new Error("no checkpoint");
  writeFileSync(given, JSON.stringify(writeCheckpoint(kept.checkpoints[0])));
  await close();
});

describe("npm run audit:verify", () => {
  it("says that the trail is whole, with counts and the root", async () => {
    expect(await verify()).toEqual({
      code: 0,
      error: "",
      out: expect.stringMatching(/^审计记录完整.*\n条目 1 条；检查点 1 个；核对记录 1 份。\n根 [\w-]{43}$/),
    });
    expect(await verify([given])).toMatchObject({ code: 0, out: expect.stringMatching(/与所给的 1 个检查点/) });
    expect(await verify([checkpointFile])).toMatchObject({ code: 0 });
  });

  it.each(["--help", "-h"])("tells how it is used: %s", async (option) => {
    expect(await verify([option])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^用法：npm run audit:verify/),
    });
  });

  it("names the first thing that is broken, what it means and what to do", async () => {
    await tamper((database) => database.execute("update audit_entries set ground = '改过'"));
    expect(await verify()).toEqual({
      code: 1,
      error: "",
      out: expect.stringMatching(
        /^审计记录有改动，最先发现的一处：条目 [\w-]{36}（位置 0）的 ground .*。\n这意味着：.*。\n请停止服务/,
      ),
    });
    await tamper((database) => database.execute("update audit_entries set ground = '新任经办'"));
    expect(await verify()).toMatchObject({ code: 0 });
  });

  it("says in one line why nothing was verified", async () => {
    const empty = join(folder, "empty");
    mkdirSync(empty);
    writeFileSync(join(folder, "other.jsonl"), "{}\n");
    writeFileSync(join(folder, "nothing.jsonl"), "");
    for (const [args, changed, message] of [
      [["a", "b"], {}, /^只能给出一个检查点文件，现在有2个/],
      [["--all"], {}, /^没有 --all 这个选项/],
      [[join(folder, "none")], {}, /^读不到检查点文件/],
      [[join(folder, "other.jsonl")], {}, /第1行不是检查点$/],
      [[join(folder, "nothing.jsonl")], {}, /里没有检查点$/],
      [[], { AUDIT_KEY: "short" }, /^环境变量 AUDIT_KEY 应为/],
      [[], { AUDIT_KEY: "" }, /^没有密钥可以核对签名/],
      [[], { DATA_DIR: empty }, /里没有数据库/],
      [[], { DATABASE_URL: "postgres://somebody:a-secret@127.0.0.1:1/none" }, /^连不上 DATABASE_URL/],
    ] as const) {
      const { code, out, error } = await verify([...args], { ...environment, ...changed });
      expect({ code, out }, String(message)).toEqual({ code: 2, out: "" });
      expect(error).toMatch(message);
      expect(error).not.toContain("\n");
    }
  });

  it("says in one line that the server holds the folder", async () => {
    const { close } = await open();
    expect(await verify()).toMatchObject({ code: 2, error: expect.stringMatching(/^数据文件夹 .*正由另一个进程.*$/) });
    await close();
  });
});
