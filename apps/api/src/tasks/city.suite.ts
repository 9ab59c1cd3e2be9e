import type { Task } from "@shifan/contract";
import { insertHolidayYear } from "@shifan/db";
import { suite } from "@shifan/db/testing";
import type { ApplicationState } from "@shifan/rules";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { type Browser, createBrowser } from "../../testing/accounts.ts";
import { createSettableClock, createTestApp, type TestApp } from "../../testing/app.ts";
import { addOpenRound, addOrganization } from "../../testing/applications.ts";
import { addOfficer } from "../../testing/cases.ts";
import { addProposedList, fileObjection, publication, publishList } from "../../testing/publicity.ts";
import { actOnPanel, addExpert, addReceivedCase, score } from "../../testing/reviews.ts";
import { follow, sentences, tasksOf } from "../../testing/tasks.ts";
import { addTitle } from "../../testing/titles.ts";
import { addShippedHolidayYears } from "../holidays/shipped-years.ts";

/** What waits for the city, from the receipt of a case to the confirmation of a sanction, and what for an expert. */
export const cityTasksSuite = suite("what waits for the city and its experts", (open) => {
  const clock = createSettableClock();
  let app: TestApp;
  let city: Browser;
  let second: Browser;

  const run = (statement: string) => app.database.execute(statement);
  const into = (id: string, state: ApplicationState) =>
    run(`update applications set state = '${state}' where id = '${id}'`);
  const found = async (kind: Task["kind"], by = city) => {
    const { tasks, upcoming } = await tasksOf(by);
    return [...tasks, ...upcoming].filter((task) => task.kind === kind);
  };
  const idOf = (email: string) => `(select id from users where email = '${email}')`;

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), clock, demo: true });
    await addShippedHolidayYears({ database: app.database, clock });
    city = await addOfficer(app, "city@tasks.example", "city");
    second = await addOfficer(app, "second@tasks.example", "city");
  });
  beforeEach(() => clock.set(new Date("2026-10-20T01:30:00Z")));

  it("receives what is recommended, and sees which cases their districts have left", async () => {
    const roundId = await addOpenRound(app);
    const path = await addReceivedCase(app, { roundId, uscc: "91410100MA00000001" });
    const id = decodeURIComponent(path.slice("/api/v1/applications/".length));
    await into(id, "recommended");
    const [received] = await found("applications_to_receive");
    expect(received?.text).toBe("待接收推荐材料1份，最早6月8日提交（第十条）");
    expect(await follow(city, received as Task)).toBe(1);
    await into(id, "accepted");
    const [behind] = await found("districts_behind");
    expect(behind).toMatchObject({
      text: "推荐10月15日已经截止，区县（市）、开发区还有1份没有办结（第十条）",
      isOverdue: true,
      daysLeft: -5,
    });
    expect(await follow(city, behind as Task)).toBe(1);
    clock.set(new Date("2026-10-15T04:00:00Z"));
    expect(await found("districts_behind")).toEqual([]);
    await run(`update applications set state = 'withdrawn'`);
    await run(`update rounds set state = 'archived'`);
  });

  it("appoints and fills up panels, is told of late sheets, and ends reviews; an expert declares, then scores", async () => {
    const roundId = await addOpenRound(app, 2027);
    await run(`update rounds set state = 'in_review' where id = '${roundId}'`);
    const path = await addReceivedCase(app, { roundId, uscc: "91410100MA00000002" });
    const [unassigned] = await found("panels_to_assign");
    expect(unassigned?.text).toBe("待安排或补足专家1份，每份至少3名、单数（第十一条）");
    const names = ["甲", "乙", "丙"];
    const experts = [];
    for (const name of names) experts.push(await addExpert(app, city, { name }));
    const choice = {
      method: "choice",
      expertIds: experts.map(({ id }) => id),
      reasons: "领域相符",
      dueOn: "2026-10-25",
    };
    const assigned = await actOnPanel(city, path, "assign-experts", choice);
    expect(assigned.status).toBe(200);
    expect(await found("panels_to_assign")).toEqual([]);
    expect((await found("reviews_due"))[0]?.text).toBe("正在评审1份，还差3张评分表，最早10月25日到期（第十一条）");
    const expert = experts[0]?.browser as Browser;
    const [declare] = (await tasksOf(expert)).tasks;
    expect(declare).toMatchObject({ kind: "conflicts_to_declare", dueOn: "2026-10-25", daysLeft: 5, role: "expert" });
    expect(declare?.text).toBe("先声明是否需要回避1份，声明后才能看材料，最早10月25日24:00到期（第四条）");
    expect(await follow(expert, declare as Task)).toBe(1);
    const reviewPath = (each: Task | undefined) => `/api/v1/reviews/${each?.work.recordId}`;
    await score(expert, reviewPath(declare), 80);
    expect((await tasksOf(expert)).tasks).toEqual([]);
    clock.set(new Date("2026-10-25T16:00:00Z"));
    const [overdue] = await found("reviews_overdue");
    expect(overdue).toMatchObject({
      text: "评审逾期1份，还差2张评分表，最早应在10月25日交齐（第十一条）",
      isOverdue: true,
    });
    for (const { browser } of experts.slice(1)) {
      const [own] = (await tasksOf(browser)).tasks;
      await score(browser, reviewPath(own), 80);
    }
    const [scored] = await found("reviews_to_finish");
    expect(scored?.text).toBe("专家评分已齐、待结束评审1份（第十一条）");
    expect(await follow(city, scored as Task)).toBe(1);
    await run(`update applications set state = 'reviewed' where round_id = '${roundId}'`);
    expect((await found("applications_to_propose"))[0]?.count).toBe(1);
    expect(await found("list_to_propose")).toEqual([]);
    await run(`update applications set state = 'proposed' where round_id = '${roundId}'`);
    expect((await found("list_to_propose"))[0]?.text).toContain("2027年度申报已逐份办结，拟认定1家，可以拟定名单");
    await run(`update applications set state = 'withdrawn' where round_id = '${roundId}'`);
    await run(`update rounds set state = 'archived' where id = '${roundId}'`);
  });

  it("publishes, certifies after the last day, and handles objections by their days", async () => {
    clock.set(new Date("2026-11-16T01:30:00Z"));
    const { roundId } = await addProposedList(app, { year: 2028, count: 2 });
    expect((await found("list_to_publish"))[0]).toMatchObject({ count: 2, work: { recordId: roundId } });
    expect((await publishList(app, city, roundId, { ...publication, endsOn: "2026-11-20" })).status).toBe(200);
    const [running] = await found("publicity_ending");
    expect(running).toMatchObject({ dueOn: "2026-11-20", daysLeft: 4 });
    expect(running?.text).toContain("公示到11月20日24:00，期满没有异议的才能认定");
    expect(await follow(city, running as Task)).toBe(1);
    expect(await found("applications_to_certify")).toEqual([]);
    await fileObjection(createBrowser(app), running?.work.recordId ?? "", 1);
    const [objection] = await found("objections_to_admit");
    expect(objection).toMatchObject({ count: 1, dueOn: "2026-11-19" });
    expect(objection?.text).toBe("新到异议1件，最早11月16日收到，应在11月19日前决定是否受理（第十一条）");
    expect(await follow(city, objection as Task)).toBe(1);
    clock.set(new Date("2026-11-20T16:00:00Z"));
    expect((await found("objections_to_admit"))[0]?.isOverdue).toBe(true);
    const [certify] = await found("applications_to_certify");
    expect(certify?.count).toBe(1);
    // The list shows the one with an open objection as well.
    expect(await follow(city, certify as Task)).toBe(2);
    const opposed = "(select application_id from objections)";
    await run(`update applications set state = 'certified' where round_id = '${roundId}' and id not in ${opposed}`);
    expect(await found("applications_to_certify")).toEqual([]);
    expect(await found("round_to_decide")).toEqual([]);
    await run(`update applications set state = 'rejected', reason = '异议成立' where id in ${opposed}`);
    expect((await found("round_to_decide"))[0]?.work).toMatchObject({ resource: "rounds", recordId: roundId });
    await run(`update rounds set state = 'archived' where id = '${roundId}'`);
  });

  it("says of a second confirmation whether the reader acted first", async () => {
    const organizationId = await addOrganization(app, "91410100MA0000001A", null);
    const title = (platformName: string, confirmedBy: string | null) =>
      addTitle(app, { organizationId, platformName, confirmedBy, validFrom: "2025-03-01", validTo: "2028-03-01" });
    const [first, imported] = [await title("一", "b"), await title("二", null)];
    await run(`update certifications set imported_by = ${idOf("city@tasks.example")} where id = '${imported}'`);
    await run(`insert into sanctions (id, kind, certification_id, organization_id, district, state, ground, finding, evidence, inspection_ids, proposed_by, notified_on, statement_until,
        hearing, heard_on, decision, document_number, decided_by, created_at, revision)
      values ('s', 'cancellation', '${first}', '${organizationId}', '410105', 'decided', 'absent_without_reason', '未到', '签到表', '[]', 'a', '2026-09-01', '2026-09-11',
        '已听取', '2026-09-12', '取消', '1号', ${idOf("city@tasks.example")}, '2026-09-01T00:00:00Z', 1)`);
    await run(`insert into interpretations (id, state, article, question, answer, document_number, created_by, created_at, revision)
      values ('t', 'draft', '第十三条', '两次怎么算', '', '', ${idOf("city@tasks.example")}, '2026-09-01T00:00:00Z', 1)`);
    for (const kind of ["titles_to_confirm", "sanctions_to_confirm", "interpretations_to_issue"] as const) {
      const [own] = await found(kind);
      const [others] = await found(kind, second);
      expect([kind, own?.mayAct, others?.mayAct]).toEqual([kind, false, true]);
      expect(own?.text).toContain("是您本人办的第一步，须由另一人确认");
      expect(others?.text).not.toContain("须由另一人确认");
      expect(await follow(second, others as Task)).toBe(1);
    }
    const more = await title("三", null);
    await run(`update certifications set imported_by = 'c' where id = '${more}'`);
    const [listed] = (await found("titles_to_confirm", second)).slice(0, 1);
    expect([listed?.count, listed?.work.filter]).toEqual([2, { isConfirmed: false }]);
    expect(await follow(second, listed as Task)).toBe(2);
    await run(`update sanctions set state = 'notified', statement_until = '2026-10-30' where id = 's'`);
    expect((await found("sanctions_to_hear"))[0]?.text).toBe(
      "已告知、待听取陈述申辩1件，陈述申辩期到10月30日（第四条）",
    );
    clock.set(new Date("2026-10-30T16:00:00Z"));
    expect((await found("sanctions_to_hear"))[0]?.text).toContain("陈述申辩期10月30日已满");
  });

  it("holds spot checks and appraisals, receives packages, answers complaints", async () => {
    const check = (id: string, kind: string, columns: string, values: string) =>
      run(`insert into inspections (id, kind, certification_id, organization_id, district, period, checklist, created_by, created_at, revision, planned_on, ${columns})
        select '${id}', '${kind}', id, organization_id, '410105', '2026-H2', '{}', 'u', '2026-09-01T00:00:00Z', 1, ${values} from certifications where platform_name = '一'`);
    await check("k1", "spot_check", "state", "'2026-10-18', 'planned'");
    await check("k2", "appraisal", "state", "'2026-10-30', 'planned'");
    await check(
      "k3",
      "appraisal",
      "state, notified_on, notice_text, takes_place_on",
      "'2026-10-01', 'notified', '2026-10-01', '考核', '2026-10-20'",
    );
    const absent =
      "state, notified_on, notice_text, takes_place_on, result, carried_out_on, recorded_on, findings, answer_until";
    await check(
      "k4",
      "appraisal",
      absent,
      "'2026-09-01', 'carried_out', '2026-09-01', '考核', '2026-09-20', 'absent', '2026-09-20', '2026-09-20', '未到', '2026-09-30'",
    );
    const { tasks } = await tasksOf(city);
    // Those with a day first, in its order; then the others.
    expect(sentences(tasks).filter((each) => each.startsWith("checks_"))).toEqual([
      "checks_to_carry_out 已安排、待现场检查1家，最早安排在10月18日（第十三条）",
      "checks_to_hold 考核已通知、待登记结果1家，最早10月20日举行（第十三条）",
      "checks_to_hear 考核未参加或材料有疑问、待听取说明1家，单位说明期9月30日已满（第十三条）",
      "checks_to_notify 考核已安排、待通知单位1家（第十三条）",
    ]);
    for (const task of tasks.filter(({ kind }) => kind.startsWith("checks_"))) expect(await follow(city, task)).toBe(1);

    await run(`insert into packages (id, district, kind, period, state, document_number, sent_on, missing, created_by, created_at, revision)
      values ('q', '410105', 'half_year_package', '2026-H1', 'sent', '5号', '2026-07-20', '{}', 'u', '2026-07-01T00:00:00Z', 1)`);
    await run(`insert into complaints (id, receipt_number, subject, state, target, received_on, personal, created_at, revision) values
      ('c1', 'N1', 'platform', 'open', '某平台', '2026-10-02', '{}', '2026-10-02T00:00:00Z', 1),
      ('c2', 'N2', 'staff', 'open', '某人', '2026-10-03', '{}', '2026-10-03T00:00:00Z', 1)`);
    expect((await found("packages_to_receive"))[0]?.text).toBe(
      "区县（市）、开发区报送待接收1份，最早7月20日送来（第十三条）",
    );
    const [complaint] = await found("complaints_to_reply");
    expect(complaint?.text).toBe("监督投诉待答复1件，最早10月2日收到（第十六条）");
    expect(await follow(city, complaint as Task)).toBe(1);
    expect(await found("staff_complaints_to_reply")).toEqual([]);
  });

  it("is told of a year without a round, and of days off that nobody has entered", async () => {
    await run(`insert into obligations (id, kind, subject, period, holder, state, is_binding, due_on, created_at, revision) values
      ('y1', 'yearly_round', 'city', '2025', 'city', 'due', true, '2025-12-31', '2025-01-01T00:00:00Z', 1),
      ('y2', 'yearly_round', 'city', '2029', 'city', 'due', true, '2029-12-31', '2026-01-01T00:00:00Z', 1)`);
    const years = await found("round_of_the_year");
    expect(years.map(({ text, isOverdue }) => [text, isOverdue])).toEqual([
      ["2025年度认定还没有启动，应在2025年12月31日24:00前，每年一次（第十四条）", true],
      ["2029年度认定还没有启动，2029年12月31日24:00前，每年一次（第十四条）", false],
    ]);
    expect(await found("holidays_missing")).toEqual([]);
    clock.set(new Date("2026-11-01T01:00:00Z"));
    const [next] = await found("holidays_missing");
    expect(next).toMatchObject({ dueOn: "2026-12-31", mayAct: false });
    expect(next?.text).toBe("2027年放假安排还没有录入，录入前算不出公示、异议的工作日（第十一条）");
    const at = clock.now();
    await app.database.transaction((transaction) =>
      insertHolidayYear(transaction, { year: 2027, source: "国务院办公厅通知", recordedBy: null, recordedAt: at }, []),
    );
    expect(await found("holidays_missing")).toEqual([]);
  });
});
