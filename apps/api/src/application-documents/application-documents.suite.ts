import type { SealedScan } from "@shifan/contract";
import {
  findApplication,
  insertApplicationPrint,
  listApplicationPrints,
  replaceMaterialFiles,
  seal,
  trackedRecords,
  verifyAudit,
} from "@shifan/db";
import { suite } from "@shifan/db/testing";
import { sampleForm } from "@shifan/rules/testing";
import { beforeAll, expect, it } from "vitest";
import type { Browser } from "../../testing/accounts.ts";
import { createTestApp, morning, type TestApp, testPersonalKeys } from "../../testing/app.ts";
import { addApplication, addOpenRound, addOrganization, signInStaff, signUp } from "../../testing/applications.ts";
import { addAcceptedCase, answer, assessment, createActor } from "../../testing/cases.ts";
import { firstOutOfOrder } from "../../testing/documents/in-order.ts";
import { annex2Labels } from "../../testing/documents/labels.ts";
import { readPdf } from "../../testing/documents/read-pdf.ts";
import {
  addMaterialFile,
  fillForm,
  materialOf,
  putMaterial,
  writeList,
  writeSection,
} from "../../testing/filled-cases.ts";
import { trailOf } from "../../testing/trail.ts";

const uscc = "91410100MA9K12344B";

