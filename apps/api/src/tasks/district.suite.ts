import type { Task } from "@shifan/contract";
import { suite } from "@shifan/db/testing";
import type { ApplicationState } from "@shifan/rules";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { type Browser, createBrowser } from "../../testing/accounts.ts";
import { createSettableClock, createTestApp, type TestApp } from "../../testing/app.ts";
import { addOpenRound, addOrganization, signUp } from "../../testing/applications.ts";
import { addAcceptedCase, addOfficer } from "../../testing/cases.ts";
import { follow, sentences, tasksOf } from "../../testing/tasks.ts";
import { addTitle } from "../../testing/titles.ts";

/** What waits for a district: in its own words, by due date, one step from the work. */
export const districtTasksSuite = suite("what waits for a district", (open) => {
  const clock = createSettableClock(new Date("2026-09-14T01:30:00Z"));
  let app: TestApp;
  let district: Browser;
  let elsewhere: Browser;
  let roundId = "";

  const run = (statement: string) => app.database.execute(statement);
  const into = (id: string, state: ApplicationState, more = "") =>
    run(`update applications set state = '${state}'${more} where id = '${id}'`);
  const found = async (kind: Task["kind"], by = district) => {
    const { tasks, upcoming } = await tasksOf(by);
    return [...tasks, ...upcoming].filter((task) => task.kind === kind);
  };

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), clock, demo: true });
    district = await addOfficer(app, "district@tasks.example", "district", "410105");
    elsewhere = await addOfficer(app, "elsewhere@tasks.example", "district", "410102");
    roundId = await addOpenRound(app);
  });
  beforeEach(() => clock.set(new Date("2026-09-14T01:30:00Z")));

  it("says so where nothing waits, and what is next", async () => {
    const { heading, tasks, upcoming, checkpoint } = await tasksOf(district);
    expect(tasks).toEqual([]);
    expect(heading).toBe("您好。9月14日，星期一。今天没有到期事项。下一件：2026年度申报9月25日24:00截止（第九条）");
    expect(sentences(upcoming)).toEqual([
      "submission_deadline 2026年度申报9月25日24:00截止（第九条）",
      "recommendation_deadline 2026年度推荐10月15日24:00截止（第十条）",
    ]);
    expect(checkpoint).toBeNull();
  });

  it("counts what was handed in to it, since the first, and no draft and nothing of another district", async () => {
    const first = await addAcceptedCase(app, { roundId, uscc: "91410100MA00000001" });
    const second = await addAcceptedCase(app, { roundId, uscc: "91410100MA00000002" });
    const draft = await addAcceptedCase(app, { roundId, uscc: "91410100MA00000003" });
    const other = await addAcceptedCase(app, { roundId, uscc: "91410100MA00000004", district: "410102" });
    await into(first, "submitted", ", received_on = '2026-09-08'");
    await into(second, "submitted", ", received_on = '2026-09-10'");
    await into(draft, "draft", ", is_handed_in = false, received_on = null");
    await into(other, "submitted", ", received_on = '2026-09-01'");
    const { heading, tasks } = await tasksOf(district);
    expect(heading).toBe("您好。9月14日，星期一。今天有1件事：");
    expect(tasks).toEqual([
      {
        kind: "applications_to_check",
        text: "待审材料2份，最早9月8日收到；推荐截止10月15日（第十条）",
        count: 2,
        dueOn: "2026-10-15",
        daysLeft: 31,
        isOverdue: false,
        article: "第十条",
        role: "district",
        district: "410105",
        onBehalfOf: null,
        mayAct: true,
        work: {
          resource: "applications",
          recordId: null,
          filter: { roundId, state: ["submitted"], district: "410105" },
        },
      },
    ]);
    expect(await follow(district, tasks[0] as Task)).toBe(2);
    const [own] = await found("applications_to_check", elsewhere);
    expect([own?.count, own?.work.recordId]).toEqual([1, other]);
    expect(await follow(elsewhere, own as Task)).toBe(1);
    await run(`update applications set state = 'withdrawn' where round_id = '${roundId}'`);
  });

  it("tells of a return whose last day is near, what is wrong with the one, and of none that is far", async () => {
    const id = await addAcceptedCase(app, { roundId, uscc: "91410100MA00000005" });
    const returned = (until: string) =>
      JSON.stringify({ until, kind: "correction", defects: [{ material: "M03", text: "信用报告查询页未盖章" }] });
    await into(id, "returned", `, returned = '${returned("2026-09-14")}'`);
    const [today] = await found("returns_running_out");
    expect(today).toMatchObject({ text: "补正今天到期1份：信用报告查询页未盖章（第九条（三））", daysLeft: 0 });
    expect(await follow(district, today as Task)).toBe(1);
    await into(id, "returned", `, returned = '${returned("2026-09-21")}'`);
    expect((await found("returns_running_out"))[0]?.text).toContain("补正9月21日到期1份");
    await into(id, "returned", `, returned = '${returned("2026-09-22")}'`);
    expect(await found("returns_running_out")).toEqual([]);
    await into(id, "withdrawn");
  });

  it("says how many answers of a survey are missing to what the law asks for", async () => {
    const id = await addAcceptedCase(app, { roundId, uscc: "91410100MA00000006" });
    expect((await found("surveys_to_draw"))[0]?.text).toContain("已受理、还没有抽取测评企业1份");
    await run(`insert into surveys (application_id, commitment, seed, population, drawn_at, drawn_by, revision)
      values ('${id}', '${"a".repeat(64)}', 's', '[]', '2026-09-10T00:00:00Z', 'u', 1)`);
    const answer = (place: number) =>
      run(`insert into sampled (application_id, place, row_id, enterprise, state, personal, rating, method, answered_on, revision)
        values ('${id}', ${place}, 'row-${place}', '企业${place}', 'answered', '{}', 'very_satisfied', 'telephone', '2026-09-11', 1)`);
    for (let place = 1; place <= 6; place += 1) await answer(place);
    const [short] = await found("surveys_short");
    expect(short?.text).toBe("测评还差4家：已完成6家，至少10家；推荐截止10月15日（附件1）");
    expect(await follow(district, short as Task)).toBe(1);
    for (let place = 7; place <= 9; place += 1) await answer(place);
    expect((await found("surveys_short"))[0]?.text).toContain("测评还差1家");
    await answer(10);
    expect(await found("surveys_short")).toEqual([]);
    expect((await found("surveys_to_complete"))[0]?.text).toContain("测评已做满10家、还没有办结1份");
    await into(id, "surveyed");
    expect((await found("applications_to_recommend"))[0]).toMatchObject({ count: 1, dueOn: "2026-10-15" });
    clock.set(new Date("2026-10-15T16:00:00Z"));
    expect((await found("applications_to_recommend"))[0]).toMatchObject({ isOverdue: true, daysLeft: -1 });
    await into(id, "withdrawn");
  });

  it("tells of paper that is not typed in to its end", async () => {
    const id = await addAcceptedCase(app, { roundId, uscc: "91410100MA00000007" });
    await into(id, "draft", ", origin = 'paper', received_on = '2026-09-07'");
    const [paper] = await found("paper_to_enter");
    expect(paper?.text).toBe("纸质申报还没有录完1份，最早9月7日收到（第九条）");
    expect(await follow(district, paper as Task)).toBe(1);
    await into(id, "withdrawn");
  });

  it("tells how many inspections of the half are done, to be expected until a month before the end, and late after it", async () => {
    const organizationId = await addOrganization(app, "91410100MA0000001A", null);
    for (const [n, state] of ["done", "due", "due"].entries()) {
      const title = await addTitle(app, {
        organizationId,
        platformName: `平台${n}`,
        validFrom: "2025-03-01",
        validTo: "2028-03-01",
      });
      await run(`insert into obligations (id, kind, subject, period, holder, certification_id, organization_id, district, state, is_binding, due_on, done_on, created_at, revision)
        values ('w${n}', 'periodic_inspection', '${title}', '2026-H2', 'district', '${title}', '${organizationId}', '410105', '${state}', true, '2026-12-31',
          ${state === "done" ? "'2026-09-01'" : "null"}, '2026-07-01T00:00:00Z', 1)`);
    }
    const early = await tasksOf(district);
    expect(early.tasks.map(({ kind }) => kind)).not.toContain("inspections_owed");
    expect(early.upcoming.at(-1)).toMatchObject({
      text: "2026年下半年定期检查1/3，12月31日24:00前每家至少一次（第十三条）",
      daysLeft: 108,
      work: { filter: { kind: "periodic_inspection", period: "2026-H2", state: "due", district: "410105" } },
    });
    expect(await follow(district, early.upcoming.at(-1) as Task)).toBe(2);
    clock.set(new Date("2026-12-01T01:00:00Z"));
    const near = (await tasksOf(district)).tasks.find(({ kind }) => kind === "inspections_owed");
    expect(near?.text).toBe("2026年下半年定期检查还差2家：3家已检查1家，12月31日24:00前每家至少一次（第十三条）");
    clock.set(new Date("2026-12-31T16:00:00Z"));
    const late = (await tasksOf(district)).tasks.find(({ kind }) => kind === "inspections_owed");
    expect(late).toMatchObject({ isOverdue: true, daysLeft: -1 });
    expect(late?.text).toContain("2026年下半年定期检查逾期，还有2家没有检查，应在2026年12月31日24:00前完成");
  });

  it("tells of inspections on their day, of what is to be looked at again, of reports to read and packages to send", async () => {
    const first = `(select id from certifications where platform_name = '平台0')`;
    const organization = `(select organization_id from certifications where platform_name = '平台0')`;
    const check = (id: string, columns: string, values: string) =>
      run(`insert into inspections (id, kind, certification_id, organization_id, district, period, checklist, created_by, created_at, revision, planned_on, ${columns})
        values ('${id}', 'periodic_inspection', ${first}, ${organization}, '410105', '2026-H2', '{}', 'u', '2026-09-01T00:00:00Z', 1, ${values})`);
    await check("i-planned", "state", "'2026-09-14', 'planned'");
    await check("i-later", "state", "'2026-09-20', 'planned'");
    await check(
      "i-again",
      "state, result, carried_out_on, recorded_on, findings, answer_until, rectify_until",
      "'2026-09-01', 'carried_out', 'failed', '2026-09-01', '2026-09-01', '台账缺失', '2026-09-11', '2026-09-20'",
    );
    expect((await found("checks_to_carry_out"))[0]).toMatchObject({ count: 2, dueOn: "2026-09-14", isOverdue: false });
    const [again] = await found("checks_to_check_again");
    expect([again?.text, again?.dueOn]).toEqual(["整改待复查1家，最早9月20日整改到期（第十三条）", "2026-09-20"]);
    expect(await follow(district, again as Task)).toBe(1);
    await run(`insert into reports (id, certification_id, organization_id, district, kind, period, state, policy_version, content, submitted_on, created_by, created_at, changed_at, revision)
      values ('r', ${first}, ${organization}, '410105', 'half_year_report', '2026-H1', 'sent_to_district', 1, '{}', '2026-09-10', 'u', '2026-09-01T00:00:00Z', '2026-09-01T00:00:00Z', 1)`);
    const [report] = await found("reports_to_read");
    expect(report?.text).toBe("工作总结待审阅、转报1份，最早9月10日送来（第十三条）");
    expect(await follow(district, report as Task)).toBe(1);
    await run(`insert into obligations (id, kind, subject, period, holder, district, state, is_binding, due_on, created_at, revision)
      values ('wp', 'half_year_package', '410105', '2026-H1', 'district', '410105', 'due', true, '2026-07-31', '2026-01-01T00:00:00Z', 1)`);
    const [late] = (await tasksOf(district)).tasks;
    expect(late).toMatchObject({
      kind: "packages_to_send",
      text: "半年工作总结报送市工信局：2026年上半年，逾期未报，应在7月31日24:00前（第十三条）",
      isOverdue: true,
    });
    expect(await follow(district, late as Task)).toBe(0);
  });

  it("tells of mandates whose papers are there, and that one's own report of a change is for another", async () => {
    const { userId } = await signUp(app, "holder@tasks.example");
    const organizationId = await addOrganization(app, "91410100MA0000002B", userId);
    expect(await found("mandates_to_confirm")).toEqual([]);
    await run(`update mandates set licence_file_id = 'f', authorization_file_id = 'g' where user_id = '${userId}'`);
    const [mandate] = await found("mandates_to_confirm");
    expect(mandate).toMatchObject({ count: 1, work: { resource: "organizations", recordId: organizationId } });
    expect(await follow(district, mandate as Task)).toBe(1);
    const another = await signUp(app, "another@tasks.example");
    const more = await addOrganization(app, "91410100MA0000003C", another.userId);
    await run(
      `update mandates set licence_file_id = 'f', authorization_file_id = 'g' where organization_id = '${more}'`,
    );
    const [both] = await found("mandates_to_confirm");
    expect(both).toMatchObject({ count: 2, work: { filter: { mandate: "claimed", district: "410105" } } });
    expect(await follow(district, both as Task)).toBe(2);
    const change = (id: string, by: string) =>
      run(`insert into organization_changes (id, organization_id, district, kind, state, from_on, before, after, source, reported_by, reported_on, created_at, revision)
        values ('${id}', '${organizationId}', '410105', 'name', 'reported', '2026-09-01', '甲', '乙', '通知书', ${by}, '2026-09-10', '2026-09-10T00:00:00Z', 1)`);
    await change("h1", `'${userId}'`);
    await change("h2", "(select id from users where email = 'district@tasks.example')");
    const changes = await found("changes_to_check");
    expect(changes.map(({ mayAct, work }) => [mayAct, work.recordId]).toSorted()).toEqual([
      [false, "h2"],
      [true, "h1"],
    ]);
    expect(changes.find(({ mayAct }) => !mayAct)?.text).toContain("须由另一人确认");
    for (const task of changes) expect(await follow(district, task)).toBe(1);
    expect(await found("changes_to_check", elsewhere)).toEqual([]);
  });

  it("is for whoever is in office: not for applicants, and not for anybody without an account", async () => {
    const { browser } = await signUp(app, "applicant@tasks.example");
    expect((await browser.call("/api/v1/tasks")).status).toBe(403);
    expect((await createBrowser(app).call("/api/v1/tasks")).status).toBe(401);
  });
});
