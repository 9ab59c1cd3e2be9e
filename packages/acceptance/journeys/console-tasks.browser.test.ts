import type { Title } from "@shifan/contract";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../src/browser.ts";
import type { Session } from "../src/browser-session.ts";
import { serveConsoleWorld } from "../src/console/served-world.ts";
import { openOffice } from "../src/console/tasks/office.ts";
import { confirmAct, doAct, visitConsole } from "../src/console.ts";
import { planCheck } from "../src/inspecting.ts";
import { act, read, signIn } from "../src/procedure.ts";
import { doTasks, tasks } from "../src/proofs/tasks.ts";
import { expectSound } from "../src/sound.ts";

let world: Awaited<ReturnType<typeof serveConsoleWorld>>;
let browser: Browser;
let city: Session;
beforeAll(async () => {
  [world, browser] = await Promise.all([serveConsoleWorld(), launchBrowser()]);
  city = await signIn(world.server.url, "city");
}, 240_000);
afterAll(async () => {
  await browser.close();
  await world.stop();
});

type Listed = { readonly id: string; readonly state: string; readonly kind: string; readonly subject: string };

/** The first record of a resource that fits, as somebody lists it: its path in the API, and its page. */
async function find(resource: string, by: Session, fits: (record: Listed) => boolean = () => true) {
  const { body } = await read<readonly Listed[]>(by, `/api/v1/${resource}?range=[0,24]`);
  const id = body.find(fits)?.id ?? "";
  return { path: `/api/v1/${resource}/${id}`, address: `${world.server.url}/admin/${resource}/${id}/show` };
}

const enter = (mailbox: string, address = "/admin/") =>
  visitConsole(browser, new URL(address, world.server.url).href, mailbox);

const stateNow = async (by: Session, path: string) => (await read<{ state: string }>(by, path)).body.state;

describe("the city", () => {
  test("hears an objection to its end: taken up with an extract, looked into, found wrong, answered in writing", async () => {
    const { path, address } = await find("objections", city);
    const { page, context, offences } = await enter("city", address);
    await doAct(page, "受理", { 转给申报单位的摘要: "反映服务企业家数不实。" });
    await doAct(page, "查证", { 查证到哪一天: "2026-08-03" });
    await expectSound(page, "console-objection");
    await doAct(page, "认定不成立", { 查明情况: "服务台账与申报一致。" });
    await doAct(page, "书面答复", { 答复: "经查不属实。" });
    expect(await stateNow(city, path)).toBe("replied");
    expect(offences).toEqual([]);
    await context.close();
  });

  test("extends a publicity, and never shortens it", async () => {
    const { path, address } = await find("notices", city, ({ kind }) => kind === "publicity");
    const { page, context } = await enter("city", address);
    const fields = {
      理由: "查证异议",
      官网网址: "https://gxj.zhengzhou.gov.cn/notice/2.html",
      官网发布日期: "2026-07-27",
    };
    await page.getByRole("button", { name: "延长公示", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "新的截止日" }).fill("2026-07-30");
    for (const [label, value] of Object.entries(fields)) await dialog.getByRole("textbox", { name: label }).fill(value);
    await dialog.getByRole("button", { name: "确认延长公示" }).click();
    await dialog.getByRole("alert").first().waitFor();
    await expectSound(page, "console-extension-refused");
    await confirmAct(page, "延长公示", { 新的截止日: "2026-08-05" });
    expect((await read(city, path)).body).toMatchObject({ endsOn: "2026-07-31", supersededById: expect.any(String) });
    await context.close();
  });

  test("certifies the chosen cases at once, with what became of each, and recommends a title to the province", async () => {
    await world.setClock("2026-08-12T09:30:00+08:00");
    city = await signIn(world.server.url, "city");
    const { page, context } = await enter("city", "/admin/applications");
    const row = page.getByRole("row", { name: /郑州第1服务有限公司/ });
    await row.getByRole("checkbox", { name: "选中这一行" }).check();
    await page.getByRole("button", { name: "认定", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "认定文件文号" }).fill("郑工信〔2026〕88号");
    await dialog.getByRole("textbox", { name: "认定日期" }).fill("2026-08-12");
    await expectSound(page, "console-many");
    await dialog.getByRole("button", { name: "确认认定" }).click();
    await dialog.getByRole("table", { name: "结果" }).getByText("✓", { exact: false }).waitFor();
    await expectSound(page, "console-many-results");
    await dialog.getByRole("button", { name: "关闭" }).click();
    expect(await stateNow(city, world.publishedPath)).toBe("certified");

    const { path, address } = await find("certifications", city);
    await page.goto(address);
    await doAct(page, "向省推荐", { 推荐日期: "2026-08-12", 文号: "郑工信〔2026〕90号" });
    await page.getByRole("button", { name: "记录省里的结果", exact: true }).click();
    await page.getByRole("dialog").getByRole("radio", { name: "未获认定" }).check();
    await expectSound(page, "console-province");
    await confirmAct(page, "记录省里的结果", { 哪一年推荐的: "2026", 结果日期: "2026-08-12", 依据: "省厅公告" });
    const { recommendations } = (await read<Title>(city, path)).body;
    expect(recommendations).toMatchObject([{ documentNumber: "郑工信〔2026〕90号", result: "not_recognized" }]);
    await context.close();
  });

  test("answers a complaint and closes it; the supervisors do so with one about staff", async () => {
    const auditor = await signIn(world.server.url, "auditor");
    for (const [mailbox, by, subject] of [
      ["city", city, "platform"],
      ["auditor", auditor, "staff"],
    ] as const) {
      const { path, address } = await find("complaints", by, (each) => each.subject === subject);
      const { page, context } = await enter(mailbox, address);
      await doAct(page, "答复", { 答复: "已经查看。" });
      await doAct(page, "办结", { 理由: "已改正。" });
      expect(await stateNow(by, path)).toBe("closed");
      await context.close();
    }
  });

  test("draws whom to spot-check, and calls a unit to an appraisal", async () => {
    const { page, context } = await enter("city", (await find("spot-check-draws", city)).address);
    await doAct(page, "抽取", { 计划日期: "2026-09-20" });
    expect(await stateNow(city, (await find("spot-check-draws", city)).path)).toBe("drawn");
    await expectSound(page, "console-draw");
    await page.goto(`${world.server.url}/admin/inspections`);
    await page.getByRole("button", { name: "安排抽查或考核" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: "考核" }).check();
    await dialog.getByRole("combobox", { name: "资格" }).fill("某某中小");
    await page.getByRole("option").first().click();
    await dialog.getByRole("textbox", { name: "计划日期" }).fill("2026-10-12");
    await dialog.getByRole("button", { name: /^确认/ }).click();
    await page.getByRole("button", { name: "发考核通知", exact: true }).waitFor();
    const path = `/api/v1/inspections/${page.url().split("/").at(-2)}`;
    await doAct(page, "发考核通知", { 通知正文: "请按时参加考核。", 考核日期: "2026-10-12" });
    await expectSound(page, "console-appraisal");
    expect(await stateNow(city, path)).toBe("notified");

    await context.close();
  });
});

