import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { findTemplate } from "../../testing/embedded.ts";
import { rowsOf } from "../rows.ts";
import { openDatabase, openExistingDatabase } from "./open.ts";
import { makeTemplate } from "./template.ts";

const folders: string[] = [];
const children: ChildProcess[] = [];
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "shifan-data-"));
  folders.push(folder);
  return folder;
}
const template = await findTemplate();
afterEach(async () => {
  for (const child of children.splice(0)) await kill(child);
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL");
  await once(child, "exit");
}

const openSource = new URL("./open.ts", import.meta.url).href;

/** Another process that opens the folder, writes committed numbers and says each one when it is committed. */
async function writeElsewhere(directory: string): Promise<{ child: ChildProcess; committed: () => number }> {
  const program = `
    const { openDatabase } = await import(${JSON.stringify(openSource)});
    const template = new URL(${JSON.stringify(template)});
    const { database } = await openDatabase({ directory: ${JSON.stringify(directory)}, template });
    await database.execute("create table if not exists written (n int primary key)");
    for (let n = 1; ; n += 1) {
      await database.execute("insert into written values (" + n + ")");
      process.stdout.write(n + "\\n");
    }`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  let said = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    said += chunk;
  });
  await once(child.stdout ?? child, "data");
  return { child, committed: () => Math.max(...said.split("\n").slice(0, -1).map(Number)) };
}

describe("the embedded database", () => {
  it("keeps its data when closed and opened again", async () => {
    const directory = newFolder();
    const first = await openDatabase({ directory, template });
    await first.database.execute(sql`create table kept (n int)`);
    await first.database.execute(sql`insert into kept values (1)`);
    await first.close();
    const second = await openDatabase({ directory });
    expect(rowsOf(await second.database.execute(sql`select n from kept`))).toEqual([{ n: 1 }]);
    await second.close();
  });

  it("makes a new folder by itself when there is no template", async () => {
    const opened = await openDatabase({ directory: newFolder() });
    expect(rowsOf(await opened.database.execute(sql`select id from chat_sessions`))).toEqual([]);
    await opened.close();
  });

  it("begins a new folder with the packed template it is given", async () => {
    const folder = newFolder();
    const packed = join(folder, "template.tar.gz");
    writeFileSync(packed, await makeTemplate("gzip"));
    const opened = await openDatabase({ directory: join(folder, "data"), template: pathToFileURL(packed) });
    expect(rowsOf(await opened.database.execute(sql`select id from chat_sessions`))).toEqual([]);
    await opened.close();
  });

  it("makes a folder anew whose making was cut short", async () => {
    const directory = newFolder();
    mkdirSync(join(directory, "postgres.new"));
    writeFileSync(join(directory, "postgres.new", "PG_VERSION"), "cut");
    const opened = await openDatabase({ directory, template });
    expect(existsSync(join(directory, "postgres.new"))).toBe(false);
    await opened.close();
  });

  it("is opened as it is by whoever only looks, and never made", async () => {
    const directory = newFolder();
    await expect(openExistingDatabase({ directory })).rejects.toMatchObject({ code: "no_database" });
    expect(existsSync(join(directory, "postgres"))).toBe(false);
    await (await openDatabase({ directory, template })).close();
    await (await openExistingDatabase({ directory })).close();
  });

  it("is refused to a second opener in one line that names the folder and the holder", async () => {
    const directory = newFolder();
    const opened = await openDatabase({ directory, template });
    await expect(openDatabase({ directory, template })).rejects.toMatchObject({
      code: "folder_in_use",
      message: expect.stringMatching(new RegExp(`^数据文件夹 ${directory} .*进程号 ${process.pid}.*DATA_DIR$`)),
    });
    await opened.close();
  });

  it("is refused while another process lives, and taken over from a killed one with everything it committed", async () => {
    const directory = newFolder();
    const { child, committed } = await writeElsewhere(directory);
    await expect(openDatabase({ directory, template })).rejects.toMatchObject({ code: "folder_in_use" });
    await kill(child);
    const opened = await openDatabase({ directory, template });
    const [row] = rowsOf<{ n: number }>(await opened.database.execute(sql`select max(n) as n from written`));
    expect(row?.n).toBeGreaterThanOrEqual(committed());
    expect(committed()).toBeGreaterThan(0);
    await opened.close();
  });

  it("says plainly when the folder holds something that is not a database", async () => {
    const directory = newFolder();
    mkdirSync(join(directory, "postgres"));
    writeFileSync(join(directory, "postgres", "PG_VERSION"), "not a database");
    await expect(openDatabase({ directory, template })).rejects.toMatchObject({ code: "unreadable_folder" });
  });
});

it("a PostgreSQL that cannot be reached is refused without giving its password away", async () => {
  const refusal = openDatabase({ url: "postgres://somebody:a-secret@127.0.0.1:1/none" });
  await expect(refusal).rejects.toMatchObject({
    code: "unreachable",
    message: expect.not.stringContaining("a-secret"),
  });
});
