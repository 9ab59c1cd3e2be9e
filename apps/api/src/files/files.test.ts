import { openEmbeddedTestDatabase } from "@shifan/db/testing";
import { maximumFileBytes } from "@shifan/rules";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compound, fileTypeBox, jpeg, office, pdf, png, zip } from "../../testing/file-samples.ts";
import { ask, create, type FilesApp, send, startFilesApp, tus, upload, uploads } from "../../testing/files.ts";

const opened = await openEmbeddedTestDatabase();
const used = new Set<string>();
let app: FilesApp;
beforeAll(async () => {
  app = await startFilesApp({
    opened,
    ports: {
      mayUpload: async ({ userId }, _, target) => userId !== null && target !== "of-somebody-else",
      mayRead: async ({ userId }, file) => userId === file.uploadedBy || userId === "officer",
      isInUse: async (id) => used.has(id),
    },
  });
});
afterAll(async () => {
  await app.stop();
  await opened.close();
});

const remove = (id: string, user?: string) => ask(app, `/api/v1/files/${id}`, { method: "DELETE" }, user);

describe("a file", () => {
  it("comes in, is described, is read, and goes again with its content", async () => {
    const content = pdf(10_000, "in and out");
    const before = app.left();
    const { id, status } = await upload(app, content, { filename: "2025年度审计报告.pdf" });
    expect(status).toBe(204);
    const described = await ask(app, `/api/v1/files/${id}`);
    expect(await described.json()).toEqual({
      id,
      name: "2025年度审计报告.pdf",
      mediaType: "application/pdf",
      size: content.length,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      purpose: "material",
      target: "application-1:M06",
      uploadedAt: "2026-06-10T09:30:00+08:00",
    });
    const read = await ask(app, `/api/v1/files/${id}/content`);
    expect(Buffer.from(await read.arrayBuffer()).equals(content)).toBe(true);
    expect((await remove(id)).status).toBe(204);
    expect((await ask(app, `/api/v1/files/${id}`)).status).toBe(404);
    expect(app.left()).toEqual(before);
  });

  it.each([
    ["application/pdf", pdf(100)],
    ["image/jpeg", jpeg()],
    ["image/png", png()],
    ["image/webp", Buffer.from(`RIFF\0\0\0\0WEBPVP8 ${"x".repeat(40)}`)],
    ["image/heic", fileTypeBox("heic", "mif1", "heic")],
    ["image/heic", fileTypeBox("mif1", "mif1", "heic")],
    ["image/heif", fileTypeBox("mif1", "mif1")],
    ["image/tiff", Buffer.concat([Buffer.from("49492a00", "hex"), Buffer.alloc(50)])],
    ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", office("docx")],
    ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", office("xlsx")],
    ["application/vnd.openxmlformats-officedocument.presentationml.presentation", office("pptx")],
    ["application/ofd", zip([{ name: "OFD.xml", content: "<ofd:OFD/>" }])],
    ["application/msword", compound({ name: "WordDocument", content: Buffer.alloc(4_096) })],
    ["application/vnd.ms-excel", compound({ name: "Workbook" })],
    ["application/vnd.ms-powerpoint", compound({ name: "PowerPoint Document" })],
  ])("is what its content says, whatever its name: %s", async (mediaType, content) => {
    const { id, status } = await upload(app, content, { filename: "wrong.txt" });
    expect(status).toBe(204);
    expect(await (await ask(app, `/api/v1/files/${id}`)).json()).toMatchObject({ mediaType });
  });

  it("is stored once, however often it is handed in, and stays until the last of them goes", async () => {
    const content = pdf(5_000, "twice");
    const before = app.left();
    const [first, second] = await Promise.all([upload(app, content), upload(app, content, { user: "user-2" })]);
    expect([first.status, second.status]).toEqual([204, 204]);
    expect(first.id).not.toBe(second.id);
    expect(app.left()).toHaveLength(before.length + 1);
    await remove(first.id);
    const read = await ask(app, `/api/v1/files/${second.id}/content`, {}, "user-2");
    expect(Buffer.from(await read.arrayBuffer()).equals(content)).toBe(true);
    await remove(second.id, "user-2");
    expect(app.left()).toEqual(before);
  });

  it("stays when it was handed in", async () => {
    const { id } = await upload(app, pdf(100, "used"));
    used.add(id);
    const refused = await remove(id);
    expect([refused.status, await refused.json()]).toEqual([409, expect.objectContaining({ code: "file_in_use" })]);
    expect((await ask(app, `/api/v1/files/${id}/content`)).status).toBe(200);
  });

  it("is not there for who may not see it, and not removed by who may only see it", async () => {
    const { id } = await upload(app, pdf(100, "private"));
    for (const path of [`/api/v1/files/${id}`, `/api/v1/files/${id}/content`]) {
      expect((await ask(app, path, {}, null)).status).toBe(401);
      expect(await (await ask(app, path, {}, "stranger")).json()).toMatchObject({ code: "unknown_file" });
      expect((await ask(app, path, {}, "officer")).status).toBe(200);
    }
    const strict = await startFilesApp({ opened, ports: { mayUpload: async () => false, mayRead: async () => true } });
    try {
      const refused = await ask(strict, `/api/v1/files/${id}`, { method: "DELETE" }, "officer");
      expect(await refused.json()).toMatchObject({ code: "not_permitted" });
    } finally {
      await strict.stop();
    }
    expect((await ask(app, `/api/v1/files/${id}`)).status).toBe(200);
  });
});

