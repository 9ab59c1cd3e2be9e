import type { SupervisionCounts, SupervisionStatistics } from "@shifan/contract";

const counts: SupervisionCounts = { owed: 9, done: 3, doneLate: 0, late: 0, open: 6 };
const statistics: SupervisionStatistics = {
  asOf: "2026-11-26",
  period: "2026-H2",
  periodText: "2026年下半年",
  owed: [
    {
      kind: "periodic_inspection",
      title: "半年定期检查",
      article: "第十三条",
      period: "2026-H2",
      periodText: "2026年下半年",
      dueOn: "2026-12-31",
      all: counts,
      byDistrict: [{ key: "410105", name: "金水区", ...counts }],
    },
  ],
  expiring: [
    {
      quarter: "2026-Q4",
      name: "2026年第四季度",
      from: "2026-10-01",
      to: "2026-12-31",
      count: 2,
      byDistrict: [{ key: "410105", name: "金水区", count: 2 }],
    },
  ],
};

/** Examples of the figures on supervision. */
export const supervisionExamples = { countSupervision: { responses: { 200: statistics } } };