/** The pages of a paper as its reader gets them. */
async function print({ app }: TestApp, by: Browser, path: string): Promise<{ status: number; pages: string[] }> {
  const cookie = [...by.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const response = await app.request(path, { headers: { cookie } });
  if (response.status !== 200) return { status: response.status, pages: [] };
  return { status: 200, pages: await readPdf(new Uint8Array(await response.arrayBuffer())) };
}

/** Data version and short code as a page carries them. */
function stampOn(page = ""): { dataVersion: number; shortCode: string } {
  const [, version = "", shortCode = ""] = /数据版本(\d+)校验短码([0-9A-Z]{8})/.exec(page) ?? [];
  return { dataVersion: Number(version), shortCode };
}

/** What holds for the papers of an application and of an organization on either database. */
export const applicationDocumentsSuite = suite("the papers of an application", (open) => {
  let app: TestApp;
  let applicant: Browser;
  let other: Browser;
  let district: Browser;
  let otherDistrict: Browser;
  let city: Browser;
  let organizationId: string;
  let id: string;

  const paper = (by: Browser, document: string) => print(app, by, `/api/v1/applications/${id}/documents/${document}`);
  const letter = (by: Browser) => print(app, by, `/api/v1/organizations/${organizationId}/documents/mandate_letter`);
  const scanOf = async (material: string) => (await materialOf(applicant, id, material)).sealed as SealedScan | null;
  const versionNow = async () => (await findApplication(app.database, id))?.dataVersion;

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), demo: true });
    const { browser, userId } = await signUp(app, "applicant@papers.example");
    applicant = browser;
    ({ browser: other } = await signUp(app, "other@papers.example"));
    district = await signInStaff(app, "district@papers.example", "district", "410105");
    otherDistrict = await signInStaff(app, "district2@papers.example", "district", "410171");
    city = await signInStaff(app, "city@papers.example", "city");
    organizationId = await addOrganization(app, uscc, userId);
    id = await addApplication(app, { roundId: await addOpenRound(app), organizationId, uscc });
    await fillForm(applicant, id, sampleForm());
  });

  it("are printed with the version and the code of the form, which is noted once with who printed it", async () => {
    const { pages } = await paper(applicant, "annex_2");
    const stamp = stampOn(pages[0]);
    expect(stamp).toEqual({ dataVersion: await versionNow(), shortCode: expect.stringMatching(/^[0-9A-Z]{8}$/) });
    expect(pages.map(stampOn)).toEqual(pages.map(() => stamp));
    const declaration = await paper(applicant, "annex_3");
    expect(stampOn(declaration.pages[0])).toEqual(stamp);
    const prints = await listApplicationPrints(app.database, id);
    expect(prints).toMatchObject([{ ...stamp, applicationId: id }]);
    expect(JSON.stringify(prints)).not.toContain("cover");
    const trail = await trailOf(app.database, `${id}/${stamp.dataVersion}`);
    expect(trail).toMatchObject([{ resource: "application_prints", act: "print", role: "applicant" }]);
  });

  it("come as one packet: the order of all papers with how each is there, then annexes 2 and 3 with the same code", async () => {
    const fileId = await addMaterialFile(app, id, "M02");
    expect((await putMaterial(applicant, id, "M02", { fileIds: [fileId] })).status).toBe(200);
    const { pages } = await paper(applicant, "packet");
    const words = [
      "2026年度郑州市中小企业公共服务示范平台申报材料",
      "装订顺序",
      "申报单位：郑州测试服务有限公司",
      ...["M01", "第九条（一）", "盖章", "在本包内", "M02", "第九条（二）", "已上传，另附"],
      ...["M03", "第九条（三）", "盖章", "待备", "M14", "第九条（十四）", "盖章、签字", "在本包内"],
      "本轮要求：一式3份；胶装；交到测试路1号。",
    ];
    expect(firstOutOfOrder(pages[0] ?? "", words)).toBeNull();
    expect(firstOutOfOrder(pages.join(""), [...words, ...annex2Labels, "附件3", "法定代表人（签字）："])).toBeNull();
    expect(pages[1]).toContain("盖章处");
    expect(pages.at(-1)).toMatch(/盖章处.*签字处/);
    const alone = await paper(applicant, "annex_2");
    expect(pages.map(stampOn)).toEqual(pages.map(() => stampOn(alone.pages[0])));
  });

  it("go to the applicant and its district alone, and to the district once it may see the case", async () => {
    for (const by of [other, district, otherDistrict, city]) expect((await paper(by, "packet")).status).toBe(404);
    const secondId = await addOrganization(app, "91410100MA9K12355C", null);
    const roundId = (await findApplication(app.database, id))?.roundId ?? "";
    const own = { roundId, organizationId: secondId, uscc: "91410100MA9K12355C", isPaper: true };
    const onPaper = await addApplication(app, own);
    const path = `/api/v1/applications/${onPaper}/documents/packet`;
    expect((await print(app, district, path)).status).toBe(200);
    expect((await print(app, city, path)).status).toBe(403);
    expect((await print(app, otherDistrict, path)).status).toBe(404);
  });

  it("a sealed scan belongs to the version whose code its pages carry, and to upload it changes no page", async () => {
    const [cover = ""] = (await paper(applicant, "annex_2")).pages;
    const { shortCode, dataVersion } = stampOn(cover);
    const fileId = await addMaterialFile(app, id, "M01");
    await putMaterial(applicant, id, "M01", { fileIds: [fileId] });
    expect(await scanOf("M01")).toMatchObject({
      state: "untied",
      pages: [],
      message: expect.stringContaining("校验短码"),
    });
    const typed = shortCode.toLowerCase().replace(/^(....)/, "$1-");
    const put = await putMaterial(applicant, id, "M01", { fileIds: [fileId], printed: [{ fileId, shortCode: typed }] });
    expect([put.status, put.body]).toEqual([200, expect.objectContaining({ dataVersion })]);
    const files = [{ fileId, printed: { dataVersion, shortCode } }];
    expect(await scanOf("M01")).toMatchObject({ state: "current", dataVersion, shortCode, files, message: null });
    expect(await scanOf("M02")).toBeNull();
  });

  it("a code that no page ever had, of a file not there, or of a paper that is not printed here, is refused by its place", async () => {
    const fileId = await addMaterialFile(app, id, "M14");
    const refused = async (material: string, printed: unknown) => {
      const { status, body } = await putMaterial(applicant, id, material, { fileIds: [fileId], printed });
      return [status, (body as { errors?: { path: string }[] }).errors?.map(({ path }) => path)];
    };
    expect(await refused("M14", [{ fileId, shortCode: "ZZZZZZZZ" }])).toEqual([422, ["/printed/0/shortCode"]]);
    expect(await refused("M14", [{ fileId: "none", shortCode: "ZZZZZZZZ" }])).toEqual([422, ["/printed/0/fileId"]]);
    expect(await refused("M02", [{ fileId, shortCode: "ZZZZZZZZ" }])).toEqual([422, ["/fileIds/0", "/printed"]]);
  });

  it("after a change it names the pages to print and stamp again, until scans of them are there", async () => {
    const before = stampOn((await paper(applicant, "annex_2")).pages[0]);
    const first = (await scanOf("M01"))?.files[0]?.fileId ?? "";
    await writeSection(applicant, id, "cover", { ...sampleForm().sections.cover, filled_on: "2026-06-09" });
    await writeList(applicant, id, "equipment", [{ equipment_name: "新设备", quantity: 1, price: "3" }]);
    const scan = await scanOf("M01");
    expect(scan).toMatchObject({
      state: "outdated",
      dataVersion: before.dataVersion + 2,
      parts: [{ id: "cover" }, { id: "equipment" }],
      pages: [
        { title: "封面", places: ["seal"] },
        { title: "二、主要服务设备、仪器及软件清单", places: [] },
      ],
    });
    expect(scan?.message).toBe(
      `盖章扫描件是从第${before.dataVersion}版打印的，内容已改到第${before.dataVersion + 2}版。请重新打印这些页：封面（重新盖章）；二、主要服务设备、仪器及软件清单。`,
    );
    const { body } = await applicant.call(`/api/v1/applications/${id}/findings`);
    expect(body).toMatchObject({ mustAcknowledge: true });

    const after = stampOn((await paper(applicant, "annex_2")).pages[0]);
    expect(after.shortCode).not.toBe(before.shortCode);
    const second = await addMaterialFile(app, id, "M01");
    const printed = [
      { fileId: first, shortCode: before.shortCode },
      { fileId: second, shortCode: after.shortCode },
    ];
    expect((await putMaterial(applicant, id, "M01", { fileIds: [first, second], printed })).status).toBe(200);
    expect(await scanOf("M01")).toMatchObject({ state: "current", pages: [] });

    // Pages printed at different times stand together.
    await writeSection(applicant, id, "cover", { ...sampleForm().sections.cover, filled_on: "2026-06-10" });
    expect((await scanOf("M01"))?.pages).toEqual([{ title: "封面", places: ["seal"] }]);
  });

  it("changed back to what it was, it stands as it is", async () => {
    await writeSection(applicant, id, "cover", { ...sampleForm().sections.cover, filled_on: "2026-06-09" });
    expect(await scanOf("M01")).toMatchObject({ state: "current", pages: [], message: null });
  });

  it("annex 1 carries the version of the form and a code of its own, which changes with every answer of the survey", async () => {
    const roundId = (await findApplication(app.database, id))?.roundId ?? "";
    const surveyed = await addAcceptedCase(app, { roundId, uscc: "91410100000000000X" });
    const officer = createActor(district, surveyed);
    const annex1 = async () => {
      const { pages } = await print(app, district, `/api/v1/applications/${surveyed}/documents/annex_1`);
      return stampOn(pages[1]);
    };
    await officer.act("draw-sample");
    for (let place = 1; place <= 10; place += 1) await officer.act("record-answer", answer(place));
    expect((await annex1()).shortCode).toBe("");
    await officer.act("assess-operation", assessment());
    const before = await annex1();
    expect(before).toEqual({ dataVersion: 0, shortCode: expect.stringMatching(/^[0-9A-Z]{8}$/) });
    expect(await annex1()).toEqual(before);
    const corrected = await officer.act("record-answer", answer(3, "dissatisfied"));
    expect(corrected.status).toBe(200);
    const after = await annex1();
    expect([after.dataVersion, after.shortCode === before.shortCode]).toEqual([0, false]);
  });

  it("what was printed and what it is tied to stand in the trail", async () => {
    const resources = trackedRecords.filter(({ resource }) => resource.endsWith("_prints"));
    const verified = await verifyAudit(app.database, { publicKeys: [], resources, file: null, given: [] });
    expect(verified).toMatchObject({ sound: true, records: 3 });
    const trail = await trailOf(app.database, `${id}/M01`);
    expect(new Set(trail.map(({ state_hash }) => state_hash)).size).toBe(trail.length);
  });

  it("the database itself takes no code of another form, and no file of a version that was never printed", async () => {
    const print = (shortCode: string, dataVersion: number) =>
      insertApplicationPrint(app.database, {
        applicationId: id,
        dataVersion,
        shortCode,
        parts: seal(testPersonalKeys, "{}"),
        printedBy: "nobody",
        printedAt: morning,
      });
    for (const code of ["8g9pz8tn", "8G9PZ8T", "8G9PZ8TI"]) await expect(print(code, 900)).rejects.toThrow();
    expect(await print("8G9PZ8TN", 900)).not.toBeNull();
    expect(await print("8G9PZ8TN", 900)).toBeNull();
    const file = { applicationId: id, material: "M01", at: morning };
    const replaced = (printedVersion: number) =>
      app.database.transaction((transaction) =>
        replaceMaterialFiles(transaction, { ...file, files: [{ fileId: "f", printedVersion }] }),
      );
    await expect(replaced(901)).rejects.toThrow();
  });

  it("nobody who may not change the papers learns how they stand by trying to", async () => {
    const path = `/api/v1/applications/${id}/materials/M01`;
    for (const by of [other, district, city]) {
      const tried = await by.call(path, {
        method: "PUT",
        headers: { "if-match": '"99"' },
        body: { fileIds: ["none"] },
      });
      expect(tried.status).toBe(404);
    }
  });

  it("the mandate letter is the claimant's own before anything is uploaded, and an officer's to hand out", async () => {
    const own = await letter(applicant);
    const words = [
      "授权书",
      "金水区工信部门：",
      "兹授权王五（联系电话13800000000）为本单位经办人，办理2026年度郑州市中小企业公共服务示范平台申报事项",
      "不在授权范围内（附件3）",
      ...["单位名称（盖章）：郑州测试服务有限公司", "盖章处", `统一社会信用代码：${uscc}`],
      ...["法定代表人（签字）：", "签字处", "经办人（签字）：", "签字处"],
    ];
    expect(firstOutOfOrder(own.pages.join(""), words)).toBeNull();
    const blank = (await letter(district)).pages.join("");
    expect(blank).toContain("兹授权（联系电话）为本单位经办人");
    expect(blank).not.toContain("13800000000");
    for (const by of [other, otherDistrict, city]) expect((await letter(by)).status).toBe(404);
  });

  it("a second claimant, who may not see the organization, has a letter to sign all the same", async () => {
    const holder = { name: "李雷", phone: "13900000000" };
    const headers = { "idempotency-key": "second-claim" };
    const claim = await other.call(`/api/v1/organizations/${organizationId}/claim`, { headers, body: { holder } });
    expect(claim.body).toMatchObject({ state: "contested" });
    expect((await other.call(`/api/v1/organizations/${organizationId}`)).status).toBe(404);
    const text = (await letter(other)).pages.join("");
    expect(text).toContain("兹授权李雷（联系电话13900000000）");
    expect(text).not.toContain("王五");
  });
});
