import type { Overview } from "@shifan/contract";
import { suite } from "@shifan/db/testing";
import { beforeAll, beforeEach, expect, it } from "vitest";
import type { Browser } from "../../testing/accounts.ts";
import { createSettableClock, createTestApp, type TestApp } from "../../testing/app.ts";
import { addOpenRound, signUp } from "../../testing/applications.ts";
import { addAcceptedCase, addOfficer } from "../../testing/cases.ts";
import { readDocx } from "../../testing/documents/read-docx.ts";
import { readPdf } from "../../testing/documents/read-pdf.ts";
import { download } from "../../testing/download.ts";

/** One page: the conclusion first, the round, what is late by district, the days to come, what may not be shortened. */
export const overviewSuite = suite("the page for whoever answers for the whole", (open) => {
  const clock = createSettableClock();
  let app: TestApp;
  const people: Record<string, Browser> = {};
  const read = async (by: string) => {
    const answer = await people[by]?.call("/api/v1/overview");
    return { status: answer?.status, body: answer?.body as Overview };
  };
  const owe = (id: string, kind: string, period: string, district: string, dueOn: string) =>
    app.database.execute(`insert into obligations (id, kind, subject, period, holder, district, state, is_binding, due_on, created_at, revision)
      values ('${id}', '${kind}', '${id}', '${period}', 'district', '${district}', 'due', true, '${dueOn}', '2026-01-01T00:00:00Z', 1)`);

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), clock, demo: true });
    people.city = await addOfficer(app, "city@overview.example", "city");
    people.auditor = await addOfficer(app, "auditor@overview.example", "auditor");
    people.district = await addOfficer(app, "district@overview.example", "district", "410105");
    people.expert = await addOfficer(app, "expert@overview.example", "expert");
    people.applicant = (await signUp(app, "applicant@overview.example")).browser;
  });
  beforeEach(() => clock.set(new Date("2026-10-16T01:30:00Z")));

  it("says so where nothing is on record yet", async () => {
    const { body } = await read("city");
    expect(body).toMatchObject({ summary: "没有逾期事项。", round: null, late: [], next: [] });
  });

  it("begins with what is late and what comes next, and tells both by district and day", async () => {
    const roundId = await addOpenRound(app);
    await app.database.execute(`update rounds set state = 'closed' where id = '${roundId}'`);
    await addAcceptedCase(app, { roundId, uscc: "91410100MA00000001" });
    await addAcceptedCase(app, { roundId, uscc: "91410100MA00000002", district: "410102" });
    await owe("w1", "periodic_inspection", "2026-H1", "410105", "2026-06-30");
    await owe("w2", "periodic_inspection", "2026-H1", "410105", "2026-06-30");
    await owe("w3", "periodic_inspection", "2026-H2", "410102", "2026-12-31");
    await owe("w4", "annual_package", "2026", "410102", "2027-01-31");
    const { body } = await read("city");
    expect(body.title).toBe("郑州市中小企业公共服务示范平台工作一页纸");
    expect(body.summary).toBe(
      "逾期4件，涉及2个区县（市）、开发区。下一件：半年定期检查（2026年下半年）还有1件，12月31日24:00前，还有76天（第十三条）。",
    );
    expect(body.round?.text).toBe("2026年度申报已截止，正在推荐：已提交2份，已认定0家");
    expect(
      body.late.map(({ name, count, items }) => [name, count, items.map(({ what, article }) => what + article)]),
    ).toEqual([
      ["金水区", 3, ["2026年度申报没有办结第十条", "半年定期检查（2026年上半年）第十三条"]],
      ["中原区", 1, ["2026年度申报没有办结第十条"]],
    ]);
    expect(body.next.map(({ dueOn, daysLeft }) => [dueOn, daysLeft])).toEqual([
      ["2026-12-31", 76],
      ["2027-01-31", 107],
    ]);
    clock.set(new Date("2026-10-15T01:30:00Z"));
    const before = (await read("city")).body;
    expect(before.late.map(({ name, count }) => [name, count])).toEqual([["金水区", 2]]);
    expect(before.next[0]?.text).toBe("2026年度推荐截止，10月15日24:00");
  });

  it("says what may not be shortened, on which article, and whether the text says so or a reading or a setting", async () => {
    const { body } = await read("city");
    const publicity = body.fixed.find(({ id }) => id === "publicity_working_days");
    expect(publicity).toMatchObject({ text: "公示至少几个工作日：5个工作日", article: "第十一条", mark: "解释" });
    expect(body.fixed.find(({ id }) => id === "survey_minimum")).toMatchObject({ article: "附件1", mark: "原文" });
  });

  it("shows a district its own, the supervisors all, and nobody else anything", async () => {
    const own = (await read("district")).body;
    expect(own.late.map(({ key }) => key)).toEqual(["410105"]);
    expect(own.next).toEqual([]);
    expect(own.round?.funnel.all.handedIn).toBe(1);
    expect((await read("auditor")).body).toEqual((await read("city")).body);
    for (const by of ["expert", "applicant"]) {
      expect((await read(by)).status).toBe(403);
      expect((await people[by]?.call("/api/v1/overview/document"))?.status).toBe(403);
    }
  });

  it("is one page on paper, with every district late, and a file to work on", async () => {
    const districts = [
      "410103",
      "410104",
      "410106",
      "410108",
      "410122",
      "410171",
      "410172",
      "410173",
      "410181",
      "410182",
    ];
    for (const district of districts) {
      await owe(`p1 ${district}`, "half_year_package", "2026-H1", district, "2026-07-31");
      await owe(`p2 ${district}`, "half_year_report", "2026-H1", district, "2026-07-20");
      await owe(`p3 ${district}`, "periodic_inspection", "2026-H1", district, "2026-06-30");
    }
    const pdf = await download(app, "/api/v1/overview/document", { browser: people.city });
    expect(pdf.headers.get("content-type")).toBe("application/pdf");
    expect(decodeURIComponent(pdf.headers.get("content-disposition") ?? "")).toContain("一页纸_2026-10-16.pdf");
    const pages = await readPdf(pdf.bytes);
    expect(pages.length).toBe(1);
    const text = pages.join("");
    for (const word of [
      "工作一页纸",
      "一、本轮进度",
      "金水区",
      "另有4个共",
      "第十三条",
      "不能缩短",
      "公示至少几个工作日：5个工作日",
    ]) {
      expect(text).toContain(word);
    }
    const docx = await download(app, "/api/v1/overview/document?format=docx", { browser: people.city });
    expect(readDocx(docx.bytes)).toContain("另有4个共");
  });
});
