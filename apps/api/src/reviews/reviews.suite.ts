import type { ReviewPapers } from "@shifan/contract";
import { endRoleGrant, findExpert, insertRoleGrant, writeApplicationSection } from "@shifan/db";
import { suite } from "@shifan/db/testing";
import { accessTable, type Role, type Scope } from "@shifan/rules";
import { beforeAll, expect, it } from "vitest";
import type { Browser } from "../../testing/accounts.ts";
import { createSettableClock, createTestApp, morning, type TestApp } from "../../testing/app.ts";
import { addOpenRound } from "../../testing/applications.ts";
import { addOfficer } from "../../testing/cases.ts";
import {
  actOn,
  actOnPanel,
  addExpert,
  addPaper,
  addReceivedCase,
  type ExpertPerson,
  panelOf,
  reviewOf,
  save,
  score,
  sheetOf,
} from "../../testing/reviews.ts";
import { trailOf, verifyRecords } from "../../testing/trail.ts";

/** What holds for an expert's review of a case on either database. */
export const reviewsSuite = suite("a review", (open) => {
  let app: TestApp;
  let roundId: string;
  let city: Browser;
  let auditor: Browser;
  let district: Browser;
  let experts: [ExpertPerson, ExpertPerson, ExpertPerson];
  let next = 0;
  const clock = createSettableClock();

  /** A case of its own for a test with its three experts, and the reviews of these in the same order. */
  const begin = async () => {
    next += 1;
    const path = await addReceivedCase(app, { roundId, uscc: `9141010000000002${String(next).padStart(2, "0")}` });
    const expertIds = experts.map(({ id }) => id);
    const body = { method: "choice", expertIds, reasons: "专业相符", dueOn: "2026-06-20" };
    const { reviews } = panelOf(await actOnPanel(city, path, "assign-experts", body));
    const paths = expertIds.map((id) => `/api/v1/reviews/${reviews.find(({ expert }) => expert.id === id)?.id}`);
    return { path, id: decodeURIComponent(path.split("/").at(-1) ?? ""), own: paths as [string, string, string] };
  };
  const declare = (expert: ExpertPerson, own: string) =>
    actOn(expert.browser, own, "declare-conflict", { conflict: false });

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), demo: true, clock });
    roundId = await addOpenRound(app);
    city = await addOfficer(app, "city@review.example", "city");
    auditor = await addOfficer(app, "auditor@review.example", "auditor");
    district = await addOfficer(app, "district@review.example", "district", "410105");
    const add = (name: string) => addExpert(app, city, { name });
    experts = [await add("评审甲"), await add("评审乙"), await add("评审丙")];
  });

  it("shows names alone until its expert has declared to have no interest in the case", async () => {
    const [first] = experts;
    const { path, own } = await begin();
    const { organizationName } = (await city.call(path)).body as { organizationName: string };
    const seen = await first.browser.call(own[0]);
    expect(seen).toMatchObject({
      body: { organizationName, platformName: organizationName, district: "410105", state: "assigned", scores: null },
    });
    expect(seen.body).toMatchObject({ arePapersOpen: false, allowedActs: ["declare-conflict", "recuse"] });
    for (const address of [`${own[0]}/papers`, `${own[0]}/papers/lists/served`, `${own[0]}/papers/files/f/content`]) {
      expect(await first.browser.call(address)).toMatchObject({ status: 409, body: { code: "wrong_state" } });
    }
    for (const address of [path, `${path}/form`, `${path}/findings`, `${path}/survey`]) {
      expect(await first.browser.call(address)).toMatchObject({ status: 404 });
    }
    expect(await save(first.browser, own[0], sheetOf(80))).toMatchObject({
      status: 409,
      body: { code: "wrong_state" },
    });
    expect(await declare(first, own[0])).toMatchObject({ body: { state: "scoring", arePapersOpen: true } });
    expect(await first.browser.call(`${own[0]}/papers`)).toMatchObject({ status: 200 });
    expect(await declare(first, own[0])).toMatchObject({ status: 409, body: { code: "wrong_state" } });
  });

  it("ends where its expert has an interest in the case, and the papers stay closed", async () => {
    const [first] = experts;
    const { own } = await begin();
    const conflict = { conflict: true, reason: "曾任该单位顾问" };
    expect(await actOn(first.browser, own[0], "declare-conflict", { conflict: true })).toMatchObject({ status: 422 });
    expect(await actOn(first.browser, own[0], "declare-conflict", conflict)).toMatchObject({
      status: 200,
      body: { state: "recused", recusal: { reason: conflict.reason, by: "expert" }, allowedActs: [] },
    });
    expect(await first.browser.call(`${own[0]}/papers`)).toMatchObject({ status: 409 });
  });

  it("may be given up until it is locked, by its expert or the city; what was written is void and kept", async () => {
    const [first, second, third] = experts;
    const { path, own } = await begin();
    for (const [expert, address] of [
      [first, own[0]],
      [second, own[1]],
    ] as const) {
      await declare(expert, address);
      await save(expert.browser, address, sheetOf(66));
    }
    expect(await actOn(first.browser, own[0], "recuse", { reason: "" })).toMatchObject({ status: 422 });
    expect(await actOn(first.browser, own[0], "recuse", { reason: "发现是亲属" })).toMatchObject({
      body: { state: "recused", recusal: { by: "expert" } },
    });
    expect(await actOn(city, own[1], "recuse", { reason: "任职单位有业务往来" })).toMatchObject({
      body: { state: "recused", recusal: { by: "city" }, scores: null },
    });
    expect(await second.browser.call(`${own[1]}/papers`)).toMatchObject({ status: 409 });
    expect(await save(second.browser, own[1], sheetOf(90))).toMatchObject({ status: 409 });
    await score(third.browser, own[2], 80);
    expect(await actOn(third.browser, own[2], "recuse", { reason: "想退出" })).toMatchObject({
      status: 409,
      body: { code: "wrong_state" },
    });
    expect(panelOf(await city.call(`${path}/panel`))).toMatchObject({ assigned: 1, submitted: 1 });
    expect(await first.browser.call(own[0])).toMatchObject({ body: { scores: sheetOf(66), total: null } });
  });

  it("is found by its case, round, expert and state, a page at a time", async () => {
    const [first] = experts;
    const { id, own } = await begin();
    await declare(first, own[0]);
    const list = async (filter: object, more: Record<string, string> = {}) => {
      const query = new URLSearchParams({ filter: JSON.stringify(filter), ...more });
      const { status, body, headers } = await city.call(`/api/v1/reviews?${query}`);
      return { status, body: body as { id: string }[], headers };
    };
    const scoring = await list({ applicationId: id, state: "scoring" });
    expect(scoring.body.map((each) => `/api/v1/reviews/${each.id}`)).toEqual([own[0]]);
    expect((await list({ applicationId: id, expertId: experts[1].id, roundId })).body).toHaveLength(1);
    expect((await list({ roundId: "another" })).body).toEqual([]);
    const page = await list({ applicationId: id }, { range: "[0,1]" });
    expect(page.headers.get("content-range")).toBe("reviews 0-1/3");
    const cursor = page.headers.get("next-cursor") ?? "";
    const rest = await list({ applicationId: id }, { range: "[0,1]", cursor });
    expect(rest.headers.get("content-range")).toBe("reviews 2-2/3");
    expect(new Set([...page.body, ...rest.body].map((each) => each.id)).size).toBe(3);
    expect(await list({ state: "lost" })).toMatchObject({ status: 422 });
  });

  it("is saved in parts by whoever saw the last state", async () => {
    const [first] = experts;
    const { own } = await begin();
    await declare(first, own[0]);
    const etag = (await first.browser.call(own[0])).headers.get("etag") ?? "";
    const put = (body: unknown, headers: Record<string, string> = { "if-match": etag }) =>
      first.browser.call(`${own[0]}/scores`, { method: "PUT", body, headers });
    expect(await put({}, {})).toMatchObject({ status: 428 });
    const part = { items: { outlook: { points: 12 } } };
    const saved = await put(part);
    expect(saved).toMatchObject({
      status: 200,
      body: { scores: { items: { outlook: { points: 12, comment: "" } }, directions: {}, opinion: "" }, total: null },
    });
    expect(saved.headers.get("etag")).not.toBe(etag);
    expect(await put(part)).toMatchObject({ status: 412, body: { code: "stale", present: { state: "scoring" } } });
  });

  it.each([
    [{ items: { outlook: { points: 16 } } }, "/items/outlook/points"],
    [{ items: { outlook: { points: -1 } } }, "/items/outlook/points"],
    [{ items: { outlook: { points: 7.5 } } }, "/items/outlook/points"],
    [{ items: { outlook: { points: "7" } } }, "/items/outlook/points"],
    [{ items: { charm: { points: 1 } } }, "/items/charm"],
    [{ directions: { luck: "有" } }, "/directions/luck"],
    [{ mood: "好" }, "/mood"],
  ])("takes nothing that its sheet does not have: %o", async (body, place) => {
    const [first] = experts;
    const { own } = await begin();
    await declare(first, own[0]);
    expect(await save(first.browser, own[0], body)).toMatchObject({ status: 422, body: { errors: [{ path: place }] } });
  });

  it("names every place that is missing before it is locked, and keeps its total", async () => {
    const [first] = experts;
    const { own } = await begin();
    await declare(first, own[0]);
    const { items } = sheetOf(0);
    const places = Object.keys(items).map((id) => `/items/${id}/points`);
    const pathsOf = ({ body }: { body: unknown }) =>
      (body as { errors: { path: string }[] }).errors.map(({ path }) => path);
    expect(pathsOf(await actOn(first.browser, own[0], "submit"))).toEqual([...places, "/opinion"]);
    await save(first.browser, own[0], { ...sheetOf(77), items: { ...items, outlook: { points: null } } });
    const refused = await actOn(first.browser, own[0], "submit");
    expect([refused.status, pathsOf(refused)]).toEqual([422, ["/items/outlook/points"]]);
    await save(first.browser, own[0], sheetOf(77));
    expect(await actOn(first.browser, own[0], "submit")).toMatchObject({
      status: 200,
      body: { state: "submitted", total: 77, submittedAt: expect.any(String), allowedActs: [] },
    });
    expect(await save(first.browser, own[0], sheetOf(78))).toMatchObject({
      status: 409,
      body: { code: "wrong_state" },
    });
  });

  it("is blind: nobody sees another's sheet before the end, the city none that is not locked", async () => {
    const [first, second, third] = experts;
    const { path, own } = await begin();
    for (const [at, expert] of experts.entries()) await declare(expert, own[at] ?? "");
    await save(first.browser, own[0], sheetOf(70));
    for (const reader of [city, auditor]) {
      expect(reviewOf(await reader.call(own[0]))).toMatchObject({ state: "scoring", scores: null, total: null });
    }
    expect(await second.browser.call(own[0])).toMatchObject({ status: 404 });
    await actOn(first.browser, own[0], "submit");
    expect(reviewOf(await city.call(own[0]))).toMatchObject({ scores: sheetOf(70), total: 70 });
    expect(await second.browser.call(own[0])).toMatchObject({ status: 404 });
    const listOf = async (browser: Browser) => {
      const query = new URLSearchParams({
        filter: JSON.stringify({ applicationId: decodeURIComponent(path.split("/").at(-1) ?? "") }),
      });
      const { body } = await browser.call(`/api/v1/reviews?${query}`);
      return (body as { expert: { name: string }; total: number | null }[]).map(({ expert, total }) => [
        expert.name,
        total,
      ]);
    };
    expect(await listOf(second.browser)).toEqual([["评审乙", null]]);
    expect((await listOf(city)).toSorted()).toEqual(
      [
        ["评审丙", null],
        ["评审乙", null],
        ["评审甲", 70],
      ].toSorted(),
    );
    expect(await listOf(district)).toEqual([]);
    await score(second.browser, own[1], 75);
    await score(third.browser, own[2], 72);
    await actOnPanel(city, path, "finish-review", {});
    for (const reader of [city, auditor]) {
      expect(reviewOf(await reader.call(own[1]))).toMatchObject({ scores: sheetOf(75), total: 75 });
    }
    // Neither afterwards: an expert knows the own sheet.
    expect(await third.browser.call(own[1])).toMatchObject({ status: 404 });
    expect(await third.browser.call(`${own[2]}/papers`)).toMatchObject({ status: 409 });
  });

  it("stays blind to an officer of the city who scores the same case", async () => {
    const { own } = await begin();
    const [first, second] = experts;
    await score(first.browser, own[0], 70);
    const userId = (await findExpert(app.database, second.id))?.userId ?? "";
    const grant = { id: "both", userId, role: "city", district: null, fromOn: "2026-01-01", untilOn: null } as const;
    await insertRoleGrant(app.database, { ...grant, createdAt: morning });
    expect(reviewOf(await second.browser.call(own[0]))).toMatchObject({
      state: "submitted",
      scores: null,
      total: null,
    });
    await endRoleGrant(app.database, userId, "both", morning);
  });

  it("is opened again by the city with a reason; what stood there is kept", async () => {
    const [first] = experts;
    const { path, own } = await begin();
    await score(first.browser, own[0], 70);
    expect(await actOn(first.browser, own[0], "reopen", { reason: "写错了" })).toMatchObject({ status: 403 });
    expect(await actOn(city, own[0], "reopen", {})).toMatchObject({ status: 422 });
    expect(await actOn(city, own[0], "reopen", { reason: "服务业绩一项看错了数据" })).toMatchObject({
      body: { state: "scoring", total: null, scores: null, reopened: [] },
    });
    expect(panelOf(await city.call(`${path}/panel`))).toMatchObject({ submitted: 0 });
    expect(reviewOf(await first.browser.call(own[0]))).toMatchObject({
      scores: sheetOf(70),
      reopened: [{ n: 1, total: 70, scores: sheetOf(70), reason: "服务业绩一项看错了数据" }],
    });
    await save(first.browser, own[0], sheetOf(74));
    await actOn(first.browser, own[0], "submit");
    await score(experts[1].browser, own[1], 75);
    await score(experts[2].browser, own[2], 76);
    await actOnPanel(city, path, "finish-review", {});
    expect(reviewOf(await auditor.call(own[0]))).toMatchObject({ total: 74, reopened: [{ n: 1, total: 70 }] });
    expect(await actOn(city, own[0], "reopen", { reason: "再看" })).toMatchObject({ status: 409 });
  });

  it("lets no sheet be opened while its review is being finished", async () => {
    const { path, own } = await begin();
    for (const [at, expert] of experts.entries()) await score(expert.browser, own[at] ?? "", 80);
    const both = await Promise.all([
      actOnPanel(city, path, "finish-review", {}),
      actOn(city, own[0], "reopen", { reason: "再看一遍" }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it("is open to each role as the table of access says", async () => {
    const [first, second] = experts;
    const { own } = await begin();
    const administrator = await addOfficer(app, "admin@review.example", "administrator");
    const bodies: Readonly<Record<string, unknown>> = {
      "declare-conflict": { conflict: false },
      recuse: { reason: "亲属" },
      submit: {},
      reopen: { reason: "看错了" },
    };
    const acts: Readonly<Record<string, Partial<Record<Role, Scope>>>> = accessTable.reviews;
    const readers: readonly (readonly [string, Role, Browser, boolean])[] = [
      ["the expert", "expert", first.browser, true],
      ["another expert", "expert", second.browser, false],
      ["the city", "city", city, false],
      ["the auditor", "auditor", auditor, false],
      ["the district", "district", district, false],
      ["the administrator", "administrator", administrator, false],
    ];
    for (const [name, role, browser, isOwn] of readers) {
      const reaches = (act: string) => acts[act]?.[role] === "all" || (isOwn && acts[act]?.[role] === "own_account");
      const mayRead = reaches("read");
      expect([name, (await browser.call(own[0])).status]).toEqual([name, mayRead ? 200 : 404]);
      for (const [act, body] of Object.entries(bodies)) {
        const { status } = await browser.call(`${own[0]}/${act}`, { body, headers: { "if-match": '"999999"' } });
        expect([name, act, status]).toEqual([name, act, reaches(act) ? 412 : mayRead ? 403 : 404]);
      }
      const sent = { method: "PUT", body: {}, headers: { "if-match": '"999999"' } };
      const { status } = await browser.call(`${own[0]}/scores`, sent);
      expect([name, "edit", status]).toEqual([name, "edit", reaches("edit") ? 412 : mayRead ? 403 : 404]);
    }
  });

  it("leaves every act in the trail, and what was changed behind its back is found", async () => {
    const [first] = experts;
    const { own } = await begin();
    await score(first.browser, own[0], 70);
    await actOn(city, own[0], "reopen", { reason: "看错了数据" });
    const id = own[0].split("/").at(-1) ?? "";
    const trail = await trailOf(app.database, id);
    expect(trail.map(({ act, role, outcome }) => [act, role, outcome])).toEqual([
      ["assign", "city", "accepted"],
      ["declare-conflict", "expert", "accepted"],
      ["edit", "expert", "accepted"],
      ["submit", "expert", "accepted"],
      ["reopen", "city", "accepted"],
    ]);
    expect(await verifyRecords(app.database, ["reviews"])).toMatchObject({ sound: true });
    const change = (total: number) =>
      app.database.execute(`update reopened_reviews set total = ${total} where review_id = '${id}'`);
    await change(71);
    expect(await verifyRecords(app.database, ["reviews"])).toMatchObject({
      sound: false,
      found: { code: "record_changed", resource: "reviews", recordId: id },
    });
    await change(70);
  });

  it("reads the papers without anybody's telephone, and the trail tells who has read what", async () => {
    const [first, second] = experts;
    const { id, own } = await begin();
    const { database } = app;
    const fileId = await addPaper(app, id);
    const by = { changedBy: "applicant", changedAt: morning };
    const numbers = ["13800138000", "0371-67886827", "67886828", "400-820-8820"];
    await writeApplicationSection(database, {
      applicationId: id,
      section: "basics",
      ...by,
      data: {
        contact_name: "王芳",
        contact_phone: "0371-67886827",
        fax: "67886828",
        mobile: "13800138000",
        registered_address: "郑州市某路1号，咨询请打 13800138000 或（0371）67886827",
        registered_capital: "13800138000",
      },
    });
    await writeApplicationSection(database, {
      applicationId: id,
      section: "narratives",
      ...by,
      data: { recent_services: "热线400-820-8820，值班１３８００１３８０００。全年服务 96 家。" },
    });
    await declare(first, own[0]);
    const answer = await first.browser.call(`${own[0]}/papers`);
    expect(answer.status).toBe(200);
    const papers = answer.body as ReviewPapers;
    expect(papers.sections.basics).toMatchObject({
      contact_name: "王芳",
      contact_phone: "037******6827",
      fax: "********",
      mobile: "138****8000",
      registered_capital: "13800138000",
    });
    const { registered_capital: _amount, ...basics } = papers.sections.basics ?? {};
    const texts = JSON.stringify({ ...papers, sections: { ...papers.sections, basics } });
    for (const number of [...numbers, "１３８００１３８０００", "（0371）67886827"])
      expect(texts).not.toContain(number);
    expect(papers.lists.served).toBe(61);
    // What each value is called stands with them: an expert reads the form nowhere else.
    const basicsPart = papers.parts.find(({ id: of }) => of === "basics");
    expect(basicsPart?.fields.map(({ id: of }) => of)).toEqual(
      expect.arrayContaining(Object.keys(papers.sections.basics ?? {})),
    );
    expect(papers.materials.find(({ id: of }) => of === "M06")).toMatchObject({
      verdict: "accepted",
      files: [{ id: fileId, name: "审计报告.pdf", mediaType: "application/pdf" }],
    });
    const rows = await first.browser.call(`${own[0]}/papers/lists/served?range=[0,499]`);
    expect([rows.status, rows.headers.get("content-range")]).toEqual([200, "served 0-60/61"]);
    expect(rows.body).toMatchObject([
      { values: { enterprise_name: "企业0有限公司", contact: "****", phone: "****0000" } },
      ...Array(60).fill({}),
    ]);
    expect(JSON.stringify(rows.body)).not.toMatch(/138\d{8}|联系人/);
    expect(await first.browser.call(`${own[0]}/papers/lists/nothing`)).toMatchObject({ status: 404 });
    const file = await first.browser.call(`${own[0]}/papers/files/${fileId}/content`);
    expect([file.status, file.headers.get("content-type")]).toEqual([200, "application/pdf"]);
    expect(await first.browser.call(`/api/v1/files/${fileId}`)).toMatchObject({ status: 404 });
    expect(await first.browser.call(`${own[0]}/papers/files/another/content`)).toMatchObject({ status: 404 });
    expect(await second.browser.call(`${own[0]}/papers`)).toMatchObject({ status: 404 });
    for (const reader of [city, auditor]) {
      expect(await reader.call(`${own[0]}/papers`)).toMatchObject({ status: 403, body: { code: "not_permitted" } });
    }
    const reads = (await trailOf(database, own[0].split("/").at(-1) ?? "")).filter(({ act }) => act === "read");
    expect(reads.map(({ role, fields }) => [role, fields])).toEqual([
      ["expert", ["papers"]],
      ["expert", ["papers.served"]],
      ["expert", [`files.${fileId}`]],
    ]);
  });
});
