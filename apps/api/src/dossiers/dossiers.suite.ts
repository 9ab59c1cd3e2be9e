import { createHash, randomUUID } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDFDocument } from "@cantoo/pdf-lib";
import type { Dossier } from "@shifan/contract";
import {
  announceFile,
  claimDossier,
  confirmFile,
  findDossier,
  replaceMaterialFiles,
  writeApplicationMaterial,
} from "@shifan/db";
import { suite } from "@shifan/db/testing";
import { strFromU8, unzipSync } from "fflate";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Browser } from "../../testing/accounts.ts";
import { createTestApp, morning, policyId, type TestApp, testPersonalKeys } from "../../testing/app.ts";
import { addOpenRound } from "../../testing/applications.ts";
import { addAcceptedCase, addOfficer } from "../../testing/cases.ts";
import { readPdf } from "../../testing/documents/read-pdf.ts";
import { download } from "../../testing/download.ts";
import { png } from "../../testing/file-samples.ts";
import { createPrinter } from "../documents/printer/printer.ts";
import { createLog } from "../log.ts";
import { type DossierServices, makeNextDossier } from "./make.ts";
import { sweepDossiers } from "./schedule.ts";

/** A PDF that everybody may open and nobody may copy from or print. */
async function protectedPdf(): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage().drawText("audited figures");
  document.encrypt({ userPassword: "", ownerPassword: "the issuer's", permissions: {} });
  return Buffer.from(await document.save());
}

