import { createHash } from "node:crypto";
import type { Ranking } from "@shifan/contract";
import { endRoleGrant, findExpert, listRoleGrants } from "@shifan/db";
import { suite } from "@shifan/db/testing";
import { beforeAll, expect, it } from "vitest";
import type { Browser } from "../../testing/accounts.ts";
import { createSettableClock, createTestApp, type TestApp } from "../../testing/app.ts";
import { addOpenRound } from "../../testing/applications.ts";
import { addOfficer } from "../../testing/cases.ts";
import {
  actOn,
  actOnPanel,
  addExpert,
  addReceivedCase,
  type ExpertPerson,
  make,
  panelOf,
  score,
} from "../../testing/reviews.ts";
import { trailOf, verifyRecords } from "../../testing/trail.ts";

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
const dueOn = "2026-06-20";

/** What holds for the experts of a case, and for the order of cases, on either database. */
export const panelsSuite = suite("the panel of a case", (open) => {
  let app: TestApp;
  let roundId: string;
  let city: Browser;
  let auditor: Browser;
  let district: Browser;
  const pool: ExpertPerson[] = [];
  let partner: ExpertPerson;
  let investor: ExpertPerson;
  let next = 0;
  const clock = createSettableClock();

  const begin = (round = roundId) => {
    next += 1;
    return addReceivedCase(app, { roundId: round, uscc: `9141010000000001${String(next).padStart(2, "0")}` });
  };
  const assign = (path: string, body: object) => actOnPanel(city, path, "assign-experts", body);
  const finish = (path: string, body: object = {}) => actOnPanel(city, path, "finish-review", body);
  const choose = (path: string, ...experts: readonly ExpertPerson[]) =>
    assign(path, { method: "choice", expertIds: experts.map(({ id }) => id), reasons: "专业相符", dueOn });
  const read = async (path: string) => panelOf(await city.call(`${path}/panel`));
  const personOf = (id: string) => [...pool, partner, investor].find((person) => person.id === id) as ExpertPerson;
  /** Lets everybody appointed score, in the order of appointment. */
  const scoreAll = async (path: string, ...totals: readonly number[]) => {
    const reviews = (await read(path)).reviews.filter(({ state }) => state !== "recused");
    for (const [at, review] of reviews.entries()) {
      const { status, body } = await score(
        personOf(review.expert.id).browser,
        `/api/v1/reviews/${review.id}`,
        totals[at] ?? 0,
      );
      expect([status, body]).toEqual([200, expect.anything()]);
    }
  };

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), demo: true, clock });
    roundId = await addOpenRound(app);
    city = await addOfficer(app, "city@panel.example", "city");
    auditor = await addOfficer(app, "auditor@panel.example", "auditor");
    district = await addOfficer(app, "district@panel.example", "district", "410105");
    for (const n of [1, 2, 3, 4, 5]) {
      pool.push(await addExpert(app, city, { name: `专家${n}`, fields: n === 1 ? ["财务"] : ["信息技术"] }));
    }
    partner = await addExpert(app, city, { name: "合作方的人", employer: "郑州合作(集团)有限公司" });
    investor = await addExpert(app, city, { name: "投资方的人", employer: "河南投资有限公司 " });
    await make(city, "/api/v1/experts", { name: "没有账号", employer: "某大学" });
    const retired = await addExpert(app, city, { name: "退出的" });
    await actOn(city, `/api/v1/experts/${retired.id}`, "retire", { reason: "调离" });
  });

  it("is drawn so that anybody can draw again from the record, without those who have an interest in the case", async () => {
    const path = await begin();
    const drawn = await assign(path, { method: "draw", dueOn });
    expect([drawn.status, drawn.body]).toEqual([200, expect.anything()]);
    const panel = panelOf(drawn);
    const [appointment] = panel.appointments;
    if (appointment === undefined) throw new Error("nobody was drawn");
    const { seed, commitment, population, order, excluded, appointed } = appointment;
    expect(population.toSorted()).toEqual(pool.map(({ id }) => id).toSorted());
    expect(commitment).toBe(sha256(seed ?? ""));
    const again = population.toSorted((left, right) =>
      sha256(`${seed}\n${left}`) < sha256(`${seed}\n${right}`) ? -1 : 1,
    );
    expect(order).toEqual(again);
    expect(appointed).toEqual(again.slice(0, 3));
    expect(panel.reviews.map(({ expert, state }) => [expert.id, state]).toSorted()).toEqual(
      appointed.map((id) => [id, "assigned"]).toSorted(),
    );
    const employers = "工作单位与申报单位、合作单位或投资方相同";
    expect(
      excluded
        .filter(({ reason }) => reason === employers)
        .map(({ expertId }) => expertId)
        .toSorted(),
    ).toEqual([partner.id, investor.id].toSorted());
    expect(excluded.map(({ reason }) => reason)).toContain("没有可以登录的专家账号");
    expect(panel).toMatchObject({ assigned: 3, submitted: 0, minimum: 3, dueOn, spread: null, discussion: null });
    const id = path.split("/").at(-1) ?? "";
    const trail = (await trailOf(app.database, decodeURIComponent(id))).filter(({ act }) => act === "assign-experts");
    expect(trail.map(({ resource, fields, ground }) => [resource, fields, ground])).toEqual([
      ["expert_panels", ["commitment"], `种子的SHA-256：${commitment}`],
      ["expert_panels", ["dueOn", "appointments"], `种子的SHA-256：${commitment}`],
      ["applications", ["state"], `种子的SHA-256：${commitment}`],
    ]);
    expect(JSON.stringify(trail)).not.toContain(seed);
  });

  it("is drawn from a field of knowledge, as long as there are enough of it", async () => {
    const path = await begin();
    expect(await assign(path, { method: "draw", fields: ["财务"], dueOn })).toMatchObject({
      status: 409,
      body: { code: "experts_not_enough", article: "第十一条" },
    });
    const drawn = panelOf(await assign(path, { method: "draw", fields: ["信息技术"], dueOn }));
    expect(drawn.appointments[0]?.population).toHaveLength(4);
    expect(drawn.reviews.map(({ expert }) => expert.id)).not.toContain(pool[0]?.id);
  });

  it.each([
    ["two", { method: "draw", count: 2 }],
    ["four", { method: "draw", count: 4 }],
    ["one", { method: "draw", count: 1 }],
    ["more than there are", { method: "draw", count: 7, fields: ["信息技术"] }],
  ])("is odd and as large as the policy asks for: not %s", async (_, body) => {
    const path = await begin();
    expect(await assign(path, { ...body, dueOn })).toMatchObject({
      status: 409,
      body: { code: "experts_not_enough", detail: expect.stringContaining("不少于3名") },
    });
    expect((await read(path)).reviews).toEqual([]);
  });

  it("may be chosen with reasons, and refuses by name whoever has an interest in the case", async () => {
    const path = await begin();
    const [first, second, third] = pool as [ExpertPerson, ExpertPerson, ExpertPerson];
    expect(await choose(path, first, partner, investor)).toMatchObject({
      status: 409,
      body: {
        code: "conflict_of_interest",
        article: "第四条",
        detail: expect.stringContaining("合作方的人、投资方的人"),
      },
    });
    const own = { method: "choice", expertIds: [first.id], reasons: " ", dueOn };
    expect(await assign(path, own)).toMatchObject({ status: 422, body: { errors: [{ path: "/reasons" }] } });
    const panel = panelOf(await choose(path, first, second, third));
    expect(panel.appointments).toMatchObject([
      { n: 1, method: "choice", reasons: "专业相符", seed: null, commitment: null, order: [] },
    ]);
    expect(panel.reviews).toHaveLength(3);
  });

  it("refuses whoever works for the applicant, under any name that it has had", async () => {
    const path = await begin();
    const { body } = await city.call(path);
    const { organizationName } = body as { organizationName: string };
    const insider = await addExpert(app, city, { name: "本单位的人", employer: organizationName });
    const [first, second] = pool as [ExpertPerson, ExpertPerson];
    expect(await choose(path, first, second, insider)).toMatchObject({
      status: 409,
      body: { code: "conflict_of_interest", detail: expect.stringContaining("本单位的人") },
    });
    await actOn(city, `/api/v1/experts/${insider.id}`, "retire", { reason: "试过了" });
  });

  it("takes no choice that cannot be, and no last day that cannot be kept", async () => {
    const path = await begin();
    const [first, second, third] = pool.map(({ id }) => id) as [string, string, string];
    const choice = { method: "choice", expertIds: [first, second, third], reasons: "专业相符", dueOn };
    const wrong: readonly (readonly [object, string])[] = [
      [{ ...choice, expertIds: [first, second, "nobody"] }, "/expertIds/2"],
      [{ ...choice, expertIds: [first, second, second] }, "/expertIds/2"],
      [{ ...choice, dueOn: "2026-06-09" }, "/dueOn"],
      [{ ...choice, dueOn: "2026-06-31" }, "/dueOn"],
      [{ ...choice, dueOn: undefined }, "/dueOn"],
    ];
    for (const [body, place] of wrong) {
      expect(await assign(path, body)).toMatchObject({ status: 422, body: { errors: [{ path: place }] } });
    }
    expect(await assign(path, { ...choice, method: "lot" })).toMatchObject({
      body: { errors: [{ path: "/method", code: "not_allowed", message: "只能是：draw、choice" }] },
    });
  });

  it("is refilled when somebody has recused themselves, and not by the same person", async () => {
    const path = await begin();
    const [first, second, third, fourth] = pool as [ExpertPerson, ExpertPerson, ExpertPerson, ExpertPerson];
    const { reviews } = panelOf(await choose(path, first, second, third));
    const own = reviews.find(({ expert }) => expert.id === first.id);
    await actOn(first.browser, `/api/v1/reviews/${own?.id}`, "recuse", { reason: "与负责人是亲属" });
    expect(await finish(path)).toMatchObject({ status: 409, body: { code: "experts_not_enough" } });
    expect(await choose(path, first)).toMatchObject({ status: 422, body: { errors: [{ path: "/expertIds/0" }] } });
    expect(await choose(path, second)).toMatchObject({ status: 422, body: { errors: [{ path: "/expertIds/0" }] } });
    const refilled = panelOf(await assign(path, { method: "draw" }));
    expect(refilled).toMatchObject({ assigned: 3, dueOn });
    expect(refilled.appointments.map(({ n, method }) => [n, method])).toEqual([
      [1, "choice"],
      [2, "draw"],
    ]);
    expect(refilled.appointments[1]?.population.toSorted()).toEqual([fourth.id, pool[4]?.id].toSorted());
    expect(refilled.reviews.map(({ state }) => state).toSorted()).toEqual([
      "assigned",
      "assigned",
      "assigned",
      "recused",
    ]);
  });

  it("takes nobody more once a score is known, but for whom is missing", async () => {
    const path = await begin();
    const [first, second, third, fourth, fifth] = pool as [
      ExpertPerson,
      ExpertPerson,
      ExpertPerson,
      ExpertPerson,
      ExpertPerson,
    ];
    const { reviews } = panelOf(await choose(path, first, second, third));
    const reviewOf = (person: ExpertPerson) =>
      `/api/v1/reviews/${reviews.find(({ expert }) => expert.id === person.id)?.id}`;
    await score(first.browser, reviewOf(first), 40);
    expect(await choose(path, fourth, fifth)).toMatchObject({
      status: 422,
      body: { errors: [{ path: "/expertIds", code: "scores_known" }] },
    });
    expect(await assign(path, { method: "draw" })).toMatchObject({
      status: 422,
      body: { errors: [{ path: "/count" }] },
    });
    await actOn(city, reviewOf(second), "recuse", { reason: "与该单位有合作项目" });
    expect(await assign(path, { method: "draw", count: 2 })).toMatchObject({ status: 422 });
    expect(panelOf(await assign(path, { method: "draw" }))).toMatchObject({ assigned: 3, submitted: 1 });
  });

  it("is not drawn from whoever cannot sign in as an expert any more", async () => {
    const former = await addExpert(app, city, { name: "卸任的" });
    const userId = (await findExpert(app.database, former.id))?.userId ?? "";
    const [grant] = await listRoleGrants(app.database, [userId]);
    await endRoleGrant(app.database, userId, grant?.id ?? "", clock.now());
    const path = await begin();
    const drawn = panelOf(await assign(path, { method: "draw", dueOn }));
    expect(drawn.appointments[0]?.population).not.toContain(former.id);
    expect(drawn.appointments[0]?.excluded).toContainEqual({ expertId: former.id, reason: "没有可以登录的专家账号" });
  });

  it("may have as many as its officers want, as long as they are odd", async () => {
    const path = await begin();
    expect(panelOf(await assign(path, { method: "draw", dueOn })).assigned).toBe(3);
    expect(panelOf(await assign(path, { method: "draw", dueOn: "2026-06-25" }))).toMatchObject({
      assigned: 5,
      dueOn: "2026-06-25",
    });
  });

  it("is the city's business: the auditor reads it, to others there is none", async () => {
    const path = await begin();
    const [first, second, third] = pool as [ExpertPerson, ExpertPerson, ExpertPerson];
    const etag = (await choose(path, first, second, third)).headers.get("etag") ?? "";
    expect(await auditor.call(`${path}/panel`)).toMatchObject({ status: 200, body: { allowedActs: [] } });
    for (const other of [district, first.browser]) {
      expect(await other.call(`${path}/panel`)).toMatchObject({ status: 404 });
    }
    const sent = { body: { method: "draw" }, headers: { "if-match": etag } };
    expect(await auditor.call(`${path}/assign-experts`, sent)).toMatchObject({ status: 403 });
    expect(await district.call(`${path}/assign-experts`, sent)).toMatchObject({ status: 403 });
    expect(await first.browser.call(`${path}/assign-experts`, sent)).toMatchObject({ status: 404 });
  });

  it("is finished when everybody has locked their scores, and not before", async () => {
    const path = await begin();
    expect(await finish(path)).toMatchObject({ status: 409, body: { code: "experts_not_enough" } });
    const panel = panelOf(await choose(path, ...(pool.slice(0, 3) as ExpertPerson[])));
    const [last] = panel.reviews;
    for (const { id, expert } of panel.reviews.slice(1)) {
      await score(personOf(expert.id).browser, `/api/v1/reviews/${id}`, 80);
    }
    expect(await finish(path)).toMatchObject({
      status: 409,
      body: { code: "reviews_incomplete", detail: expect.stringContaining("3名专家中，2名") },
    });
    await score(personOf(last?.expert.id ?? "").browser, `/api/v1/reviews/${last?.id}`, 99);
    expect(await finish(path)).toMatchObject({ status: 200, body: { applicationState: "reviewed", spread: 19 } });
    expect(await assign(path, { method: "draw" })).toMatchObject({ status: 409, body: { code: "wrong_state" } });
  });

  it("discusses scores that lie as far apart as the policy says, and keeps what was said", async () => {
    const path = await begin();
    await choose(path, ...(pool.slice(0, 3) as ExpertPerson[]));
    await scoreAll(path, 70, 75, 90);
    expect(await finish(path)).toMatchObject({
      status: 409,
      body: { code: "spread_undiscussed", article: "第十一条", detail: expect.stringContaining("相差20分") },
    });
    for (const on of ["2026-06-09", "2026-06-11", "2026-02-30"]) {
      expect(await finish(path, { discussion: { on, record: "已合议" } })).toMatchObject({
        status: 422,
        body: { errors: [{ path: "/discussion/on" }] },
      });
    }
    const discussion = { on: "2026-06-10", record: "对服务业绩的计分口径作了统一，各自维持原分。" };
    expect(await finish(path, { discussion })).toMatchObject({
      status: 200,
      body: { applicationState: "reviewed", discussion, spread: 20, finishedAt: expect.any(String) },
    });
  });

  it("gives each case of a round its place by the exact mean, and equal ones the same", async () => {
    const own = await addOpenRound(app, 2027);
    const ranking = async (browser = city) => browser.call(`/api/v1/rounds/${own}/ranking`);
    const all: readonly (readonly number[])[] = [
      [80, 80, 81],
      [90, 91, 92],
      [80, 81, 80],
      [70, 70, 70],
    ];
    const paths: string[] = [];
    for (const totals of all) {
      const path = await begin(own);
      paths.push(path);
      await choose(path, ...(pool.slice(0, 3) as ExpertPerson[]));
      await scoreAll(path, ...totals);
      if (totals[0] !== 70) await finish(path);
    }
    const { body } = await ranking();
    const { cases } = body as Ranking;
    const places = cases.map(({ rank, isTied, mean, exactMean, totals, spread, submitted, state }) => {
      return [rank, isTied, mean, exactMean, totals.toSorted(), spread, submitted, state];
    });
    expect(places).toEqual([
      [1, false, "91.00", { sum: 273, count: 3 }, [90, 91, 92], 2, 3, "reviewed"],
      [2, true, "80.33", { sum: 241, count: 3 }, [80, 80, 81], 1, 3, "reviewed"],
      [2, true, "80.33", { sum: 241, count: 3 }, [80, 80, 81], 1, 3, "reviewed"],
      // Locked by everybody, and not finished: nobody sees yet how it is going to stand.
      [null, false, null, null, [], null, 3, "received"],
    ]);
    expect(await ranking(auditor)).toMatchObject({ status: 200, body: { fullMarks: 100, spreadToDiscuss: 20 } });
    for (const other of [district, pool[0]?.browser as Browser]) {
      expect(await ranking(other)).toMatchObject({ status: 403, body: { code: "not_permitted" } });
    }
    expect(await city.call("/api/v1/rounds/nothing/ranking")).toMatchObject({ status: 404 });
  });

  it("is as the trail says, and what was changed behind its back is found", async () => {
    const kinds = ["expert_panels", "reviews"];
    expect(await verifyRecords(app.database, kinds)).toMatchObject({ sound: true });
    const path = await begin();
    await choose(path, ...(pool.slice(0, 3) as ExpertPerson[]));
    const id = decodeURIComponent(path.split("/").at(-1) ?? "");
    const change = (reasons: string) =>
      app.database.execute(`update expert_appointments set reasons = '${reasons}' where application_id = '${id}'`);
    await change("改过");
    expect(await verifyRecords(app.database, kinds)).toMatchObject({
      sound: false,
      found: { code: "record_changed", resource: "expert_panels", recordId: id },
    });
    await change("专业相符");
    const [review] = (await read(path)).reviews;
    await app.database.execute(`update reviews set user_id = 'somebody' where id = '${review?.id}'`);
    expect(await verifyRecords(app.database, kinds)).toMatchObject({
      sound: false,
      found: { code: "record_changed", resource: "reviews", recordId: review?.id },
    });
  });
});
