import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { auditCheckpointSchema, auditProofSchema } from "@shifan/contract";
import { readCheckpoint } from "@shifan/db";
import { openEmbeddedTestDatabase } from "@shifan/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, createSettableClock, createTestApp, type TestApp } from "../../testing/app.ts";
import { appendTestEntry } from "../../testing/audit.ts";
import { auditKeys } from "../../testing/audit-keys.ts";
import { checkpointFileOf, readCheckpointFile } from "./checkpoint-file.ts";
import { sequence } from "./sequence.ts";

const opened = await openEmbeddedTestDatabase();
const { database } = opened;
const folder = mkdtempSync(join(tmpdir(), "shifan-audit-"));
const checkpointFile = checkpointFileOf(folder);
afterAll(async () => {
  await opened.close();
  rmSync(folder, { recursive: true, force: true });
});

const clock = createSettableClock();
const run = () => sequence({ database, clock, auditKeys, checkpointFile });
const proofPath = "/api/v1/public/audit/proof";
let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ opened, clock });
});

describe("the audit trail for everybody", () => {
  it("has no checkpoint before the first entry, and no proof of what it does not know", async () => {
    await run();
    expect(await call(app, "/api/v1/public/audit/checkpoint")).toMatchObject({
      status: 404,
      body: { code: "unknown_checkpoint" },
    });
    expect(await call(app, `${proofPath}?entry=nothing`)).toMatchObject({
      status: 404,
      body: { code: "unknown_entry" },
    });
  });

  it("puts what was written under a signed checkpoint, in the database and in the file", async () => {
    for (let n = 0; n < 7; n += 1) await appendTestEntry(database, `u${n}`);
    await run();
    clock.forward(20);
    await run();
    const { body, status } = await call(app, "/api/v1/public/audit/checkpoint");
    expect(status).toBe(200);
    const checkpoint = auditCheckpointSchema.strict().parse(body);
    expect(checkpoint).toMatchObject({
      size: 7,
      at: "2026-06-10T01:30:00.000Z",
      publicKey: auditKeys.current.publicKey,
    });
    expect(readCheckpointFile(checkpointFile)).toEqual({ readable: true, checkpoints: [readCheckpoint(body)] });
  });

  it("proves that one checkpoint goes on from another", async () => {
    await appendTestEntry(database, "u7");
    await run();
    const { body, status } = await call(app, `${proofPath}?from=7&to=8`);
    expect(status).toBe(200);
    expect(auditProofSchema.parse(body)).toMatchObject({ kind: "consistency", from: 7, to: 8 });
  });

  it.each([
    "",
    "?from=1",
    "?to=1",
    "?entry=a&from=1&to=2",
    "?from=0&to=1",
    "?from=2&to=1",
    "?from=1&to=9",
    "?from=x&to=1",
    "?size=1",
  ])("refuses a question that it cannot answer: %s", async (query) => {
    expect(await call(app, `${proofPath}${query}`)).toMatchObject({ status: 422, body: { code: "invalid_input" } });
  });

  it("keeps in the file what was signed while the file was not there", async () => {
    rmSync(checkpointFile);
    await run();
    expect(readCheckpointFile(checkpointFile)).toMatchObject({ checkpoints: [{ size: 7 }, { size: 8 }] });
  });

  it("does not go on in silence when the file reaches further than the database", async () => {
    const other = await openEmbeddedTestDatabase();
    const running = sequence({ database: other.database, clock, auditKeys, checkpointFile });
    await expect(running).rejects.toThrow("reaches 8 entries, the database 0");
    await other.close();
  });
});

describe("docs/verify-proof.mjs", () => {
  const program = fileURLToPath(new URL("../../../../docs/verify-proof.mjs", import.meta.url));
  const proofFile = join(folder, "proof.json");
  const bodyFile = join(folder, "body");

  function check(...args: string[]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: "utf8" });
    return { status, said: stdout + stderr };
  }

  async function prove() {
    const entry = await appendTestEntry(database);
    await run();
    const proof = auditProofSchema.parse((await call(app, `${proofPath}?entry=${entry}`)).body);
    if (proof.kind !== "inclusion") throw new Error("no proof of inclusion");
    const rows = await database.query.auditEntries.findMany({ where: (row, { eq }) => eq(row.id, entry) });
    writeFileSync(bodyFile, rows[0]?.body ?? "");
    return proof;
  }

  it("proves an entry to anybody who has kept the public key", async () => {
    const { publicKey } = auditKeys.current;
    const proof = await prove();
    const write = (change: object) => writeFileSync(proofFile, JSON.stringify({ ...proof, ...change }));
    write({});
    expect(JSON.stringify(proof)).not.toContain("invite");
    expect(check(proofFile, publicKey, bodyFile)).toEqual({ status: 0, said: expect.stringMatching(/^成立：位置 8 /) });
    expect(check(proofFile, publicKey)).toMatchObject({ status: 0 });
    expect(check(proofFile, "another")).toEqual({ status: 1, said: "检查点的公钥与您给的不同\n" });
    write({ checkpoint: { ...proof.checkpoint, size: 10 } });
    expect(check(proofFile, publicKey)).toEqual({ status: 1, said: "检查点的签名不成立\n" });
    write({ path: proof.path.slice(1) });
    expect(check(proofFile, publicKey)).toEqual({ status: 1, said: "证明不能从条目推到检查点的根\n" });
    write({});
    writeFileSync(bodyFile, readFileSync(bodyFile, "utf8").replace("新任经办", "离任经办"));
    expect(check(proofFile, publicKey, bodyFile)).toEqual({ status: 1, said: "条目的全文与证明里的指纹不同\n" });
  });

  it("says so when it has nothing to check", () => {
    expect(check()).toMatchObject({ status: 2, said: expect.stringMatching(/^没有核对：用法/) });
    expect(check(join(folder, "none"), "key")).toMatchObject({ status: 2, said: expect.stringMatching(/^没有核对/) });
  });

  it("agrees with our own check for every place in trees of many sizes, and stays small", async () => {
    expect(readFileSync(program, "utf8").split("\n").length).toBeLessThanOrEqual(60);
    expect(readFileSync(program, "utf8").match(/from "(?!node:)/g)).toBeNull();
    for (let n = 0; n < 4; n += 1) {
      writeFileSync(proofFile, JSON.stringify(await prove()));
      expect(check(proofFile, auditKeys.current.publicKey, bodyFile)).toMatchObject({ status: 0 });
    }
  });
});