test("an interpretation changes a reading to a value that the policy lists, and is issued by another officer than who drafted it", async () => {
  const { path, address } = await find("interpretations", city);
  const author = await enter("city", address);
  await author.page.getByRole("button", { name: "修改", exact: true }).click();
  const dialog = author.page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "影响的口径" }).click();
  await author.page.getByRole("option", { name: "设备清单的“购买价格”怎么填" }).click();
  await dialog.getByRole("combobox", { name: "改为" }).click();
  await author.page.getByRole("option", { name: "单价，合计时乘数量" }).click();
  await expectSound(author.page, "console-interpretation-setting");
  await dialog.getByRole("button", { name: /^确认/ }).click();
  await author.page.getByText(/^发布以后成为办法的新版本，从2026年9月1日起/).waitFor();
  await author.context.close();
  const { page, context } = await enter("city2", address);
  await doAct(page, "发布");
  await page.getByText(/^已成为办法的新版本，从2026年9月1日起“设备清单的“购买价格”怎么填”按“单价/).waitFor();
  expect(await stateNow(city, path)).toBe("issued");
  await context.close();
});

test("what has no form of its own is done through the form that its description draws", async () => {
  // A few of them; `npm run prove -- tasks` does all.
  const dose = new Set(["experts.retire", "organizations.end-mandate", "rounds.cancel", "users.end-role"]);
  const office = await openOffice({ ...world, url: world.server.url });
  const done = await doTasks(
    office,
    browser,
    tasks.filter(({ act }) => dose.has(act)),
  );
  expect(new Set(done)).toEqual(dose);
});

