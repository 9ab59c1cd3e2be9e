import { changed, sampleForm } from "@shifan/rules/testing";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../src/browser.ts";
import type { Session } from "../src/browser-session.ts";
import { visitConsole } from "../src/console.ts";
import { act, make, read, signIn } from "../src/procedure.ts";
import { usccOf } from "../src/proofs/faults/codes.ts";
import { journeyDay, type Server, startServer } from "../src/server.ts";
import { expectSound } from "../src/sound.ts";
import { smallPdf } from "../src/uploads.ts";

interface Form {
  readonly sections: Readonly<Record<string, { readonly revision: number; readonly values: Record<string, unknown> }>>;
  readonly lists: Readonly<Record<string, { readonly rows: number; readonly tag: string }>>;
}
interface Findings {
  readonly materials: readonly {
    readonly id: string;
    readonly isOnPaper: boolean;
    readonly fileIds: readonly string[];
    readonly revision: number;
  }[];
}

let server: Server;
let browser: Browser;
let district: Session;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ settings: { DEMO: "accounts" } }), launchBrowser()]);
  const city = await signIn(server.url, "city");
  const round = { year: 2026, submissionDeadline: "2026-06-30", recommendationDeadline: "2026-07-20" };
  const made = await make(city, "/api/v1/rounds", { ...round, noticeTitle: "2026年度申报通知" });
  expect((await act(city, `/api/v1/rounds/${(made.body as { id: string }).id}`, "open")).status).toBe(200);
  district = await signIn(server.url, "district");
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const code = usccOf(77);
/** Two neighbours exchanged, as fingers do. */
const mistyped = `${code.slice(0, 15)}${code[16]}${code[15]}${code.slice(17)}`;
const form = changed(sampleForm({ served: 62, staff: 12 }), { fields: { "supplement.permit_required": false } });

const dialogOf = (page: Page) => page.getByRole("dialog");
const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: false });
const saved = (page: Page) => page.getByText("已保存", { exact: true }).waitFor();

function put(path: string, json: unknown, tag: string | number) {
  return district.call(path, { method: "PUT", json: json as object, headers: { "if-match": `"${tag}"` } });
}

/** What the journey does not type itself is put there as a colleague would. */
async function typeTheRest(casePath: string): Promise<void> {
  const { sections, lists } = (await read<Form>(district, `${casePath}/form`)).body;
  for (const [id, values] of Object.entries(form.sections)) {
    const answer = await put(`${casePath}/form/sections/${id}`, values, sections[id]?.revision ?? 0);
    expect([id, answer.status]).toEqual([id, 200]);
  }
  for (const [id, rows] of Object.entries(form.lists)) {
    const answer = await put(`${casePath}/form/lists/${id}`, { rows }, lists[id]?.tag ?? "0");
    expect([id, answer.status]).toEqual([id, 200]);
  }
}

/** The originals of all materials lie on the desk. */
async function tickOriginals(casePath: string): Promise<void> {
  const { materials } = (await read<Findings>(district, `${casePath}/findings`)).body;
  for (const { id, fileIds, isOnPaper, revision } of materials) {
    if (isOnPaper || fileIds.length > 0 || id === "M13") continue;
    expect((await put(`${casePath}/materials/${id}`, { isOnPaper: true }, revision)).status).toBe(200);
  }
}

async function findAndRegister(page: Page): Promise<string> {
  await page.getByRole("link", { name: "录入纸质材料" }).click();
  await page.getByLabel("统一社会信用代码").fill(mistyped);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: `是不是：${code}` }).waitFor();
  await page.getByRole("button", { name: `是不是：${code}` }).click();
  await page.getByText("请照营业执照或法人证书登记").waitFor();
  await page.getByRole("textbox", { name: "名称", exact: true }).fill("郑州示范服务有限公司");
  await page.getByRole("button", { name: "确认登记单位" }).click();
  await page.getByText("还没有。").first().waitFor();
  await field(page, "收到日期").fill("2026.6.9");
  await expectSound(page, "console-counter-begin");
  await page.getByRole("button", { name: "确认开始录入" }).click();
  await page.getByRole("heading", { name: "录入：郑州示范服务有限公司" }).waitFor();
  return `/api/v1/applications/${new URL(page.url()).pathname.split("/").at(-1)}`;
}

