import type { Matters } from "@shifan/contract";

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

/** Examples of what people are reminded of. */
export const reminderExamples = { listMyMatters: { responses: { 200: matters } } };
