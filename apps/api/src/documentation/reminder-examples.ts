import type { ClaimedReminder, DeliveryAnswered, Matters, UploadLink } from "@shifan/contract";

const matters: Matters = {
  today: "2026-09-14",
  heading: "有1件事由您办，最早9月25日到期。",
  matters: [
    {
      resource: "applications",
      recordId: "7c1f2b6e-5f39-4c43-9d0a-0d6f2f7a9b11",
      organizationId: "5a0d4a1c-6f43-4e0f-8d53-1d2c3b4a5f60",
      organizationName: "郑州测试服务有限公司",
      title: "2026年度申报",
      stateText: "草稿",
      says: "还没有提交，推荐部门看不到",
      next: "填好、备齐材料后，由您提交",
      isYours: true,
      dueOn: "2026-09-25",
      dueText: "9月25日24:00前，还有11天（9个工作日）",
      article: "第九条",
      missing: [{ id: "M03", title: "信用报告和公示查询", article: "第九条（三）", reasons: [] }],
    },
  ],
};

const answered = (answer: DeliveryAnswered["answer"], says: string): DeliveryAnswered => ({
  answer,
  until: answer === "snoozed" ? "2026-09-15" : null,
  isStillOpen: answer === "done" ? true : null,
  says,
});
const link: UploadLink = {
  organizationName: "郑州测试服务有限公司",
  materials: [
    { id: "M03", title: "信用报告和公示查询", article: "第九条（三）", missing: true, files: 0, reasons: [] },
  ],
  expiresAt: "2026-06-10T09:40:00+08:00",
  secondsLeft: 600,
};
const claimed: ClaimedReminder = {
  id: "0b8f7a52-3c1e-4f0e-9a53-6a7d0f0e2f11",
  lease: 1,
  chatId: 87_000_001,
  text: "【补正6月20日到期】还有10天（7个工作日）。\n事项：退回补正（第十条）\n编号 0b8f7a52",
  buttons: [[{ label: "已办好", url: null, action: "r:d:7c1f2b6e-5f39-4c43-9d0a-0d6f2f7a9b11" }]],
};
const ok = (body: unknown) => ({ 200: body });

/** Examples of what people are reminded of, and of what they answer. */
export const reminderExamples = {
  listMyMatters: { responses: ok(matters) },
  createLinkingCode: {
    request: { channel: "telegram" },
    responses: {
      201: {
        code: "AB3DEF7H",
        account: "shifan_bot",
        deepLink: "https://t.me/shifan_bot?start=AB3DEF7H",
        expiresAt: "2026-06-10T09:40:00+08:00",
        secondsLeft: 600,
      },
    },
  },
  verifyWechatServer: { responses: ok("4711") },
  takeWechatMessage: {
    request: "<xml><FromUserName><![CDATA[o1]]></FromUserName><Content><![CDATA[AB3DEF7H]]></Content></xml>",
    responses: ok("<xml><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[已连接张三的账号。]]></Content></xml>"),
  },
  snoozeReminder: { responses: ok(answered("snoozed", "好的，9月15日09:00再提醒您。办完了就不再提醒。")) },
  reportReminderDone: { responses: ok(answered("done", "记下了，这件事不再提醒您。系统里它还没有办结，期限不变。")) },
  stopReminder: { responses: ok(answered("stopped", "好的，这件事不再提醒您，期限不变。")) },
  resumeReminder: { responses: ok(answered("resumed", "已恢复，这件事到日子还会提醒您。")) },
  introduceTelegramBot: { request: { username: "shifan_bot" }, responses: ok({}) },
  claimTelegramReminders: {
    request: { limit: 30, leaseSeconds: 60, worker: "bot-1" },
    responses: ok({ reminders: [claimed], fullForMilliseconds: null }),
  },
  settleTelegramReminder: {
    request: { lease: 1, outcome: { kind: "sent", reference: "1024" } },
    responses: ok({}),
  },
  readUploadLink: { responses: ok(link) },
  uploadByLink: { request: "%PDF-1.7", responses: { 201: { fileId: "2f11a953-6a7d-4f0e-8f7a-520b3c1e0f0e", link } } },
};
