import type { OutgoingMessage } from "../../src/channels/channel.ts";

/** A reminder, as it is handed to a channel. */
export function reminder(over: Partial<OutgoingMessage> = {}): OutgoingMessage {
  return {
    id: "018f6a2e-7c11-7abc-9def-0123456789ab",
    to: "an-address",
    heading: "信用报告快过月了",
    paragraphs: [
      "第3项材料是9月15日办的，只适用于9月提交（第九条（三））。",
      "9月30日24:00前提交，还有2天。",
      "事项：2026年度申报（草稿）",
    ],
    dueDay: "2026-09-30",
    links: [
      { label: "打开草稿", url: "https://sme.example.cn/my/applications/42" },
      { label: "不再提醒此事", url: "https://sme.example.cn/my/reminders/42" },
    ],
    ...over,
  };
}
