import type { Obligation } from "@shifan/contract";

const late: Obligation = {
  id: "0d1f3c52-6a8e-4b0c-8f8b-2f5a7f1f7a10",
  kind: "half_year_package",
  title: "半年工作总结报送市工信局",
  article: "第十三条",
  holder: "district",
  period: "2027-H1",
  periodText: "2027年上半年",
  dueOn: "2027-07-31",
  isBinding: true,
  state: "due",
  standing: "late",
  standingText: "逾期未办，最后期限是2027年7月31日24:00",
  exemption: null,
  doneOn: null,
  doneBy: null,
  lateReason: null,
  lateReasonOn: null,
  district: "410105",
  certificationId: null,
  organizationId: null,
  platformName: null,
  revision: 1,
  allowedActs: ["mark-late-reason"],
};
const reason = "区县机构改革，报送人员8月初到岗，8月5日前补报";

/** Examples of what is owed after the title. */
export const obligationExamples = {
  listObligations: { responses: { 200: [late] } },
  readObligation: { responses: { 200: late } },
  markLateReasonObligation: {
    request: { reason },
    responses: { 200: { ...late, lateReason: reason, lateReasonOn: "2027-08-02", revision: 2 } },
  },
};
