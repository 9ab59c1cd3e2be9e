import { findApplication } from "@shifan/db";
import { suite } from "@shifan/db/testing";
import { beforeAll, expect, it } from "vitest";
import type { Browser } from "../../../testing/accounts.ts";
import { createSettableClock, createTestApp, morning, type TestApp } from "../../../testing/app.ts";
import { addApplication, addOpenRound, addOrganization, putIntoState, signUp } from "../../../testing/applications.ts";
import { addOfficer } from "../../../testing/cases.ts";
import { writeSection } from "../../../testing/filled-cases.ts";
import { actOnApplicationOf, createTeller, linesOf } from "../../../testing/reminders.ts";
import { addTitle } from "../../../testing/titles.ts";
import { actByTheClock } from "../../acts/clock-acts.ts";
import { addShippedHolidayYears } from "../../holidays/shipped-years.ts";
import { reminderContext } from "../context.ts";
import { reminderSources } from "./index.ts";

const subjects = ["credit_report_month", "returned_for_correction", "paper_end", "result"] as const;

/** What the days and the decisions of a case are told by. */
export const caseSourcesSuite = suite("reminders of a case", (open) => {
  const clock = createSettableClock(morning);
  let app: TestApp;
  let roundId: string;
  let district: Browser;
  let teller: ReturnType<typeof createTeller>;
  let next = 0;

  /** A unit with a draft of its own. */
  const addDraft = async (name: string, supplement: object = {}) => {
    next += 1;
    const email = `${name}@case.example`;
    const { browser, userId } = await signUp(app, email);
    const uscc = `91410100MA00000${String(next).padStart(2, "0")}A`;
    const organizationId = await addOrganization(app, uscc, userId);
    const id = await addApplication(app, { roundId, organizationId, uscc });
    if (Object.keys(supplement).length > 0) await writeSection(browser, id, "supplement", supplement);
    return { id, email, browser, organizationId };
  };

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), clock, demo: true });
    await addShippedHolidayYears({ database: app.database, clock });
    roundId = await addOpenRound(app);
    district = await addOfficer(app, "district@case.example", "district", "410105");
    teller = createTeller(app, clock, subjects);
  });

  it("say that a report is only good for its month, before the month ends and once it has, unless it was made anew", async () => {
    teller.at("2026-06-15T10:00");
    const dates = { credit_report_date: "2026-06-10", gsxt_query_date: "2026-06-11" };
    const stale = await addDraft("stale", dates);
    const renewed = await addDraft("renewed", dates);
    await addDraft("later", { credit_report_date: "2026-07-02" });
    expect(await teller.pass("2026-06-25T09:00")).toEqual([]);
    // The second day before 30 June is a Sunday.
    const words =
      "【信用报告须是提交当月的】第3项材料是6月10日办的，只适用于6月提交（第九条（三））。\n两个办法：6月30日24:00前提交，还有4天（2个工作日）；或者7月重新下载、查询、打印、盖章，9月25日24:00前提交，还有91天（65个工作日）。";
    const told = await teller.pass("2026-06-26T09:00");
    expect(linesOf(told)).toEqual([
      [renewed.email, words],
      [stale.email, words],
    ]);
    expect(told[1]?.paths).toEqual([`/my-matters#applications-${stale.id}`]);
    teller.at("2026-07-01T08:00");
    await writeSection(renewed.browser, renewed.id, "supplement", {
      credit_report_date: "2026-07-01",
      gsxt_query_date: "2026-07-01",
    });
    expect(linesOf(await teller.pass("2026-07-01T09:00"))).toEqual([
      [
        stale.email,
        "【信用报告须是提交当月的】第3项材料是6月10日办的，只适用于6月提交（第九条（三））。\n6月已过：请重新下载、查询、打印、盖章，在办理的当月提交；9月25日24:00截止，还有86天（62个工作日）。",
      ],
    ]);
  });

  it("say what to mend and until when, at once and before the last day, to whoever acts for the unit now, until it is handed in again", async () => {
    teller.at("2026-07-06T10:00");
    const { id, email, organizationId } = await addDraft("returned");
    const successor = await signUp(app, "successor@case.example");
    await putIntoState(app, id, "submitted");
    const defects = [{ material: "M03", field: null, text: "查询页没有盖章。" }];
    const act = actOnApplicationOf(app, district);
    expect((await act(id, "return", { kind: "correction", until: "2026-07-20", defects })).status).toBe(200);
    const told = await teller.pass("2026-07-06T10:05", email);
    expect(linesOf(told)).toEqual([
      [
        email,
        "【申报退回补正】请在7月20日24:00前改好重新提交（第十条），还有14天（10个工作日）。要改的：信用信息报告和公示系统三张查询页：查询页没有盖章。按期补正的，收到日期不变。",
      ],
    ]);
    expect(told[0]?.paths).toEqual([`/my-matters#applications-${id}`]);
    await app.database.execute(
      `update mandates set user_id = '${successor.userId}' where organization_id = '${organizationId}'`,
    );
    const words =
      "【补正7月20日到期】7月20日24:00前重新提交（第十条），还有3天（1个工作日）。\n要改的：信用信息报告和公示系统三张查询页：查询页没有盖章。\n改好后重新提交，推荐部门继续办理。";
    expect(linesOf(await teller.pass("2026-07-17T09:00", email, "successor@case.example"))).toEqual([
      ["successor@case.example", words],
    ]);
    const subject = "returned_for_correction";
    const asked = { subject, days: ["2026-07-20"], recordIds: [id] } as const;
    const stands = await reminderSources[subject](await reminderContext(teller.services), asked);
    expect(stands.map(({ matter }) => matter)).toEqual(["2026年度申报（补正退回）"]);
    await putIntoState(app, id, "submitted");
    expect(await teller.pass("2026-07-19T09:00", email, "successor@case.example")).toEqual([]);
  });

  it("say what happened to it, the last that holds, with the reason and the days for an answer", async () => {
    teller.at("2026-07-20T10:00");
    const act = actOnApplicationOf(app, district);
    const refused = await addDraft("refused");
    const withdrawn = await addDraft("withdrawn");
    await putIntoState(app, refused.id, "submitted");
    expect((await act(refused.id, "accept")).status).toBe(200);
    expect(linesOf(await teller.pass("2026-07-20T10:05", refused.email))).toEqual([
      [
        refused.email,
        "【申报已受理】金水区工信部门已受理。接着向您服务的企业做测评，再决定是否推荐；推荐10月15日24:00截止（第十条）。现在不用您做什么。",
      ],
    ]);
    expect((await act(refused.id, "not-recommend", { reason: "服务企业数与台账不符。" })).status).toBe(200);
    const own = actOnApplicationOf(app, withdrawn.browser);
    expect((await own(withdrawn.id, "withdraw", { reason: "材料来不及准备" })).status).toBe(200);
    expect(linesOf(await teller.pass("2026-07-20T10:10", refused.email, withdrawn.email))).toEqual([
      [
        refused.email,
        "【推荐部门不予推荐】金水区工信部门决定不予推荐（第十条）。理由：服务企业数与台账不符。对决定有意见的，7月30日24:00前可以书面提出（第四条），还有10天（8个工作日）。",
      ],
      [
        withdrawn.email,
        "【申报已撤回】这份申报不再办理，内容保留（第四条）。9月25日24:00前可以重新申报（第九条），还有67天（49个工作日）。",
      ],
    ]);
    // At night nothing is told; what was overtaken by the morning is not told at all.
    teller.at("2026-07-20T22:00");
    const overtaken = await addDraft("overtaken");
    await putIntoState(app, overtaken.id, "submitted");
    expect((await act(overtaken.id, "accept")).status).toBe(200);
    expect(await teller.pass("2026-07-20T22:05", overtaken.email)).toEqual([]);
    expect((await act(overtaken.id, "not-recommend", { reason: "不在本区" })).status).toBe(200);
    const morningAfter = await teller.pass("2026-07-21T09:00", overtaken.email);
    expect(morningAfter.map(({ to, text }) => [to, text.slice(0, 10)])).toEqual([
      [overtaken.email, "【推荐部门不予推荐】"],
    ]);
  });

  it("say that a paper ends: of what is to be handed in, and of what a title rests on, until a later day is stated", async () => {
    teller.at("2026-08-03T10:00");
    const both = await addDraft("both", { lease_end_date: "2026-10-30", permit_valid_to: "2026-10-30" });
    const holder = await addDraft("holder", { lease_end_date: "2026-10-30" });
    const renewed = await addDraft("leased-anew", { lease_end_date: "2026-10-30" });
    await addTitle(app, { organizationId: holder.organizationId, validFrom: "2025-03-01", validTo: "2028-03-01" });
    await putIntoState(app, holder.id, "certified");
    await app.database.execute(
      `update certifications set application_id = '${holder.id}', round_id = '${roundId}', certificate_number = 'ZZ-1' where organization_id = '${holder.organizationId}'`,
    );
    // Sixty days before is Monday, 31 August; what is renewed before is not told.
    await writeSection(renewed.browser, renewed.id, "supplement", { lease_end_date: "2027-10-30" });
    const told = await teller.pass("2026-08-31T09:00", both.email, holder.email, renewed.email);
    expect(linesOf(told)).toEqual([
      [
        both.email,
        "【租赁合同10月30日到期】还有60天（40个工作日）。提交时须在有效期内（第九条（四）），到期前续办好再提交。",
      ],
      [
        both.email,
        "【许可证10月30日到期】还有60天（40个工作日）。提交时须在有效期内（第九条（五）），到期前续办好再提交。",
      ],
      [
        holder.email,
        "【租赁合同10月30日到期】还有60天（40个工作日）。请及时续办（第九条（四）），续办后告诉推荐部门。",
      ],
    ]);
    expect(teller.untold()).toEqual([]);
  });

  it("say that a draft has ended with its round", async () => {
    teller.at("2026-09-24T10:00");
    await app.database.execute("update applications set state = 'withdrawn' where state in ('draft', 'returned')");
    const late = await addDraft("late");
    teller.at("2026-09-27T10:00");
    expect(await actByTheClock(teller.services)).toBeGreaterThan(0);
    expect((await findApplication(app.database, late.id))?.state).toBe("lapsed");
    // A Sunday: told on the day of work after it.
    expect(await teller.pass("2026-09-27T10:00", late.email)).toEqual([]);
    expect(linesOf(await teller.pass("2026-09-28T08:30", late.email))).toEqual([
      [late.email, "【2026年度申报已截止，草稿没有提交】这份草稿不再办理，内容保留，下次可以用来起草（第九条）。"],
    ]);
  });
});
