import type { TitleCheckKind, TitleCheckResult } from "@shifan/rules";

/** What people call the ways in which a title is looked at (第十三条). */
export const titleCheckKindLabels: Readonly<Record<TitleCheckKind, string>> = {
  periodic_inspection: "定期检查",
  spot_check: "抽查",
  appraisal: "考核",
};

/** What people call what comes of it. Whether an absence was without reason is found after a hearing. */
export const titleCheckResultLabels: Readonly<Record<TitleCheckResult, string>> = {
  passed: "合格",
  failed: "不合格",
  absent: "未参加",
  falsified: "弄虚作假",
};
