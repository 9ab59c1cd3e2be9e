import type { TitleStatistics } from "@shifan/contract";

const jinshui = { key: "410105", name: "金水区", valid: 9, expired: 3, cancelled: 1, revoked: 0, holders: 9 };
const statistics: TitleStatistics = {
  asOf: "2027-06-30",
  all: { valid: 41, expired: 12, cancelled: 1, revoked: 1, holders: 40 },
  byDistrict: [jinshui],
  byType: [{ ...jinshui, key: "specialized", name: "专业性平台" }],
  byFunction: [{ ...jinshui, key: "training", name: "培训服务" }],
  byYear: [{ ...jinshui, key: "2026", name: "2026年" }],
};

/** Examples of the figures on titles. */
export const registerExamples = { countTitles: { responses: { 200: statistics } } };
