import { suite } from "@shifan/db/testing";
import { beforeAll, expect, it } from "vitest";
import type { Browser } from "../../testing/accounts.ts";
import { createSettableClock, createTestApp, type TestApp } from "../../testing/app.ts";
import { addOrganization, signUp } from "../../testing/applications.ts";
import { addOfficer } from "../../testing/cases.ts";
import { firstOutOfOrder } from "../../testing/documents/in-order.ts";
import { readDocx } from "../../testing/documents/read-docx.ts";
import { readPdf } from "../../testing/documents/read-pdf.ts";
import { download } from "../../testing/download.ts";
import { checklistOf, plannedCheck, recordOf } from "../../testing/inspections.ts";
import { actOn } from "../../testing/publicity.ts";
import { addTitle } from "../../testing/titles.ts";

/** What holds for the papers of inspections, spot checks and appraisals, on either database. */
export const inspectionPapersSuite = suite("the papers of a check", (open) => {
  const clock = createSettableClock(new Date("2027-04-10T01:30:00Z"));
  let app: TestApp;
  let district: Browser;
  let city: Browser;
  let platform: Browser;
  let other: Browser;
  let certificationId = "";

  const at = (day: string) => clock.set(new Date(`${day}T01:30:00Z`));
  const statusOf = async (by: Browser, path: string) => (await download(app, path, { browser: by })).status;
  /** The words of a paper, alike in both formats. */
  const wordsOf = async (by: Browser, path: string) => {
    const pdf = await download(app, path, { browser: by });
    expect(pdf.status).toBe(200);
    const docx = await download(app, `${path}?format=docx`, { browser: by });
    return [(await readPdf(pdf.bytes)).join(""), readDocx(docx.bytes)];
  };
  const expectInOrder = async (by: Browser, path: string, words: readonly string[]) => {
    for (const text of await wordsOf(by, path)) expect(firstOutOfOrder(text, words)).toBeNull();
  };
  const plan = (by: Browser, kind: string) => plannedCheck(by, { kind, certificationId, plannedOn: clock.today() });

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), clock, demo: true });
    district = await addOfficer(app, "district@check-paper.example", "district", "410105");
    city = await addOfficer(app, "city@check-paper.example", "city");
    const holder = await signUp(app, "holder@check-paper.example");
    platform = holder.browser;
    other = (await signUp(app, "other@check-paper.example")).browser;
    const organizationId = await addOrganization(app, "91410100MA4000001A", holder.userId);
    const days = { validFrom: "2026-11-20", validTo: "2029-11-20" };
    certificationId = await addTitle(app, { organizationId, platformName: "金水服务平台", ...days });
  });

  it("begin with a form that has every item of the policy, to be filled in by hand", async () => {
    const path = await plan(district, "periodic_inspection");
    const items = ["服务质量", "服务台账", "第六条（三）", "服务收费情况", "收费标准公开", "服务满意度", "投诉处理"];
    const whole = [
      "定期检查表",
      "金水区工信部门",
      "金水服务平台",
      "郑州测试服务有限公司",
      ...items,
      "检查发现",
      "合格",
    ];
    await expectInOrder(district, `${path}/papers/checklist`, whole);
    for (const text of await wordsOf(district, `${path}/papers/checklist`)) expect(text).not.toContain("弄虚作假");
    for (const paper of ["invitation", "letter", "finding", "report"]) {
      expect(await statusOf(district, `${path}/papers/${paper}`)).toBe(404);
    }
    expect(await statusOf(platform, `${path}/papers/checklist`)).toBe(404);
    expect(await statusOf(district, `${path}/papers/diploma`)).toBe(422);
  });

  it("of a failed inspection tell the unit what it means, what it does not mean and until when to answer", async () => {
    at("2027-04-10");
    const path = await plan(district, "periodic_inspection");
    const own = { result: "failed", rectifyUntil: "2027-05-10" };
    await actOn(district, path, "record", recordOf("periodic_inspection", "2027-04-09", own));
    const letter = `${path}/papers/letter`;
    await expectInOrder(platform, letter, [
      "定期检查结果通知书",
      "郑州测试服务有限公司：",
      "2027年4月9日",
      "结论是：不合格（第十三条）",
      "三月服务台账缺失",
      "请在2027年4月20日24:00前书面告知金水区工信部门",
      "这份文书表示",
      "请在2027年5月10日24:00前整改",
      "这份文书不表示",
      "一次不合格不是取消资格",
      "有效期仍到2029年11月20日",
      "不计入“连续两次抽查或考核不合格”",
      "2027年4月10日",
    ]);
    expect([await statusOf(city, letter), await statusOf(other, letter)]).toEqual([200, 404]);
  });

  it("of a failed spot check name both ways of counting two in a row", async () => {
    at("2027-04-10");
    const path = await plan(city, "spot_check");
    await actOn(city, path, "record", recordOf("spot_check", "2027-04-10", { result: "failed" }));
    await expectInOrder(platform, `${path}/papers/letter`, [
      "抽查结果通知书",
      "连同贵单位的说明一并存档",
      "怎样算“连续两次”，办法没有写明，有两种算法：同一种连续两次",
      "抽查、考核合在一起按时间连续两次",
      "目前的口径：两种算法都成立才算",
      "第十七条",
      "一次不合格不是取消资格",
    ]);
  });

  it("put the unit's words beside the finding in the report", async () => {
    at("2027-04-10");
    const path = await plan(city, "spot_check");
    const [first, ...rest] = checklistOf("spot_check");
    const checklist = [{ ...first, rating: "poor", remark: "三月没有台账" }, ...rest];
    await actOn(city, path, "record", recordOf("spot_check", "2027-04-10", { result: "failed", checklist }));
    await expectInOrder(platform, `${path}/papers/report`, [
      "结论：不合格",
      "单位的说明",
      "可以在2027年4月20日24:00前提交",
    ]);
    await actOn(platform, path, "answer", { answer: "三月台账在会计处，已补交。" });
    await actOn(city, path, "close");
    await expectInOrder(city, `${path}/papers/report`, [
      "抽查报告",
      "郑州市工业和信息化局",
      "2027年上半年",
      "张三、李四",
      "服务台账",
      "不符合",
      "三月没有台账",
      "结论：不合格",
      "单位的说明",
      "三月台账在会计处，已补交。",
      "2027年4月10日办结",
    ]);
    const passed = await plan(city, "spot_check");
    await actOn(city, passed, "record", recordOf("spot_check", "2027-04-10"));
    expect(await statusOf(platform, `${passed}/papers/letter`)).toBe(404);
    await expectInOrder(platform, `${passed}/papers/report`, ["结论：合格", "合格的，不要求说明"]);
  });

  it("of an appraisal announce it, and tell what was not attended and what was found of it", async () => {
    at("2027-04-10");
    const path = await plan(city, "appraisal");
    const noticeText = "核对服务台账。\n请准备本年度的服务台账。";
    await actOn(city, path, "notify", { noticeText, takesPlaceOn: "2027-04-30" });
    const invited = ["考核通知书", "定于2027年4月30日", "核对服务台账。", "请准备本年度的服务台账。", "不能参加怎么办"];
    await expectInOrder(platform, `${path}/papers/invitation`, [...invited, "2027年4月10日"]);
    at("2027-05-02");
    const absent = { result: "absent", checklist: [], findings: "当天没有人到场。" };
    await actOn(city, path, "record", recordOf("appraisal", "2027-04-30", absent));
    const told = [
      "考核结果通知书",
      "贵单位没有参加（第十三条）",
      "2027年5月12日24:00前",
      "听取贵单位说明以后才认定",
      "现在还没有认定为“无故”",
    ];
    await expectInOrder(platform, `${path}/papers/letter`, [...told, "2027年5月2日"]);
    expect(await statusOf(platform, `${path}/papers/finding`)).toBe(404);
    await actOn(platform, path, "answer", { answer: "忘记了。" });
    const hearing = { heardOn: "2027-05-03", hearing: "没有正当理由。", finding: "without_reason" };
    at("2027-05-03");
    await actOn(city, path, "hear", hearing);
    const found = [
      "考核认定通知书",
      "没有参加，属于无故",
      "没有正当理由。",
      "2027年5月13日24:00前",
      "不是取消资格的决定",
    ];
    await expectInOrder(platform, `${path}/papers/finding`, found);
    await expectInOrder(platform, `${path}/papers/letter`, told);
    await expectInOrder(platform, `${path}/papers/report`, [
      "考核报告",
      "没有填写检查表。",
      "结论：未参加",
      "忘记了。",
      "听取说明（2027年5月3日）",
    ]);
  });

  it("of papers that were not falsified keep what was first told, and tell the result that it has now", async () => {
    at("2027-04-10");
    const path = await plan(city, "appraisal");
    await actOn(city, path, "notify", { noticeText: "核对服务台账。", takesPlaceOn: "2027-04-30" });
    at("2027-04-30");
    await actOn(city, path, "record", recordOf("appraisal", "2027-04-30", { result: "falsified" }));
    // Nothing is found before it is heard.
    await expectInOrder(platform, `${path}/papers/report`, ["结论：考核材料与事实不符，是否属于弄虚作假还没有认定"]);
    await actOn(platform, path, "answer", { answer: "装订有误。" });
    const hearing = { heardOn: "2027-04-30", hearing: "确系装订有误，但台账不全。", finding: "not_falsified" };
    await actOn(city, path, "hear", { ...hearing, result: "failed" });
    await expectInOrder(platform, `${path}/papers/letter`, [
      "是否属于弄虚作假，听取贵单位说明以后认定（第十三条）",
      "现在还没有认定为弄虚作假",
    ]);
    await expectInOrder(platform, `${path}/papers/finding`, [
      "弄虚作假不成立，这次考核的结论是：不合格",
      "2027年5月10日24:00前",
      "弄虚作假不成立，不作为取消资格的依据",
      "一次不合格不是取消资格",
    ]);
  });
});
