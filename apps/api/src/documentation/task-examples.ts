import type { Task, Tasks } from "@shifan/contract";

const own = { role: "district", district: "410105", onBehalfOf: null, mayAct: true } as const;
const toCheck: Task = {
  ...own,
  kind: "applications_to_check",
  text: "待审材料2份，最早9月8日收到；推荐截止10月15日（第十条）",
  count: 2,
  dueOn: "2026-10-15",
  daysLeft: 31,
  isOverdue: false,
  article: "第十条",
  work: {
    resource: "applications",
    recordId: null,
    filter: { roundId: "0b8f7a52-3c1e-4f0e-9a53-6a7d0f0e2f11", state: ["submitted"], district: "410105" },
  },
};
const inspections: Task = {
  ...own,
  kind: "inspections_owed",
  text: "2026年下半年定期检查0/9，12月31日24:00前每家至少一次（第十三条）",
  count: 9,
  dueOn: "2026-12-31",
  daysLeft: 108,
  isOverdue: false,
  article: "第十三条",
  work: {
    resource: "obligations",
    recordId: null,
    filter: { kind: "periodic_inspection", period: "2026-H2", state: "due", district: "410105" },
  },
};
const tasks: Tasks = {
  today: "2026-09-14",
  heading: "您好。9月14日，星期一。今天有1件事：",
  tasks: [toCheck],
  upcoming: [inspections],
  checkpoint: null,
};

/** Examples of what waits for whoever asks. */
export const taskExamples = { listTasks: { responses: { 200: tasks } } };
