import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { after, sampleFile, sampleInstant } from "../../testing/samples.ts";
import { suite } from "../../testing/suite.ts";
import { rowsOf } from "../rows.ts";
import { deleteContentUnlessUsed, listUnusedContents } from "./file-contents.ts";
import {
  announceFile,
  confirmFile,
  countFilesOf,
  deleteFile,
  deleteFilesStoringSince,
  findFile,
  listFilesOf,
} from "./files.ts";

const hash = (letter: string) => letter.repeat(64);

export const filesSuite = suite("files", (open) => {
  const contents = async () =>
    rowsOf<{ sha256: string }>(await open().database.execute(sql`select sha256 from file_contents`)).map(
      ({ sha256 }) => sha256,
    );

  it("are shown once their content is stored, and not before", async () => {
    const { database } = open();
    const file = sampleFile({ id: "shown", target: "shown" });
    await announceFile(database, file);
    expect(await findFile(database, "shown")).toBeNull();
    expect(await listFilesOf(database, "material", "shown")).toEqual([]);
    expect(await countFilesOf(database, "material", "shown")).toBe(1);
    await confirmFile(database, "shown");
    const { storingSince, ...shown } = file;
    expect(await findFile(database, "shown")).toEqual({ ...shown, state: "stored" });
    expect(await listFilesOf(database, "material", "shown")).toEqual([{ ...shown, state: "stored" }]);
    expect(await listFilesOf(database, "seal", "shown")).toEqual([]);
  });

  it("stay as they are when announced again after they were stored", async () => {
    const { database } = open();
    await announceFile(database, sampleFile({ id: "again" }));
    await confirmFile(database, "again");
    await announceFile(database, sampleFile({ id: "again", storingSince: after(60) }));
    expect(await findFile(database, "again")).toMatchObject({ state: "stored", uploadedAt: sampleInstant });
  });

  it("share their content, which goes with the last of them and not before", async () => {
    const { database } = open();
    const sha256 = hash("c");
    for (const id of ["first", "second"]) {
      await announceFile(database, sampleFile({ id, sha256 }));
      await confirmFile(database, id);
    }
    expect((await contents()).filter((known) => known === sha256)).toHaveLength(1);
    const removed: string[] = [];
    const remove = () => deleteContentUnlessUsed(database, sha256, async () => void removed.push(sha256));
    await deleteFile(database, "first");
    expect(await listUnusedContents(database, 10)).not.toContain(sha256);
    expect(await remove()).toBe(false);
    await deleteFile(database, "second");
    expect(await listUnusedContents(database, 10)).toContain(sha256);
    expect(await remove()).toBe(true);
    expect(removed).toEqual([sha256]);
    expect(await contents()).not.toContain(sha256);
  });

  it("keep the row of a content that the storage did not give up", async () => {
    const { database } = open();
    const sha256 = hash("d");
    await announceFile(database, sampleFile({ id: "stuck", sha256 }));
    await deleteFile(database, "stuck");
    await expect(
      deleteContentUnlessUsed(database, sha256, () => Promise.reject(new Error("the storage is away"))),
    ).rejects.toThrow("the storage is away");
    expect(await contents()).toContain(sha256);
  });

  it("have their content stored after a removal that was under way, however the two meet", async () => {
    const { database } = open();
    const sha256 = hash("e");
    const events: string[] = [];
    const removal = deleteContentUnlessUsed(database, sha256, async () => void events.push("removed"));
    const announced = announceFile(database, sampleFile({ id: "met", sha256 })).then(() => events.push("announced"));
    const [wasRemoved] = await Promise.all([removal, announced]);
    expect(events).toEqual(wasRemoved ? ["removed", "announced"] : ["announced"]);
    expect(await contents()).toContain(sha256);
  });

  it("whose storing came to no end are deleted when that is long ago, in bounded batches", async () => {
    const { database } = open();
    for (const [id, seconds] of [
      ["cut-1", -300],
      ["cut-2", -200],
      ["cut-3", -100],
    ] as const) {
      await announceFile(database, sampleFile({ id, target: "cut", storingSince: after(seconds) }));
    }
    await announceFile(database, sampleFile({ id: "cut-1", target: "cut", storingSince: after(-100) }));
    expect(await deleteFilesStoringSince(database, after(-150), 5)).toBe(1);
    expect(await deleteFilesStoringSince(database, after(0), 1)).toBe(1);
    expect(await countFilesOf(database, "material", "cut")).toBe(1);
  });

  describe("are refused by a constraint", () => {
    it.each([
      ["file_contents_sha256", { sha256: "A".repeat(64) }],
      ["file_contents_size", { sha256: hash("1"), size: 0 }],
      ["file_contents_size", { sha256: hash("2"), size: 50_000_001 }],
      ["file_contents_media_type", { sha256: hash("3"), mediaType: "text/html" }],
      ["files_name", { name: "" }],
      ["files_name", { name: "长".repeat(201) }],
      ["files_purpose", { purpose: "other" as never }],
      ["files_target", { target: "" }],
    ])("%s", async (constraint, wrong) => {
      const refusal = await announceFile(open().database, sampleFile({ id: "refused", ...wrong })).then(
        () => null,
        (error: Error) => error.cause,
      );
      expect(String(refusal)).toContain(constraint);
    });

    it.each([
      ["files_state", "update files set state = 'other', storing_since = null where id = 'held'"],
      ["files_storing_since", "update files set storing_since = null where id = 'held'"],
      ["files_storing_since", "update files set state = 'stored' where id = 'held'"],
      ["files_sha256_file_contents_sha256_fk", `update files set sha256 = '${hash("9")}' where id = 'held'`],
    ])("%s: %s", async (constraint, statement) => {
      const { database } = open();
      await announceFile(database, sampleFile({ id: "held" }));
      const refusal = await database.execute(sql.raw(statement)).then(
        () => null,
        (error: Error) => error.cause,
      );
      expect(String(refusal)).toContain(constraint);
    });
  });
});
