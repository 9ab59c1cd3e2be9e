import { openEmbeddedTestDatabase } from "@shifan/db/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { pdf } from "../../testing/file-samples.ts";
import { create, type FilesApp, send, startFilesApp, upload } from "../../testing/files.ts";

const opened = await openEmbeddedTestDatabase();
const quota = { files: 3, megabytes: 60 };
let app: FilesApp;
beforeAll(async () => {
  app = await startFilesApp({ opened, services: { filesQuota: quota } });
});
afterAll(async () => {
  await app.stop();
  await opened.close();
});

it("the files of one record with all its parts are bounded in number; another record has its own", async () => {
  for (const part of ["M01", "M02", "M03"]) {
    expect((await upload(app, pdf(1_000, part), { target: `counted:${part}` })).status).toBe(204);
  }
  const beyond = await create(app, 1_000, { target: "counted:M04" });
  expect([beyond.status, beyond.problem.code]).toEqual([413, "file_quota_exceeded"]);
  expect(beyond.problem.detail).toContain("最多3个、60 MB，连同正在上传的现有3个");
  expect((await create(app, 1_000, { target: "counted-not:M01" })).status).toBe(201);
});

it("what is still coming counts with the size that it announced, until it is taken back", async () => {
  const first = await create(app, 40_000_000, { target: "large:M01" });
  expect(first.status).toBe(201);
  expect((await create(app, 20_000_001, { target: "large:M02" })).problem.code).toBe("file_quota_exceeded");
  expect((await create(app, 20_000_000, { target: "large:M02" })).status).toBe(201);
});

it("what would go beyond the bound when it is complete is refused, and nothing of it is left", async () => {
  const before = app.left();
  const content = pdf(2_000, "late");
  const begun = await create(app, content.length, { target: "late:M01" });
  const path = begun.headers.get("location") ?? "";
  const other = pdf(2_000, "early");
  expect((await upload(app, other, { target: "late:M02" })).status).toBe(204);
  quota.files = 1;
  const sent = await send(app, path, 0, content);
  quota.files = 3;
  expect([sent.status, sent.problem.code]).toEqual([413, "file_quota_exceeded"]);
  expect(app.left()).toHaveLength(before.length + 1);
  const again = await upload(app, content, { target: "late:M01" });
  expect(again.status).toBe(204);
});