describe("a district", () => {
  test("has all papers of a case in one file, and sees what was changed after a return", async () => {
    const district = await signIn(world.server.url, "district");
    const address = `${world.server.url}${world.submittedPath.replace("/api/v1", "/admin")}/show`;
    const { page, context } = await enter("district", `${address}?tab=documents`);
    await page.goto(`${address}?tab=documents`);
    await page.getByRole("button", { name: "压缩包" }).click();
    const link = page.getByRole("link", { name: /^下载（/ });
    await link.waitFor();
    await expectSound(page, "console-dossier");
    const dossier = await district.call((await link.getAttribute("href")) ?? "", { asBytes: true });
    expect((dossier.body as Buffer).subarray(0, 2).toString()).toBe("PK");

    const defects = [{ material: "M03", text: "没有盖章" }];
    const until = "2026-08-20";
    expect((await act(district, world.submittedPath, "return", { kind: "correction", until, defects })).status).toBe(
      200,
    );
    const applicant = await signIn(world.server.url, "platform");
    const section = `${world.submittedPath}/form/sections/cover`;
    const { body, etag } = await read<{ values: object }>(applicant, section);
    const json = { ...body.values, filled_on: "2026-07-28" };
    await applicant.call(section, { method: "PUT", json, headers: { "if-match": etag } });
    await page.goto(`${address}?tab=changes`);
    await page.getByRole("table", { name: "退回后的改动" }).waitFor();
    await expectSound(page, "console-changes");
    await context.close();
  });

  test("sends the half-year's package with a reason for what is missing, and the city receives it", async () => {
    const district = await signIn(world.server.url, "district");
    const { path, address } = await find("packages", district);
    const { page, context } = await enter("district", address);
    await page.getByRole("button", { name: "填写", exact: true }).click();
    const dialog = page.getByRole("dialog");
    const reasons = dialog.getByRole("group", { name: /^缺的/ }).getByRole("textbox");
    await dialog.getByRole("button", { name: "确认填写" }).waitFor();
    for (const reason of await reasons.all()) await reason.fill("平台还没有报送");
    await expectSound(page, "console-package-reasons");
    await confirmAct(page, "填写");
    await doAct(page, "报送市工信局", { 文号: "金工信〔2026〕9号" });
    expect(await stateNow(district, path)).toBe("sent");
    await context.close();
    const office = await enter("city", address);
    await doAct(office.page, "接收");
    expect(await stateNow(city, path)).toBe("received");
    await office.context.close();
  });

  test("verifies what a unit reports of itself", async () => {
    const district = await signIn(world.server.url, "district");
    const { path, address } = await find("organization-changes", district);
    const { page, context } = await enter("district", address);
    await doAct(page, "核实并记录");
    expect(await stateNow(district, path)).toBe("accepted");
    await expectSound(page, "console-organization-change");
    await context.close();
  });
});

test("the city records that nobody came to an appraisal, and what came of hearing the unit", async () => {
  await world.setClock("2026-09-20T09:30:00+08:00");
  city = await signIn(world.server.url, "city");
  const { path: titlePath } = await find("certifications", city, ({ state }) => state === "valid");
  const path = await planCheck(city, "appraisal", titlePath, "2026-10-12");
  const notice = { noticeText: "请按时参加考核。", takesPlaceOn: "2026-10-12" };
  expect((await act(city, path, "notify", notice)).status).toBe(200);
  await world.setClock("2026-10-12T16:00:00+08:00");
  const address = `${world.server.url}${path.replace("/api/v1", "/admin")}/show`;
  const { page, context, offences } = await enter("city", address);
  const form = page.getByRole("form", { name: "登记检查结果" });
  await form.getByRole("radio", { name: "未参加" }).check();
  await form.getByRole("textbox", { name: "发现" }).fill("单位没有到场，也没有请假。");
  await form.getByRole("textbox", { name: "检查人员" }).first().fill("张三、李四");
  await expectSound(page, "console-appraisal-absent");
  await form.getByRole("button", { name: "确认登记结果" }).click();
  await form.waitFor({ state: "detached" });
  expect(await stateNow(city, path)).toBe("carried_out");
  await world.setClock("2026-11-30T09:30:00+08:00");
  city = await signIn(world.server.url, "city");
  const later = await enter("city", address);
  await later.page.getByRole("button", { name: "听取说明", exact: true }).click();
  await later.page.getByRole("dialog").getByRole("radio", { name: "无故未参加" }).check();
  await expectSound(later.page, "console-appraisal-hearing");
  await confirmAct(later.page, "听取说明", { 听取日期: "2026-11-30", 听取情况: "通知送达以后没有说明。" });
  expect(await stateNow(city, path)).toBe("heard");
  expect([...offences, ...later.offences]).toEqual([]);
  await context.close();
  await later.context.close();
});
