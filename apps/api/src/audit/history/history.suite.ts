import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite } from "@shifan/db/testing";
import { beforeAll, expect, it } from "vitest";
import type { Browser } from "../../../testing/accounts.ts";
import { createSettableClock, createTestApp, type TestApp } from "../../../testing/app.ts";
import { addApplication, addOpenRound, addOrganization, signUp } from "../../../testing/applications.ts";
import { auditKeys } from "../../../testing/audit-keys.ts";
import { addOfficer, answer, createActor } from "../../../testing/cases.ts";
import { changesIn, entriesFor, historyOf, proofOf } from "../../../testing/histories.ts";
import {
  actOn,
  actOnPanel,
  addExpert,
  addPaper,
  addReceivedCase,
  type ExpertPerson,
  panelOf,
  save,
  sheetOf,
} from "../../../testing/reviews.ts";
import { checkpointFileOf } from "../checkpoint-file.ts";
import { sequence } from "../sequence.ts";

/** What the history of a record tells, to whom, and what its proof says. */
export const historySuite = suite("the history of a record", (open) => {
  const clock = createSettableClock();
  const checkpointFile = checkpointFileOf(mkdtempSync(join(tmpdir(), "shifan-history-")));
  let app: TestApp;
  let roundId: string;
  const people: Record<string, Browser> = {};
  const by = (name: string) => people[name] as Browser;
  let experts: ExpertPerson[];
  let next = 0;

  const sign = () => sequence({ database: app.database, clock, auditKeys, checkpointFile });
  const idOf = (path: string) => decodeURIComponent(path.split("/").at(-1) ?? "");
  const addCase = async () => {
    next += 1;
    const path = await addReceivedCase(app, { roundId, uscc: `9141010000000007${String(next).padStart(2, "0")}` });
    return { path, id: idOf(path) };
  };
  /** A case with its experts, and the review of the first. */
  const begin = async () => {
    const { path, id } = await addCase();
    const expertIds = experts.map((expert) => expert.id);
    const body = { method: "choice", expertIds, reasons: "专业相符", dueOn: "2026-06-20" };
    const { reviews } = panelOf(await actOnPanel(by("city"), path, "assign-experts", body));
    const [expert] = experts as [ExpertPerson];
    const review = reviews.find((each) => each.expert.id === expert.id)?.id ?? "";
    return { path, id, expert, review, reviewPath: `/api/v1/reviews/${review}` };
  };
  /** A review whose points were changed before it was locked, from 80 to 83. */
  const scored = async () => {
    const begun = await begin();
    const { expert, reviewPath } = begun;
    await actOn(expert.browser, reviewPath, "declare-conflict", { conflict: false });
    await save(expert.browser, reviewPath, sheetOf(80));
    await save(expert.browser, reviewPath, sheetOf(83));
    return begun;
  };
  const tamper = async (statement: string) => {
    for (const each of ["set session_replication_role = replica", statement, "set session_replication_role = origin"]) {
      await app.database.execute(each);
    }
  };

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), clock, demo: true });
    roundId = await addOpenRound(app);
    people.city = await addOfficer(app, "city@history.example", "city");
    people.auditor = await addOfficer(app, "auditor@history.example", "auditor");
    people.administrator = await addOfficer(app, "administrator@history.example", "administrator");
    people.district = await addOfficer(app, "district@history.example", "district", "410105");
    people.elsewhere = await addOfficer(app, "elsewhere@history.example", "district", "410102");
    people.applicant = (await signUp(app, "applicant@history.example")).browser;
    experts = [];
    for (const name of ["评审甲", "评审乙", "评审丙"]) experts.push(await addExpert(app, by("city"), { name }));
  });

  it("has the old and the new value of a score, who gave it and when, once its sheet is open", async () => {
    const { id, expert, review, reviewPath } = await scored();
    const early = await historyOf(by("auditor"), "reviews", review);
    expect(changesIn(early.history).join()).not.toMatch(/分数|总分|80|83/);
    expect(JSON.stringify((await historyOf(by("city"), "applications", id)).history)).not.toContain("同意推荐");
    await actOn(expert.browser, reviewPath, "submit");
    const { history } = await historyOf(by("auditor"), "reviews", review);
    expect(history).toMatchObject({
      label: "评分",
      name: expect.stringContaining("示例服务中心"),
      check: { isSound: true },
    });
    expect(history.entries[0]).toMatchObject({
      actLabel: "提交评分",
      actor: { roleLabel: "评审专家" },
      values: "proven",
    });
    expect(changesIn(history)).toContain("总分：无→83");
    expect(changesIn(history)).toContain("状态：评分中→已提交");
    expect(changesIn(history).filter((change) => change.endsWith("分数：0→3"))).toHaveLength(1);
    expect(history.entries.every(({ values }) => values === "proven" || values === "none")).toBe(true);
  });

  it("has the verdict on a paper and its reason, with the history of the case", async () => {
    const { path, id } = await addCase();
    await app.database.execute(`update applications set state = 'accepted' where id = '${id}'`);
    await addPaper(app, id);
    const judge = (body: object) => actOn(by("district"), path, "judge-material", { material: "M06", ...body });
    expect(await judge({ verdict: "defective", reason: "缺服务收支" })).toMatchObject({ status: 200 });
    expect(await judge({ verdict: "accepted" })).toMatchObject({ status: 200 });
    const { history } = await historyOf(by("district"), "applications", id);
    const changes = changesIn(history);
    expect(changes).toContain("核对意见：有问题→通过");
    expect(changes).toContain("核对意见的理由：缺服务收支→无");
    expect(history.entries.map(({ resourceLabel }) => resourceLabel)).toContainEqual(
      expect.stringMatching(/^申报材料：.*审计/),
    );
    expect(history.entries.find(({ ground }) => ground === "缺服务收支")).toBeDefined();
  });

  it("keeps nobody's personal data, and stays whole when they are erased", async () => {
    const { path, id } = await addCase();
    await app.database.execute(`update applications set state = 'accepted' where id = '${id}'`);
    const actor = createActor(by("district"), id);
    await actor.act("draw-sample");
    await actor.act("record-answer", { ...answer(1), interviewee: "王一丁", phone: "13912345678" });
    const told = async () => {
      const kept = JSON.stringify(await app.database.execute("select changes from audit_changes"));
      const { history } = await historyOf(by("district"), "applications", id);
      return {
        kept,
        history,
        text: JSON.stringify(history) + (await proofOf(app, by("district"), "applications", id)).join(),
      };
    };
    const before = await told();
    for (const canary of ["王一丁", "13912345678"]) {
      expect(before.kept).not.toContain(canary);
      expect(before.text).not.toContain(canary);
    }
    expect(changesIn(before.history).join()).toContain("（个人信息，不留内容）");
    await app.database.execute(
      `update sampled set personal = (select json_object_agg(field, json_build_object('c', value->'c')) from json_each(personal) as each(field, value)) where application_id = '${id}' and personal is not null`,
    );
    expect((await told()).history.check.isSound).toBe(true);
    expect(path).toContain("applications");
  });

  it("is open to those who may read the record and the trail, and to nobody else", async () => {
    const { id, review } = await begin();
    for (const name of ["city", "auditor", "district"]) {
      expect([name, (await historyOf(by(name), "applications", id)).status]).toEqual([name, 200]);
    }
    for (const name of ["elsewhere", "administrator", "applicant"]) {
      expect([name, (await historyOf(by(name), "applications", id)).status]).toEqual([name, 404]);
      expect((await entriesFor(by(name), { resource: "applications" })).entries).toEqual([]);
    }
    const [expert] = experts as [ExpertPerson];
    expect((await historyOf(expert.browser, "reviews", review)).status).toBe(404);
    // Who sits on the panel of a case is not the district's to know.
    expect((await historyOf(by("district"), "reviews", review)).status).toBe(404);
    const { history } = await historyOf(by("district"), "applications", id);
    expect(new Set(history.entries.map(({ resource }) => resource))).not.toContain("reviews");
    for (const address of ["nonsense", "__proto__", "constructor", "toString"]) {
      expect([address, (await historyOf(by("auditor"), address, id)).status]).toEqual([address, 404]);
    }
  });

  it("does not begin before a case was handed in: a draft is its author's", async () => {
    const { browser, userId } = await signUp(app, "author@history.example");
    const uscc = "91410100MA00000799";
    const organizationId = await addOrganization(app, uscc, userId);
    const id = await addApplication(app, { roundId, organizationId, uscc });
    const write = async (platformName: string) => {
      const section = `/api/v1/applications/${id}/form/sections/cover`;
      const etag = (await browser.call(section)).headers.get("etag") ?? "";
      const body = { applicant_name: platformName };
      expect(await browser.call(section, { method: "PUT", body, headers: { "if-match": etag } })).toMatchObject({
        status: 200,
      });
    };
    await write("草稿里的名称");
    expect((await historyOf(by("auditor"), "applications", id)).status).toBe(404);
    const drafted = await entriesFor(by("auditor"), { recordId: id });
    expect(drafted.entries).toMatchObject([{ act: "edit", actor: { roleLabel: "申报单位" } }]);
    expect((await entriesFor(by("city"), { recordId: id })).entries).toEqual([]);
    await app.database.execute(`update applications set is_handed_in = true where id = '${id}'`);
    await write("补正后的名称");
    const { history } = await historyOf(by("district"), "applications", id);
    expect(history.entries.filter(({ resource }) => resource === "application_sections")).toHaveLength(1);
    expect(changesIn(history).join()).toContain("草稿里的名称→补正后的名称");
  });

  it("says in words that a record was altered behind the trail, and which field, also on its proof", async () => {
    const { expert, review, reviewPath } = await scored();
    await actOn(expert.browser, reviewPath, "submit");
    await sign();
    const [page, ...others] = await proofOf(app, by("auditor"), "reviews", review);
    expect(others).toEqual([]);
    expect(page).toContain("核验结论：相符");
    expect(page).toContain("逐条证明在检查点之内");
    expect(page).toContain("签名成立");
    await tamper(`update reviews set total = 95 where id = '${review}'`);
    const { history } = await historyOf(by("auditor"), "reviews", review);
    expect(history.check.isSound).toBe(false);
    expect(history.check.findings.join()).toMatch(/评分：现在的内容（总分）与最近一次办理后的不符/);
    // What the expert wrote is still what the history says the expert wrote.
    expect(changesIn(history)).toContain("总分：无→83");
    const [altered] = await proofOf(app, by("auditor"), "reviews", review);
    expect(altered).toContain("核验结论：不相符");
    expect(altered).toContain("绕过系统被改过");
    await tamper(`update reviews set total = 83 where id = '${review}'`);
  });

  it("says so where what was kept of a change was altered, or an entry itself", async () => {
    const { expert, review, reviewPath } = await scored();
    await actOn(expert.browser, reviewPath, "submit");
    await sign();
    const ofReview = `(select id from audit_entries where record_id = '${review}' and act = 'edit')`;
    await tamper(
      `update audit_changes set changes = replace(changes::text, '"before":', '"after":')::json where entry_id in ${ofReview}`,
    );
    expect((await historyOf(by("auditor"), "reviews", review)).history.check.isSound).toBe(false);
    const other = await begin();
    await sign();
    await tamper(`update audit_entries set ground = '改过' where record_id = '${other.review}'`);
    expect((await proofOf(app, by("auditor"), "reviews", other.review)).join()).toContain("写下之后被改过");
  });
});
