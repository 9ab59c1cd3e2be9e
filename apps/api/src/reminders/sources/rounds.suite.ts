import { keepRecipient } from "@shifan/db";
import { suite } from "@shifan/db/testing";
import { beforeAll, expect, it } from "vitest";
import { addStaff, type Browser } from "../../../testing/accounts.ts";
import { createSettableClock, createTestApp, morning, type TestApp } from "../../../testing/app.ts";
import { addApplication, addOrganization, putIntoState, signUp } from "../../../testing/applications.ts";
import { addOfficer, grantRole } from "../../../testing/cases.ts";
import { beginTestChat } from "../../../testing/chat.ts";
import { createTeller, linesOf, type ToldLine } from "../../../testing/reminders.ts";
import { actOn, make } from "../../../testing/reviews.ts";
import { addTitle } from "../../../testing/titles.ts";
import { actByTheClock } from "../../acts/clock-acts.ts";
import { addShippedHolidayYears } from "../../holidays/shipped-years.ts";

const subjects = [
  "round_opened",
  "round_extended",
  "round_cancelled",
  "application_deadline",
  "recommendation_deadline",
  "result",
] as const;

/** What a round announces and asks for, from its opening to its end. */
export const roundSourcesSuite = suite("reminders of a round", (open) => {
  const clock = createSettableClock(morning);
  let app: TestApp;
  let city: Browser;
  let teller: ReturnType<typeof createTeller>;

  const addUnit = async (name: string, uscc: string) => {
    const { userId } = await signUp(app, `${name}@round.example`);
    return { userId, uscc, organizationId: await addOrganization(app, uscc, userId) };
  };
  const of = (told: readonly ToldLine[], subject: (typeof subjects)[number]) =>
    linesOf(told.filter((each) => each.subject === subject));

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), clock, demo: true });
    await addShippedHolidayYears({ database: app.database, clock });
    city = await addOfficer(app, "city@round.example", "city");
    await addOfficer(app, "jinshui@round.example", "district", "410105");
    await addOfficer(app, "erqi@round.example", "district", "410103");
    teller = createTeller(app, clock, subjects);
  });

  it("are told to whom its days concern, each in time, and no longer when they moved or what is asked is done", async () => {
    const writing = await addUnit("writing", "91410100MA0000001A");
    const idle = await addUnit("idle", "91410100MA0000002A");
    const ending = await addUnit("ending", "91410100MA0000003A");
    const later = await addUnit("later", "91410100MA0000004A");
    const titleId = await addTitle(app, {
      organizationId: ending.organizationId,
      validFrom: "2023-11-20",
      validTo: "2026-11-20",
    });
    await addTitle(app, { organizationId: later.organizationId, validFrom: "2024-11-20", validTo: "2027-11-20" });
    const chat = await beginTestChat(app);
    await keepRecipient(app.database, { sessionId: chat.id }, morning);
    const made = await make(city, "/api/v1/rounds", {
      year: 2026,
      submissionDeadline: "2026-09-25",
      recommendationDeadline: "2026-10-15",
      submissionEvent: "online",
      copies: 3,
      binding: "胶装",
      counterAddress: "测试路1号",
      noticeTitle: "关于组织申报的通知",
      noticeText: "请按时申报。",
      quota: null,
    });
    expect(made.status).toBe(201);
    const roundId = (made.body as { id: string }).id;
    const path = `/api/v1/rounds/${roundId}`;
    expect(await teller.pass("2026-06-10T10:00")).toEqual([]);

    expect((await actOn(city, path, "open")).status).toBe(200);
    const toDistricts =
      "【2026年度申报开始了】9月25日24:00前受理提交，还有107天（76个工作日）；10月15日24:00前报送推荐文件（第十条）。";
    const opened = await teller.pass("2026-06-10T10:01");
    expect(linesOf(opened)).toEqual([
      [
        "ending@round.example",
        "【2026年度申报开始了】贵单位资格有效期到11月20日，今年是期满当年，可再次申报（第十四条）。\n9月25日24:00前提交（第九条），还有107天（76个工作日）。新资格自新的认定日期起算，中间可能有空档。",
      ],
      ["erqi@round.example", toDistricts],
      ["jinshui@round.example", toDistricts],
      [
        "prospect",
        "【2026年度申报开始了】6月10日起受理，9月25日24:00前提交（第九条），还有107天（76个工作日）。\n您做过自查，可以接着填申请报告。",
      ],
    ]);
    expect(opened[0]?.paths).toEqual(["/my-matters", `/my-matters#certifications-${titleId}`]);
    expect(opened[2]?.paths).toEqual([
      `/admin/applications?filter=${encodeURIComponent(JSON.stringify({ roundId, district: "410105" }))}`,
    ]);
    expect(await teller.pass("2026-06-11T10:00")).toEqual([]);

    const { organizationId, uscc } = writing;
    const id = await addApplication(app, { roundId, organizationId, uscc });
    const due = await teller.pass("2026-08-26T09:00");
    expect(linesOf(due)).toEqual([
      ["erqi@round.example", "【2026年度申报9月25日截止】已提交0份，填报中0份（第九条），还有30天（22个工作日）。"],
      ["jinshui@round.example", "【2026年度申报9月25日截止】已提交0份，填报中1份（第九条），还有30天（22个工作日）。"],
      ["prospect", "【2026年度申报快截止了】9月25日24:00截止（第九条），还有30天（22个工作日）。"],
      [
        "writing@round.example",
        "【2026年度申报快截止了】9月25日24:00截止（第九条），还有30天（22个工作日）。\n还缺：申请报告（附件2）；法人证书或营业执照副本（复印件）；信用信息报告和公示系统三张查询页；固定的经营服务场所证明（复印件）；网站备案、从业资格（资质）、许可证（请写明是否需要）等13项。",
      ],
    ]);
    expect(due[3]?.paths).toEqual([`/my-matters#applications-${id}`]);

    teller.at("2026-09-24T10:00");
    const extension = {
      submissionDeadline: "2026-10-09",
      recommendationDeadline: "2026-10-30",
      reason: "系统检修",
      notice: "延期公告",
    };
    expect((await actOn(city, path, "extend", extension)).status).toBe(200);
    const moved = "提交截止改为10月9日24:00，还有15天（5个工作日）";
    expect(of(await teller.pass("2026-09-24T10:05"), "round_extended")).toEqual([
      ["erqi@round.example", `【2026年度申报延期】${moved}；推荐截止改为10月30日24:00（第十条）。`],
      ["jinshui@round.example", `【2026年度申报延期】${moved}；推荐截止改为10月30日24:00（第十条）。`],
      ["prospect", `【2026年度申报延期】${moved}；原定9月25日（第九条）。`],
      ["writing@round.example", `【2026年度申报延期】${moved}；原定9月25日（第九条）。`],
    ]);

    // Whoever holds both roles is told what each of them asks for.
    const both = await addStaff(app, "both@round.example");
    await grantRole(app, both, "city", null);
    await grantRole(app, both, "district", "410105");
    await putIntoState(app, id, "accepted");
    expect(of(await teller.pass("2026-10-08T09:00"), "application_deadline").map(([to]) => to)).toEqual([
      "both@round.example",
      "erqi@round.example",
      "jinshui@round.example",
      "prospect",
    ]);
    const toCity = "【2026年度推荐10月30日截止】还有10天（8个工作日）。推荐部门还没有办完1份（第十条）：金水区。";
    const toJinshui =
      "【2026年度推荐10月30日截止】还有10天（8个工作日）。还没有办完1份（第十条）。\n其中测评没有做满10家的1份（附件1）。";
    expect(of(await teller.pass("2026-10-20T09:00"), "recommendation_deadline")).toEqual([
      ["both@round.example", toCity],
      ["both@round.example", toJinshui],
      ["city@round.example", toCity],
      ["jinshui@round.example", toJinshui],
    ]);
    await putIntoState(app, id, "recommended");
    expect(await teller.pass("2026-10-23T09:00")).toEqual([]);

    teller.at("2026-10-26T10:00");
    await addApplication(app, { roundId, organizationId: idle.organizationId, uscc: idle.uscc });
    expect((await actOn(city, path, "cancel", { reason: "机构调整。" })).status).toBe(200);
    const cancelled = "【2026年度申报已取消】原因：机构调整。";
    expect(linesOf(await teller.pass("2026-10-26T10:05"))).toEqual([
      ["both@round.example", `${cancelled}\n在办的申报停止办理，重新安排另行通知（第十四条）。`],
      ["erqi@round.example", `${cancelled}\n在办的申报停止办理，重新安排另行通知（第十四条）。`],
      ["idle@round.example", `${cancelled}\n已填的内容保留。重新安排公布当天再通知您（第十四条）。`],
      ["jinshui@round.example", `${cancelled}\n在办的申报停止办理，重新安排另行通知（第十四条）。`],
      ["prospect", `${cancelled}\n重新安排公布当天再通知您（第十四条）。`],
      ["writing@round.example", `${cancelled}\n已填的内容保留。重新安排公布当天再通知您（第十四条）。`],
    ]);
    // That its draft ends with it is told with it, and not once more.
    expect(await actByTheClock(teller.services)).toBeGreaterThan(0);
    expect(await teller.pass("2026-10-26T10:10")).toEqual([]);
    expect(teller.untold()).toEqual(["result applicant"]);
  });
});
