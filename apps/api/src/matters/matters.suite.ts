import type { Matters } from "@shifan/contract";
import { suite } from "@shifan/db/testing";
import { applicationStates } from "@shifan/rules";
import { beforeAll, expect, it } from "vitest";
import type { Browser } from "../../testing/accounts.ts";
import { createSettableClock, createTestApp, policyId, type TestApp } from "../../testing/app.ts";
import { addApplication, addOpenRound, addOrganization, putIntoState, signUp } from "../../testing/applications.ts";
import { addTitle } from "../../testing/titles.ts";
import { addShippedHolidayYears } from "../holidays/shipped-years.ts";
import { planObligations } from "../obligations/plan.ts";

/** Whoever acts for a unit reads where its matters stand, what comes next and by when. */
export const mattersSuite = suite("my matters", (open) => {
  const clock = createSettableClock(new Date("2026-06-01T09:00:00+08:00"));
  let app: TestApp;
  let holder: Browser;
  let stranger: Browser;
  let applicationId = "";

  const matters = async (by: Browser) => {
    const { status, body } = await by.call("/api/v1/reminders/matters");
    expect(status).toBe(200);
    return body as Matters;
  };

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), clock });
    await addShippedHolidayYears({ database: app.database, clock });
    const { browser, userId } = await signUp(app, "holder@matters.example");
    holder = browser;
    stranger = (await signUp(app, "stranger@matters.example")).browser;
    const uscc = "91410100MA0000001A";
    const organizationId = await addOrganization(app, uscc, userId);
    const roundId = await addOpenRound(app);
    applicationId = await addApplication(app, { roundId, organizationId, uscc });
    await addTitle(app, { organizationId, validFrom: "2025-03-01", validTo: "2028-03-01", platformName: "老平台" });
    const { database, catalog } = app;
    await planObligations({ database, catalog, clock, defaultPolicy: policyId });
    clock.set(new Date("2026-07-06T09:00:00+08:00"));
  });

  it("begin with what is the reader's to do, each with its last day, the days left and the article", async () => {
    const { heading, matters: found } = await matters(holder);
    expect(heading).toBe("有2件事由您办，最早7月20日到期。");
    expect(found.map(({ title, says, dueText, article }) => `${title} ${says} ${dueText} ${article}`)).toEqual([
      "半年工作总结（2026年上半年） 待办，最后期限2026年7月20日24:00 7月20日24:00前，还有14天（10个工作日） 第十二条",
      "2026年度申报 还没有提交，推荐部门看不到 9月25日24:00前，还有81天（59个工作日） 第九条",
      "老平台的示范平台资格 有效期到2028年3月1日 2028年3月1日24:00前，还有604天 第十四条",
    ]);
    const [, draft] = found;
    expect(draft?.missing.length).toBeGreaterThan(5);
  });

  it("are told in every state of a case, with what is missing only where the reader can bring it", async () => {
    for (const state of applicationStates.filter((each) => each !== "draft")) {
      if (["not_recommended", "not_selected", "rejected"].includes(state)) continue;
      await putIntoState(app, applicationId, state);
      const found = (await matters(holder)).matters.find(({ recordId }) => recordId === applicationId);
      expect([state, found?.missing.length !== 0, found?.isYours]).toEqual([
        state,
        state === "returned",
        state === "returned",
      ]);
    }
    await putIntoState(app, applicationId, "returned");
    const returned = (await matters(holder)).matters.find(({ recordId }) => recordId === applicationId);
    expect(returned?.dueText).toBe("6月30日24:00已到期，已过6天");
  });

  it("are nobody else's", async () => {
    expect(await matters(stranger)).toMatchObject({ heading: "还没有您的事项。", matters: [] });
    const { status } = await stranger.call("/api/v1/reminders/matters", { headers: { cookie: "" } });
    expect(status).toBe(401);
  });
});