/** A section is typed by the keyboard alone, with a slip, a colleague at the same section, a lost line and a reload. */
async function typeBasics(page: Page, casePath: string): Promise<void> {
  await page.getByRole("button", { name: /^平台基本情况/ }).click();
  await field(page, "单位性质").focus();
  for (const text of ["有限责任公司", "郑州市金水区文化路1号", "45", "王芳"]) {
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
  }
  await page.getByText("标出的栏目没有保存").waitFor();
  await expectSound(page, "console-counter-slip");
  const path = `${casePath}/form/sections/basics`;
  const { body } = await read<{ revision: number; values: Record<string, unknown> }>(district, path);
  // What can stand is on the server already.
  expect(body.values).toMatchObject({ unit_nature: "有限责任公司", contact_name: "王芳", postcode: null });

  expect((await put(path, { ...body.values, fax: "0371-67880002" }, body.revision)).status).toBe(200);
  await field(page, "邮政编码").fill("450003");
  await page.getByText("传真：— → 0371-67880002").waitFor();
  await saved(page);
  expect((await read(district, path)).body).toMatchObject({ values: { fax: "0371-67880002", postcode: "450003" } });

  await page.context().setOffline(true);
  await field(page, "电子邮件").fill("office@example.com");
  await page.getByText("没有连上服务器，填的内容还在").waitFor();
  await page.context().setOffline(false);
  await saved(page);
  await field(page, "手机").fill("1381234");
  await page.getByText("标出的栏目没有保存").waitFor();
  page.once("dialog", (dialog) => void dialog.accept());
  await page.reload();
  await page.getByText("没有保存", { exact: true }).waitFor();
  expect(await field(page, "手机").inputValue()).toBe("1381234");
  await field(page, "手机").fill(String(form.sections.basics?.mobile));
  await saved(page);
}

/** One row by hand and the others from a workbook; a workbook with a wrong cell is taken not at all. */
async function typeServed(page: Page, casePath: string): Promise<void> {
  await page.getByRole("button", { name: /^服务的中小企业名单/ }).click();
  await page.getByRole("button", { name: "加一行" }).click();
  for (const text of ["河南手写机械有限公司", "李四", "0371-67886827", "精益生产诊断"]) {
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
  }
  // A row that is asked for while it is on its way opens when it comes.
  const coming = Promise.withResolvers<void>();
  await page.route(/\/lists\/served\?/, async (route) => {
    await coming.promise;
    await route.continue();
  });
  await page.keyboard.press("Control+Enter");
  await page.getByText("已加一行。").waitFor();
  await page.getByRole("button", { name: "不改了" }).click();
  await page.getByRole("button", { name: "第1行" }).click();
  coming.resolve();
  await field(page, "联系人").fill("李四光");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await page.getByText("已保存第1行。").waitFor();

  // Who goes on to something else meanwhile is not taken away from it.
  const again = Promise.withResolvers<void>();
  await page.route(/\/lists\/served\?/, async (route) => {
    await again.promise;
    await route.continue();
  });
  await page.reload();
  await page.getByRole("button", { name: /^服务的中小企业名单/ }).click();
  await page.getByRole("button", { name: "第1行" }).click();
  await page.getByRole("button", { name: "加一行" }).click();
  again.resolve();
  await page.getByRole("cell", { name: "李四光" }).waitFor();
  await page.getByRole("region", { name: "新的一行" }).waitFor();
  await page.getByRole("button", { name: "不改了" }).click();

  const list = `${casePath}/form/lists/served`;
  const book = await page.context().request.get(`${server.url}${list}/rows.xlsx`);
  await page.getByRole("button", { name: "导入表格" }).click();
  const file = { name: "名单.xlsx", mimeType: "", buffer: await book.body() };
  await page.locator("input[type=file]").setInputFiles({ ...file, buffer: Buffer.from("名称,电话") });
  await dialogOf(page).getByRole("button", { name: "导入", exact: true }).click();
  await dialogOf(page).getByText("这里只收xlsx表格").waitFor();
  await page.locator("input[type=file]").setInputFiles(file);
  await dialogOf(page).getByRole("radio", { name: "替换现有各行" }).check();
  await expectSound(page, "console-counter-import");
  await dialogOf(page).getByRole("button", { name: "导入", exact: true }).click();
  await dialogOf(page).getByText("已导入63行。").waitFor();
  await dialogOf(page).getByRole("button", { name: "关闭" }).click();
  await page.getByRole("cell", { name: String(form.lists.served?.[0]?.enterprise_name), exact: true }).waitFor();
  await expectSound(page, "console-counter-list");
}

/** The day was misread: it is mended, and the dossier is a draft again, to be judged by the right day. */
async function correctTheDay(page: Page, casePath: string): Promise<void> {
  await page.getByRole("link", { name: "看这件申报" }).click();
  await page.getByRole("button", { name: "更正收到日期" }).click();
  await dialogOf(page).getByRole("textbox", { name: "收到日期" }).fill("2026.6.8");
  await dialogOf(page).getByRole("textbox", { name: "理由" }).fill("回执写的是8日");
  await expectSound(page, "console-counter-correct");
  await dialogOf(page).getByRole("button", { name: "确认更正收到日期" }).click();
  await dialogOf(page).waitFor({ state: "detached" });
  expect((await read(district, casePath)).body).toMatchObject({ state: "draft", receivedOn: "2026-06-08" });
}