describe("what is refused leaves nothing behind", () => {
  const executable = Buffer.concat([Buffer.from("MZ"), Buffer.alloc(500)]);
  it.each([
    ["an executable named .pdf", "report.pdf", executable, "file_type_not_accepted", "“report.pdf”的内容是Windows程序"],
    ["a page named .png", "a.png", Buffer.from("<!DOCTYPE html><html></html>"), "file_type_not_accepted", "网页"],
    ["an SVG", "a.svg", Buffer.from('<svg onload="alert(1)"/>'), "file_type_not_accepted", "SVG图片"],
    ["a script", "a.pdf", Buffer.from("#!/bin/sh\nrm -rf /\n"), "file_type_not_accepted", "脚本"],
    ["an archive", "a.zip", zip([{ name: "a.txt", content: "x" }]), "file_type_not_accepted", "压缩包"],
    ["a film", "a.mp4", fileTypeBox("isom", "mp42"), "file_type_not_accepted", "视频"],
    ["a text", "a.txt", Buffer.from("你好"), "file_type_not_accepted", "文本"],
    ["an installer", "a.doc", compound({ name: "Property" }), "file_type_not_accepted", "旧版文件"],
    [
      "a PDF that is also an archive",
      "a.pdf",
      Buffer.concat([pdf(100), zipAt(pdf(100).length)]),
      "file_unsafe",
      "藏着",
    ],
    ["a picture that is also a page", "a.jpg", Buffer.concat([jpeg(), Buffer.from("<script>")]), "file_unsafe", "藏着"],
    ["a picture with a RAR", "a.jpg", Buffer.concat([jpeg(), Buffer.from("526172211a0700", "hex")]), "file_unsafe", ""],
    ["a PDF cut short", "a.pdf", pdf(10_000).subarray(0, 5_000), "file_damaged", ""],
    ["a document cut short", "a.docx", office("docx").subarray(0, -10), "file_damaged", ""],
    [
      "an encrypted PDF",
      "a.pdf",
      Buffer.from(pdf(100).toString().replace("/Root", "/Encrypt 5 0 R /Root")),
      "file_encrypted",
      "密码",
    ],
    ["an encrypted DOCX", "a.docx", compound({ name: "EncryptedPackage" }), "file_encrypted", ""],
    ["macros", "a.docx", office("docx", { name: "word/vbaProject.bin", content: "x" }), "file_unsafe", "宏"],
    ["a program in a document", "a.docx", office("docx", { name: "word/a.exe", content: "x" }), "file_unsafe", "a.exe"],
    ["a bomb", "a.xlsx", office("xlsx", { name: "xl/a.xml", content: Buffer.alloc(3_000_000) }), "file_unsafe", "炸弹"],
  ])("%s", async (_, filename, content, code, words) => {
    const before = app.left();
    const { status, problem } = await upload(app, content, { filename });
    expect([status, problem.code]).toEqual([422, code]);
    expect(problem.detail).toContain(words);
    expect(app.left()).toEqual(before);
  });

  function zipAt(offset: number): Buffer {
    const archive = zip([{ name: "a.txt", content: "x" }]);
    archive.writeUInt32LE(archive.readUInt32LE(archive.length - 6) + offset, archive.length - 6);
    return archive;
  }

  it("51 MB, before a byte is sent; and 50 MB are taken", async () => {
    const before = app.left();
    const refused = await create(app, 51_000_000);
    expect([refused.status, refused.problem.code]).toEqual([413, "file_too_large"]);
    expect((await create(app, maximumFileBytes + 1)).status).toBe(413);
    expect(app.left()).toEqual(before);
    const { id, status } = await upload(app, pdf(maximumFileBytes, "large"));
    expect(status).toBe(204);
    await remove(id);
    expect(app.left()).toEqual(before);
  });

  it("more bytes than were announced", async () => {
    const created = await create(app, 100);
    const path = created.headers.get("location") ?? "";
    expect((await send(app, path, 0, pdf(200))).problem.code).toBe("file_too_large");
    expect((await tus(app, "DELETE", path)).status).toBe(204);
  });

  it("uploads without right, purpose, length, content, version or account", async () => {
    const before = app.left();
    const answers = await Promise.all([
      create(app, 10, { target: "of-somebody-else" }),
      create(app, 10, { purpose: "fun" }),
      create(app, 10, { target: "../../etc" }),
      create(app, 10, { headers: { "upload-metadata": "not base64 at all!" } }),
      create(app, 10, { headers: { "upload-length": "many" } }),
      create(app, 0),
      create(app, 10, { headers: { "tus-resumable": "0.2.2" } }),
    ]);
    expect(answers.map(({ status, problem }) => [status, problem.code])).toEqual([
      [403, "not_permitted"],
      [422, "invalid_input"],
      [422, "invalid_input"],
      [422, "invalid_input"],
      [400, "invalid_request"],
      [422, "file_empty"],
      [412, "upload_version"],
    ]);
    expect(answers[1]?.problem.errors).toEqual([
      expect.objectContaining({ path: "/Upload-Metadata/purpose", code: "not_allowed" }),
    ]);
    expect((await ask(app, uploads, { method: "POST", headers: { "tus-resumable": "1.0.0" } }, null)).status).toBe(401);
    expect(app.left()).toEqual(before);
  });

  it("uploads of others, and names that are paths", async () => {
    const created = await create(app, 100);
    const path = created.headers.get("location") ?? "";
    expect((await send(app, path, 0, pdf(100), "stranger")).problem.code).toBe("unknown_upload");
    expect((await tus(app, "HEAD", path, { user: "stranger" })).status).toBe(404);
    expect((await tus(app, "DELETE", path, { user: "stranger" })).status).toBe(404);
    for (const name of ["..%2f..%2fetc%2fpasswd", "%2e%2e", "uploads.json"]) {
      expect((await tus(app, "HEAD", `${uploads}/${name}`)).status).toBe(404);
    }
    const { id } = await upload(app, pdf(100, "p"), { filename: "../../../etc/..\\C:\\secret\u202e\u0000.exe" });
    expect(await (await ask(app, `/api/v1/files/${id}`)).json()).toMatchObject({ name: "secret.exe.pdf" });
    expect((await tus(app, "DELETE", path)).status).toBe(204);
  });
});
