import type { Notice, Objection } from "@shifan/contract";
import { addOpenRound } from "../applications.ts";
import { actOn, addProposedList, objector, publication, publishList } from "../publicity.ts";
import { actOnPanel, addExpert, addReceivedCase, type ExpertPerson, panelOf, sheetOf } from "../reviews.ts";
import { pathOf, type Two } from "./contest.ts";
import type { World } from "./world.ts";

/** The pool of experts, the reviews of one case, and a note about it. */
export async function contestReviews({ app, contests, city, goTo }: World): Promise<void> {
  goTo("2026-06-10");
  const pool = "/api/v1/experts";
  const entry = { name: "评审丁", employer: "某某大学", position: "教授", fields: ["企业管理"] };
  const expert = pathOf(pool, await contests.make("experts create", city[0], pool, entry));
  await contests.act("experts edit", city, expert, { position: "研究员" });
  await contests.act("experts retire", city, expert, { reason: "本人不再担任" });
  await contests.act("experts reinstate", city, expert);

  const experts: ExpertPerson[] = [];
  for (const name of ["评审甲", "评审乙", "评审丙"]) experts.push(await addExpert(app, city[0], { name }));
  const roundId = await addOpenRound(app, 2025);
  const path = await addReceivedCase(app, { roundId, uscc: "914101000000000201" });
  const expertIds = experts.map(({ id }) => id);
  const appointed = { method: "choice", expertIds, reasons: "专业相符", dueOn: "2026-06-20" };
  const { reviews } = panelOf(await actOnPanel(city[0], path, "assign-experts", appointed));
  const reviewOf = (at: number) =>
    `/api/v1/reviews/${reviews.find(({ expert: own }) => own.id === experts[at]?.id)?.id}`;
  const windowsOf = (at: number): Two => {
    const browser = experts[at]?.browser;
    if (browser === undefined) throw new Error(`there is no expert ${at}`);
    return [browser, browser];
  };
  const [first, own] = [windowsOf(0), reviewOf(0)];
  await contests.act("reviews declare-conflict", first, own, { conflict: false });
  await contests.actAs("reviews edit", first, own, (by, etag) =>
    by.call(`${own}/scores`, { method: "PUT", body: sheetOf(80), headers: { "if-match": etag } }),
  );
  await contests.act("reviews submit", first, own);
  await contests.act("reviews reopen", city, own, { reason: "漏看一份材料" });
  await contests.act("reviews recuse", windowsOf(1), reviewOf(1), { reason: "发现是亲属" });

  const notes = "/api/v1/staff-notes";
  const about = {
    resource: "applications",
    recordId: decodeURIComponent(path.split("/").at(-1) ?? ""),
    text: "请核对服务台账。",
  };
  const note = pathOf(notes, await contests.make("staff_notes write", city[0], notes, about));
  await contests.act("staff_notes withdraw", [city[0], city[0]], note);
}

/** Notices, and the objections to a published list. */
export async function contestPublicity(world: World): Promise<void> {
  const { app, contests, city, platform, goTo } = world;
  goTo("2026-06-10");
  const base = "/api/v1/notices";
  const written = { kind: "general", title: "关于办公地点的公告", text: "窗口迁至建设路1号。" };
  const general = pathOf(base, await contests.make("notices create", city[0], base, written));
  const published = { officialUrl: "https://gxj.zhengzhou.gov.cn/2.html", officialPublishedOn: "2026-06-10" };
  await contests.act("notices edit", city, general, { text: "窗口迁至建设路2号。", ...published });
  await contests.act("notices publish", city, general);

  const { roundId, cases } = await addProposedList(app, { year: 2026, count: 2 });
  for (const { organizationId } of cases) await world.actForToo(organizationId);
  const days = { startsOn: "2026-06-10", officialPublishedOn: "2026-06-10" };
  const notice = (await publishList(app, city[0], roundId, { ...publication, ...days })).body as Notice;
  let address = 0;
  /** Somebody objects to a case of the list. @returns the address of the objection */
  const file = async (position: number) => {
    address += 1;
    const writer = world.anybody(`198.51.100.${address}`);
    const body = { position, ...objector };
    await contests.make("objections file", writer, `/api/v1/public/notices/${notice.id}/objections`, body);
    const sort = encodeURIComponent('["createdAt","DESC"]');
    const filed = (await city[0].call(`/api/v1/objections?sort=${sort}`)).body as Objection[];
    return `/api/v1/objections/${filed.find(({ state, position: at }) => state === "filed" && at === position)?.id}`;
  };
  const extract = { extract: "反映上年度服务企业数与申报不一致" };
  const dismissed = await file(1);
  await contests.act("objections admit", city, dismissed, extract);
  await contests.act("objections answer", platform, dismissed, { answer: "台账属实" });
  await contests.act("objections inquire", city, dismissed, { until: "2026-06-20" });
  await contests.act("objections dismiss", city, dismissed, { finding: "经查台账属实" });
  await contests.act("objections reply", city, dismissed, { reply: "您反映的问题经查不成立。" });
  await contests.act("objections refuse", city, await file(1), { ground: "没有具体事实" });
  const upheld = await file(2);
  await actOn(city[0], upheld, "admit", extract);
  await actOn(platform[0], upheld, "answer", { answer: "无异议" });
  await contests.act("objections uphold", city, upheld, { finding: "经查属实" });
  const extension = { endsOn: "2026-06-30", reason: "暴雨", ...published };
  await contests.act("notices extend", city, `${base}/${notice.id}`, extension);
}