/** It came back for a stamp that was missing: what was corrected is handed in again, by the day on which it came first. */
async function handInAgain(page: Page, casePath: string): Promise<void> {
  const findings = async () =>
    (await read<{ mustAcknowledge: boolean; findingsId: string }>(district, `${casePath}/findings`)).body;
  const { mustAcknowledge, findingsId } = await findings();
  const acknowledged = mustAcknowledge ? findingsId : null;
  expect((await act(district, casePath, "submit", { acknowledged })).status).toBe(200);
  const defects = [{ material: "M03", text: "信用报告查询页没有盖章" }];
  const returned = { kind: "correction", until: "2026-06-20", defects };
  expect((await act(district, casePath, "return", returned)).status).toBe(200);
  await page.goto(`${server.url}${casePath.replace("/api/v1", "/admin")}`);
  await page.getByRole("button", { name: /^核对和提交/ }).click();
  await page.getByRole("button", { name: "再次提交", exact: true }).click();
  await expectSound(page, "console-counter-again");
  await dialogOf(page).getByRole("button", { name: "确认再次提交" }).click();
  await page.getByText("已提交，收到日期2026年6月8日").waitFor();
  expect((await read(district, casePath)).body).toMatchObject({ state: "submitted", receivedOn: "2026-06-08" });
}

/** What was begun for the wrong unit is dropped. */
async function dropBegun(page: Page): Promise<void> {
  const { body } = await read<{ organizationId: string; roundId: string }[]>(district, "/api/v1/applications");
  const unit = { uscc: usccOf(78), name: "郑州某某咨询有限公司", district: "410105" };
  const { organizationId } = (await make(district, "/api/v1/organizations", unit)).body as { organizationId: string };
  const begun = { roundId: body[0]?.roundId, organizationId, receivedOn: "2026-06-09" };
  const made = await make(district, "/api/v1/applications", begun);
  expect([made.status, made.body]).toMatchObject([201, { state: "draft", origin: "paper" }]);
  const path = `/api/v1/applications/${(made.body as { id: string }).id}`;
  await page.goto(`${server.url}${path.replace("/api/v1", "/admin")}`);
  await page.getByRole("button", { name: /^收件回执/ }).click();
  await page.getByRole("button", { name: "放弃录入" }).click();
  await dialogOf(page).getByRole("textbox", { name: "理由" }).fill("单位选错了");
  await dialogOf(page).getByRole("button", { name: "确认放弃录入" }).click();
  await page.getByText("这件申报现在不能填写。").waitFor();
  expect((await read(district, path)).body).toMatchObject({ state: "withdrawn", allowedActs: [] });
}

test("an officer takes a paper dossier from its credit code to its receipt", async () => {
  const { page, context, offences } = await visitConsole(browser, `${server.url}/admin/applications`, "district");
  const casePath = await findAndRegister(page);
  await typeBasics(page, casePath);
  await typeTheRest(casePath);
  await typeServed(page, casePath);

  await page.getByRole("button", { name: /^材料/ }).click();
  const report = page.getByRole("region", { name: /^M01 / });
  await report.locator("input[type=file]").setInputFiles({
    name: "申请报告.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from(smallPdf("counter")),
  });
  await report.getByRole("button", { name: "申请报告.pdf", exact: true }).waitFor();
  await page.getByRole("region", { name: /^M02 / }).getByRole("checkbox", { name: "纸质原件" }).check();
  await page.getByRole("region", { name: /^M02 / }).getByText("已交").waitFor();
  await expectSound(page, "console-counter-materials");
  await tickOriginals(casePath);

  await page.getByRole("button", { name: /^核对和提交/ }).click();
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await dialogOf(page).getByRole("button", { name: "确认提交" }).waitFor();
  await dialogOf(page).getByRole("button", { name: "确认提交" }).click();
  await page.getByText("已提交，收到日期2026年6月9日").waitFor();
  await page.getByRole("main").locator("canvas").waitFor();
  await expectSound(page, "console-counter-handed-in");
  expect((await read(district, casePath)).body).toMatchObject({
    state: "submitted",
    origin: "paper",
    receivedOn: "2026-06-09",
    enteredOn: journeyDay,
  });
  const { materials } = (await read<Findings>(district, `${casePath}/findings`)).body;
  expect(materials.find(({ id }) => id === "M01")).toMatchObject({ fileIds: [expect.any(String)] });
  await correctTheDay(page, casePath);
  await handInAgain(page, casePath);
  await dropBegun(page);
  expect(offences).toEqual([]);
  await context.close();
}, 180_000);