/** What holds for dossiers on either database. */
export const dossiersSuite = suite("dossiers", (open) => {
  let app: TestApp;
  let id: string;
  let officer: Browser;
  let elsewhere: Browser;
  const printer = createPrinter();
  let services: DossierServices;
  const folder = mkdtempSync(join(tmpdir(), "shifan-dossiers-"));

  const attach = async (
    material: string,
    contents: readonly { name: string; mediaType: string; content: Buffer }[],
  ) => {
    const fileIds: string[] = [];
    for (const { name, mediaType, content } of contents) {
      const fileId = randomUUID();
      const sha256 = createHash("sha256").update(content).digest("hex");
      const path = join(folder, fileId);
      writeFileSync(path, content);
      const file = { id: fileId, sha256, size: content.length, mediaType, name, purpose: "material" as const };
      await announceFile(app.database, {
        ...file,
        target: `${id}:${material}`,
        uploadedBy: "u",
        uploadedAt: morning,
        storingSince: morning,
      });
      await app.fileServices.contentStorage.store(sha256, path, fileId);
      await confirmFile(app.database, fileId);
      fileIds.push(fileId);
    }
    const judged = { verdict: null, verdictReason: null, judgedBy: null, judgedAt: null };
    await writeApplicationMaterial(app.database, { applicationId: id, material, isOnPaper: false, ...judged });
    await replaceMaterialFiles(app.database, {
      applicationId: id,
      material,
      files: fileIds.map((each) => ({ fileId: each, printedVersion: null })),
      at: morning,
    });
  };
  const order = async (format: "pdf" | "zip", key: string = randomUUID(), browser = officer) =>
    browser.call(`/api/v1/applications/${encodeURIComponent(id)}/dossiers`, {
      body: { format },
      headers: { "idempotency-key": key },
    });
  const read = async (dossier: string) => (await officer.call(`/api/v1/dossiers/${dossier}`)).body as Dossier;
  const makeAll = async () => {
    while (await makeNextDossier(services));
  };

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), demo: true, dataDirectory: folder });
    const { database, catalog, clock, fileServices } = app;
    services = {
      ...{ database, catalog, clock, printer, log: createLog("silent"), signal: new AbortController().signal },
      ...{ defaultPolicy: policyId, personalKeys: testPersonalKeys, demo: true, publicUrl: "http://localhost:3000" },
      contentStorage: fileServices.contentStorage,
      dossierStorage: fileServices.dossierStorage,
    };
    const roundId = await addOpenRound(app, 2031);
    id = await addAcceptedCase(app, { roundId, uscc: "914101000000000301" });
    officer = await addOfficer(app, "district@dossiers.example", "district", "410105");
    elsewhere = await addOfficer(app, "elsewhere@dossiers.example", "district", "410171");
    const scan = await PDFDocument.create();
    scan.addPage();
    scan.addPage();
    const licence = { name: "营业执照.pdf", mediaType: "application/pdf", content: Buffer.from(await scan.save()) };
    await attach("M04", [{ name: "场地证明.png", mediaType: "image/png", content: png() }]);
    await attach("M02", [
      licence,
      { name: "营业执照.pdf", mediaType: "application/pdf", content: Buffer.from("%PDF-1.7 not one") },
    ]);
    await attach("M06", [{ name: "审计.pdf", mediaType: "application/pdf", content: await protectedPdf() }]);
    await attach("M12", [
      {
        name: "名单.xlsx",
        mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        content: Buffer.from("PK table"),
      },
    ]);
  });
  afterAll(() => printer.close());

  it("are one PDF with bookmarks: index, forms, materials in their order; what cannot be bound is named", async () => {
    const asked = await order("pdf", "one");
    expect(asked).toMatchObject({
      status: 202,
      body: { state: "waiting", progress: { done: 0, total: null }, contentUrl: null },
    });
    const { id: dossier } = asked.body as Dossier;
    expect(asked.headers.get("location")).toBe(`/api/v1/dossiers/${dossier}`);
    expect(((await order("pdf", "one")).body as Dossier).id).toBe(dossier);
    expect((await download(app, `/api/v1/dossiers/${dossier}/content`, { browser: officer })).status).toBe(404);
    await makeAll();
    const ready = await read(dossier);
    expect(ready).toMatchObject({
      state: "ready",
      progress: { done: 7, total: 7 },
      contentUrl: `/api/v1/dossiers/${dossier}/content`,
    });

    const { bytes, headers } = await download(app, ready.contentUrl ?? "", { browser: officer });
    expect(Number(headers.get("content-length"))).toBe(bytes.length);
    const [index = "", ...rest] = await readPdf(bytes);
    const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
    const document = await task.promise;
    const outline = await document.getOutline();
    const pageOf = async (at: number) => (await document.getPageIndex(outline?.[at]?.dest?.[0])) + 1;
    const [licence, site] = [await pageOf(3), await pageOf(4)];
    expect(index).toContain(`申请报告2–${(await pageOf(2)) - 1}`);
    expect(index).toContain(`营业执照.pdf${licence}–${licence + 1}M02`);
    expect(index).toMatch(/M02.*营业执照\.pdf—读不出，没有并入.*M12.*名单\.xlsx—不是PDF或图片，没有并入/);
    expect(index).toContain(`场地证明.png${site}M06`);
    expect(index).toContain("演示数据，不具效力");
    expect(rest.join("")).toContain("真实性声明");
    expect(rest.join("")).toContain("auditedfigures");
    expect(outline?.map(({ title }) => title.slice(0, 3))).toEqual(["目录", "附件2", "附件3", "M02", "M04", "M06"]);
    expect(outline?.[3]?.items.map(({ title }) => title)).toEqual(["营业执照.pdf"]);
    const target = outline?.[5]?.dest?.[0];
    expect(await document.getPageIndex(target)).toBe(document.numPages - 1);
    await task.destroy();
  });

  it("are a ZIP with every file as it was handed in, and an index that leads to each", async () => {
    const { id: dossier } = (await order("zip")).body as Dossier;
    await makeAll();
    const { bytes } = await download(app, `/api/v1/dossiers/${dossier}/content`, { browser: officer });
    const files = unzipSync(bytes);
    const names = Object.keys(files);
    expect(names).toContain("index.html");
    expect(names.filter((name) => name.startsWith("M02_"))).toHaveLength(2);
    expect(Buffer.from(files[names.find((name) => name.endsWith("场地证明.png")) ?? ""] ?? []).equals(png())).toBe(
      true,
    );
    const page = strFromU8(files["index.html"] ?? new Uint8Array());
    for (const name of names.filter((each) => each !== "index.html")) {
      expect(page).toContain(`href="${name.split("/").map(encodeURIComponent).join("/")}"`);
    }
  });

  it("are for whoever ordered them, and ordered by whoever may see all papers", async () => {
    expect((await order("zip", undefined, elsewhere)).status).toBe(404);
    const { id: dossier } = (await order("zip")).body as Dossier;
    expect((await elsewhere.call(`/api/v1/dossiers/${dossier}`)).status).toBe(404);
    const auditor = await addOfficer(app, "auditor@dossiers.example", "auditor");
    expect((await order("zip", undefined, auditor)).status).toBe(403);
    await makeAll();
  });

  it("that were left half made are taken up again after the lease, three times at most", async () => {
    const { id: dossier } = (await order("zip")).body as Dossier;
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      const at = app.clock.machine();
      const claimed = await claimDossier(app.database, { at, leaseUntil: new Date(at.getTime() + 60_000) });
      expect(claimed).toMatchObject({ id: dossier, attempts: attempt });
      expect(await makeNextDossier(services)).toBe(false);
      app.clock.forward(61);
    }
    expect(await makeNextDossier(services)).toBe(true);
    expect(await read(dossier)).toMatchObject({ state: "faulty", contentUrl: null });
  });

  it("go after seven days, with their files", async () => {
    const { id: dossier } = (await order("zip")).body as Dossier;
    await makeAll();
    const sha256 = (await findDossier(app.database, dossier))?.sha256 ?? "";
    expect(await services.dossierStorage.has(sha256)).toBe(true);
    app.clock.forward(6 * 24 * 60 * 60);
    await sweepDossiers(services);
    expect(await findDossier(app.database, dossier)).not.toBeNull();
    app.clock.forward(24 * 60 * 60 + 1);
    await sweepDossiers(services, 2);
    expect(await findDossier(app.database, dossier)).toBeNull();
    expect(await services.dossierStorage.has(sha256)).toBe(false);
  });
});
