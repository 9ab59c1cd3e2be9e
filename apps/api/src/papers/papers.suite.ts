import { insertCertification, insertRecommendation, insertRecommendedApplication, updateApplication } from "@shifan/db";
import { suite } from "@shifan/db/testing";
import type { ApplicationState } from "@shifan/rules";
import { beforeAll, describe, expect, it } from "vitest";
import type { Browser } from "../../testing/accounts.ts";
import { createTestApp, morning, type TestApp } from "../../testing/app.ts";
import { addOpenRound, addOrganization, signUp } from "../../testing/applications.ts";
import { addAcceptedCase, addOfficer } from "../../testing/cases.ts";
import { beginTestChat } from "../../testing/chat.ts";
import { readDocx } from "../../testing/documents/read-docx.ts";
import { readPdf } from "../../testing/documents/read-pdf.ts";
import { download } from "../../testing/download.ts";
import { openWorkbook } from "../spreadsheets/workbook.ts";

/** What holds for the papers that are printed from the record, on either database. */
export const papersSuite = suite("papers", (open) => {
  let app: TestApp;
  let roundId: string;
  const people: Record<string, Browser> = {};
  let next = 0;

  const addCase = async (state: ApplicationState, changes: Parameters<typeof updateApplication>[3] = {}) => {
    next += 1;
    const id = await addAcceptedCase(app, { roundId, uscc: `9141010000000001${String(next).padStart(2, "0")}` });
    await updateApplication(app.database, id, morning, { state, ...changes });
    return id;
  };
  const text = async (path: string, browser?: Browser) => {
    const { status, bytes } = await download(app, path, browser === undefined ? {} : { browser });
    return status === 200 ? (await readPdf(bytes)).join("") : String(status);
  };
  const pathOf = (id: string) => `/api/v1/applications/${encodeURIComponent(id)}`;

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), demo: true, publicUrl: "https://platform.example" });
    roundId = await addOpenRound(app, 2029);
    people.district = await addOfficer(app, "district@papers.example", "district", "410105");
    people.elsewhere = await addOfficer(app, "elsewhere@papers.example", "district", "410171");
    people.city = await addOfficer(app, "city@papers.example", "city");
    people.auditor = await addOfficer(app, "auditor@papers.example", "auditor");
    people.applicant = (await signUp(app, "applicant@papers.example")).browser;
  });

  /** What each person is answered, by name; 200 stands for a file. */
  const statuses = async (path: string) => {
    const answers = await Promise.all(
      Object.entries(people).map(async ([name, browser]) => [name, (await download(app, path, { browser })).status]),
    );
    return Object.fromEntries(answers) as Record<string, number>;
  };

  describe("the letters to an applicant", () => {
    const returned = {
      kind: "correction" as const,
      until: "2026-06-30",
      on: "2026-06-10",
      defects: [{ material: "M03", field: null, text: "查询页没有盖章" }],
      resubmittedOn: null,
    };

    it("say what is wanting and until when, for the district that wrote them", async () => {
      const id = await addCase("returned", { returned });
      const notice = await text(`${pathOf(id)}/letters/return_notice`, people.district);
      expect(notice).toContain("补正通知书");
      expect(notice).toContain("请在2026年6月30日24:00前补正");
      expect(notice).toMatch(/M03.*第九条（三）.*查询页没有盖章/);
      expect(notice).toContain("演示数据，不具效力");
      expect(await statuses(`${pathOf(id)}/letters/return_notice`)).toEqual({
        district: 200,
        elsewhere: 404,
        city: 403,
        auditor: 403,
        applicant: 404,
      });
      expect((await download(app, `${pathOf(id)}/letters/not_selected`, { browser: people.city })).status).toBe(404);
    });

    it("of the city are the city's, and not the district's", async () => {
      const id = await addCase("not_selected", { reason: "示范性方面的证明较少" });
      const path = `${pathOf(id)}/letters/not_selected`;
      expect(await statuses(path)).toMatchObject({ city: 200, district: 403, auditor: 403, applicant: 404 });
      const letter = await text(path, people.city);
      expect(letter).toContain("示范性方面的证明较少");
      expect(letter).toContain("2026年6月20日24:00前书面告知郑州市工业和信息化局");
      const { bytes } = await download(app, `${path}?format=docx`, { browser: people.city });
      expect(readDocx(bytes)).toContain("示范性方面的证明较少");
    });

    it("reach the applicant whose they are", async () => {
      const { browser, userId } = await signUp(app, "own@papers.example");
      const organizationId = await addOrganization(app, "914101000000000199", userId);
      const id = await addCase("not_recommended", { reason: "服务家数不足" });
      await app.database.execute(`update applications set organization_id = '${organizationId}' where id = '${id}'`);
      expect(await text(`${pathOf(id)}/letters/not_recommended`, browser)).toContain("服务家数不足");
      expect((await download(app, `${pathOf(id)}/letters/not_recommended`, { browser: people.city })).status).toBe(403);
    });

    it("of a refusal without an objection speak of the declaration", async () => {
      const id = await addCase("rejected", { reason: "审计报告与备案不一致" });
      const letter = await text(`${pathOf(id)}/letters/not_certified`, people.city);
      expect(letter).toMatch(/真实性声明不一致，决定不予认定（附件3）.*审计报告与备案不一致/);
    });
  });

  it("the report of a chat is for whoever holds its token, and says what it is not", async () => {
    const chat = await beginTestChat(app);
    await chat.send({ facts: { total_assets_prev_year_end_yuan: "1400000.00" } });
    const path = `${chat.path}/report`;
    expect((await download(app, path)).status).toBe(401);
    expect((await download(app, path, { token: "another" })).status).toBe(401);
    const { status, bytes } = await download(app, path, { token: chat.token });
    expect(status).toBe(200);
    const report = (await readPdf(bytes)).join("");
    expect(report).toContain("暂不符合条件，差1项");
    expect(report).toContain("这是自查，不是审核决定");
    expect(report).toContain("办法是否现行有效待市工信局确认");
    expect(report).toMatch(/数据版本1校验短码[0-9A-Z]{8}/);
    const docx = await download(app, `${path}?format=docx`, { token: chat.token });
    expect(readDocx(docx.bytes)).toContain("暂不符合条件，差1项");
  });

  it("the report of an application is for the applicant and the district", async () => {
    const id = await addCase("accepted");
    expect(await text(`${pathOf(id)}/self-check-report`, people.district)).toContain("申报条件自查报告");
    expect(await statuses(`${pathOf(id)}/self-check-report`)).toMatchObject({ city: 403, elsewhere: 404 });
  });

  it("a letter of recommendation lists its cases by rank", async () => {
    const [first, second] = [await addCase("recommended"), await addCase("recommended")];
    const letter = { id: "letter", district: "410105", roundId, documentNumber: "金工信〔2029〕7号" };
    await insertRecommendation(app.database, { ...letter, issuedOn: "2026-06-10", createdBy: "u", createdAt: morning });
    for (const [rank, applicationId] of [second, first].entries()) {
      const recommended = { recommendationId: "letter", applicationId, rank: rank + 1, opinion: `意见${rank + 1}` };
      await insertRecommendedApplication(app.database, recommended);
    }
    const printed = await text("/api/v1/recommendations/letter/letter", people.district);
    expect(printed).toMatch(/金工信〔2029〕7号.*意见1.*意见2.*推荐表（附件1）2份/);
    expect(await statuses("/api/v1/recommendations/letter/letter")).toEqual({
      district: 200,
      elsewhere: 404,
      city: 200,
      auditor: 200,
      applicant: 404,
    });
  });

  it("minutes and summary of a round give each case its place, for the city alone", async () => {
    const round = await addOpenRound(app, 2030);
    const scored = async (uscc: string, state: ApplicationState, totals: readonly number[]) => {
      const id = await addAcceptedCase(app, { roundId: round, uscc, unsatisfied: 3 });
      await updateApplication(app.database, id, morning, {
        state,
        reason: state === "not_selected" ? "证明较少" : null,
      });
      await app.database.execute(
        `insert into expert_panels (application_id, due_on, discussion, discussed_on, finished_at, revision) values ('${id}', '2026-06-30', '合议后维持', '2026-06-20', '${morning.toISOString()}', 1)`,
      );
      for (const [at, total] of totals.entries()) {
        await app.database.execute(
          `insert into experts (id, name, employer, position, fields, state, created_at, revision) values ('e${at}', '专家${at}', '单位${at}', '', '[]', 'active', '${morning.toISOString()}', 1) on conflict do nothing`,
        );
        await app.database.execute(
          `insert into reviews (id, application_id, expert_id, user_id, state, declared_at, scores, total, submitted_at, created_at, revision) values ('${id}-${at}', '${id}', 'e${at}', 'u${at}', 'submitted', '${morning.toISOString()}', '{}', ${total}, '${morning.toISOString()}', '${morning.toISOString()}', 1)`,
        );
      }
    };
    await scored("914101000000000201", "not_selected", [70, 75, 80]);
    await scored("914101000000000202", "proposed", [90, 91, 92]);
    await scored("914101000000000203", "proposed", [80, 95, 98]);
    const minutes = await text(`/api/v1/rounds/${round}/minutes`, people.city);
    expect(minutes).toMatch(/1（并列）示例服务中心0202.*1（并列）示例服务中心0203.*3示例服务中心0201/);
    expect(minutes).toMatch(/专家0.*单位0.*90分.*平均分91\.00（273分÷3名）。结果：拟认定/);
    expect(minutes).toMatch(/结果：未入选。理由：证明较少.*合议（2026年6月20日）：合议后维持/);
    const path = `/api/v1/rounds/${round}/summary`;
    expect(await statuses(path)).toEqual({ city: 200, district: 403, elsewhere: 403, auditor: 403, applicant: 403 });
    expect(await statuses(`/api/v1/rounds/${round}/minutes`)).toMatchObject({ city: 200, auditor: 403, district: 403 });
    const { bytes } = await download(app, path, { browser: people.city });
    const opened = await openWorkbook(bytes);
    if (!opened.ok) throw new Error("the summary is no workbook");
    const sheet = await opened.workbook.sheets[0]?.read(100);
    const cells = sheet?.rows.map(({ cells: row }) =>
      [...row.values()].map((cell) => ("text" in cell ? cell.text : "value" in cell ? cell.value : "")),
    );
    expect(cells?.[0]?.[0]).toContain("2030年度郑州市中小企业公共服务示范平台申报汇总表（演示数据，不具效力）");
    expect(cells?.[2]).toEqual(
      expect.arrayContaining([1, "示例服务中心0202", "914101000000000202", "57/60", 91, "拟认定"]),
    );
    expect(cells?.[4]).toEqual(expect.arrayContaining([3, "示例服务中心0201", 75, "未入选", "证明较少"]));
  });

  it("a certificate is for its holder, the district and the city, and leads to the public check", async () => {
    const id = await addCase("certified");
    const title = {
      id: "title",
      organizationId: id.replace("application", "organization"),
      platformName: "𠮷𬭚中小企业服务平台",
      platformType: "comprehensive",
      district: "410105",
      state: "valid" as const,
      applicationId: id,
      roundId,
      documentNumber: "郑工信〔2029〕88号",
      certificateNumber: "ZZSF-2029-001",
      validFrom: "2026-06-10",
      validTo: "2029-06-10",
      endedOn: null,
      endServedOn: null,
      endDocumentNumber: null,
      endSource: null,
      source: "certify",
      importedBy: null,
      confirmedBy: "city",
      createdAt: morning,
    };
    await insertCertification(app.database, title, []);
    const path = "/api/v1/certifications/title/certificate";
    const certificate = await text(path, people.city);
    expect(certificate).toContain("证书编号：ZZSF-2029-001");
    expect(certificate).toContain("𠮷𬭚中小企业服务平台");
    expect(certificate).toContain("2026年6月10日至2029年6月10日");
    expect(certificate).toContain("https://platform.example/certificates/ZZSF-2029-001");
    expect(certificate).toContain("演示数据，不具效力");
    expect(await statuses(path)).toMatchObject({
      city: 200,
      district: 200,
      elsewhere: 404,
      auditor: 403,
      applicant: 404,
    });
    const old = { ...title, id: "old", applicationId: null, roundId: null, certificateNumber: null, importedBy: "u" };
    await insertCertification(app.database, { ...old, documentNumber: "郑工信〔2022〕9号" }, []);
    expect((await download(app, "/api/v1/certifications/old/certificate", { browser: people.city })).status).toBe(404);
  });
});
