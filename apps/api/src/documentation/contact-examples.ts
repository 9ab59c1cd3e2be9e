import type { BeginContact, ContactBegun, Reminders, ToldReminder } from "@shifan/contract";

const id = "0b8f7a52-3c1e-4f0e-9a53-6a7d0f0e2f11";
const instant = "2026-06-10T09:30:00+08:00";

const reminders: Reminders = {
  today: "2026-06-10",
  kind: "person",
  ways: [{ id, channel: "mail", address: "zh…@example.org", since: instant, isPreferred: true }],
  offered: ["mail", "sms"],
  accountMailbox: "zhang@example.org",
  pausedUntil: null,
  upcoming: [{ title: "半年工作总结", matter: "应办事项", dueOn: "2026-07-20", on: "2026-06-30", article: "第十二条" }],
  stopped: [],
};
const told: ToldReminder = {
  deliveryId: id,
  subject: "half_year_report",
  title: "半年工作总结",
  heading: "2026年上半年工作总结7月20日前交",
  lines: ["还有20天（14个工作日）。交给金水区工信部门，由其汇总报市工信局（第十二条、第十三条）。"],
  article: "第十二条",
  steps: [{ step: "open", path: `/my-matters#obligations-${id}` }],
  toldAt: "2026-06-30T09:00:00+08:00",
  state: "sent",
  channel: "mail",
  sentAt: "2026-06-30T09:00:01+08:00",
  answer: null,
};
const asking: BeginContact = { channel: "mail", address: "zhang@example.org" };
const begun: ContactBegun = {
  channel: "mail",
  address: "zh…@example.org",
  expiresAt: "2026-06-10T09:40:00+08:00",
  secondsLeft: 600,
};
const ok = (body: unknown) => ({ 200: body });

/** Examples of how people see and change their reminders, by operationId. */
export const contactExamples = {
  readReminders: { responses: ok(reminders) },
  changeReminders: {
    request: { pausedUntil: "2026-06-20" },
    responses: ok({ ...reminders, pausedUntil: "2026-06-20" }),
  },
  endReminderWay: { responses: ok({}) },
  listToldReminders: { responses: ok([told]) },
  beginReminderContact: { request: asking, responses: ok(begun) },
  confirmReminderContact: { request: { channel: "mail", code: "402913" }, responses: ok(reminders) },
};
