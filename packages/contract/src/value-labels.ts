import type { ObjectionChannel, OrganizationChangeKind, ServiceMethod, StaffRole } from "@shifan/rules";
import { resourceLabels } from "./resource-labels.ts";
import { shownResource } from "./resource-names.ts";
import { roleLabels } from "./role-labels.ts";
import { stateLabels } from "./state-labels.ts";
import { titleCheckKindLabels, titleCheckResultLabels } from "./title-checks.ts";

/** What the values of choices are called, in forms, lists, records and their histories alike: the one place. */

type Words = Readonly<Record<string, string>>;

/** Those of some values, for a form that offers no others. */
const only = <Value extends string>(words: Readonly<Record<Value, string>>, ...offered: readonly Value[]): Words =>
  Object.fromEntries(offered.map((value) => [value, words[value]]));

/** What the verdict on a case says, to whoever decides about it. */
export const verdictLabels = {
  not_met: "有条件不符合",
  undetermined: "还有条件不能下结论",
  met_pending_review: "可以核对的条件都满足",
} as const;

export const noticeKindLabels = { publicity: "公示", certification: "认定公告", general: "其他公告" } as const;
export const complaintSubjectLabels: Words = {
  platform: "反映示范平台",
  procedure: "反映认定程序",
  staff: "反映工作人员",
};
export const accountKindLabels: Words = { staff: "工作人员", applicant: "申报单位" };

export const serviceMethodLabels: Readonly<Record<ServiceMethod, string>> = {
  direct: "直接送达",
  left: "留置送达",
  post: "邮寄送达",
  entrusted: "委托送达",
  announcement: "公告送达",
};

export const organizationChangeKindLabels: Readonly<Record<OrganizationChangeKind, string>> = {
  name: "名称",
  address: "住所",
  legal_representative: "法定代表人",
  merger: "合并",
  moved_away: "迁出本市",
  other: "其他",
};

const surveyMethods: Words = {
  visit: "上门拜访",
  telephone: "电话询问",
  online: "网络互动",
  in_writing: "书面征求",
  other: "其他",
};
const surveyRatings: Words = {
  very_satisfied: "很满意",
  basically_satisfied: "基本满意",
  dissatisfied: "不满意",
};
const materialVerdicts: Words = { accepted: "通过", defective: "有问题" };
const panelMethods: Words = { draw: "随机抽取", choice: "直接选定" };
const objectionChannels: Readonly<Record<ObjectionChannel, string>> = {
  portal: "网上",
  letter: "来信",
  visit: "来访",
  phone: "来电",
};
const staff = only(roleLabels, ...(["district", "city", "expert", "auditor", "administrator"] satisfies StaffRole[]));
const submissionEvents: Words = { online: "网上提交", paper: "纸质材料送到", earlier: "两者中较早的" };

/** What the values of a choice are called in the form of an act, by "resource/act" and field. */
const inForms: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  "rounds/create": { submissionEvent: submissionEvents },
  "rounds/edit": { submissionEvent: submissionEvents },
  "applications/return": {
    kind: { correction: "补正（收到日期不变）", resubmission: "退回（重新提交，收到日期重算）" },
  },
  "complaints/create": { subject: complaintSubjectLabels },
  "staff-notes/create": {
    resource: {
      ...only(resourceLabels, "applications", "organizations", "certifications", "sanctions", "reports", "packages"),
      inspections: "检查、抽查、考核",
    },
  },
  "applications/judge-material": { verdict: materialVerdicts },
  "applications/dossiers": { format: { pdf: "一份带书签的PDF", zip: "压缩包" } },
  "applications/record-answer": {
    method: surveyMethods,
    rating: surveyRatings,
  },
  "applications/assess-operation": { methods: surveyMethods, met: { yes: "符合", no: "不符合", doubtful: "拿不准" } },
  "applications/assign-experts": { method: panelMethods },
  "reviews/declare-conflict": { conflict: { false: "没有", true: "有，回避" } },
  "notices/create": { kind: only(noticeKindLabels, "certification", "general") },
  "notices/objections": { channel: only(objectionChannels, "letter", "visit", "phone") },
  "holidays/record": { kind: { off: "放假", working: "上班（调休）" } },
  "reports/create": { kind: { half_year_report: "半年工作总结", annual_report: "年度工作总结" } },
  "packages/create": { kind: { half_year_package: "半年报送件", annual_package: "年度报送件" } },
  "inspections/create": { kind: titleCheckKindLabels },
  "inspections/record": { result: titleCheckResultLabels },
  "inspections/hear": {
    finding: {
      accepted: "未参加的理由成立",
      without_reason: "无故未参加",
      falsified: "弄虚作假成立",
      not_falsified: "弄虚作假不成立",
    },
    result: only(titleCheckResultLabels, "passed", "failed"),
  },
  "sanctions/create": {
    kind: { cancellation: "取消", revocation: "撤销" },
    ground: {
      absent_without_reason: "无故不参加考核",
      falsified_appraisal: "考核材料弄虚作假",
      consecutive_failures: "连续两次抽查或考核不合格",
      unlawful_conduct: "违法违规",
    },
  },
  "sanctions/serve": { method: serviceMethodLabels },
  "organizations/changes": { kind: organizationChangeKindLabels },
  "users/create": { role: staff },
  "users/grant-role": { role: staff },
  "certifications/correct": { platformType: { comprehensive: "综合性平台", specialized: "专业性平台" } },
  "certifications/record-province-result": { result: { recognized: "获省级认定", not_recognized: "未获认定" } },
};

/** What the values of a record's field are called where no form of its acts asks for them, or not for all of them. */
const inRecords: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  application_materials: { verdict: materialVerdicts },
  applications: {
    origin: { online: "网上申报", paper: "纸质材料" },
    verdict: verdictLabels,
  },
  surveys: {
    rating: surveyRatings,
    state: { drawn: "待询问", answered: "已答复", replaced: "已更换" },
    method: surveyMethods,
  },
  // An outcome is the state in which it was decided.
  objections: { outcome: stateLabels.objections, channel: objectionChannels },
  complaints: { subject: complaintSubjectLabels },
  expert_panels: { method: panelMethods },
  obligations: {
    holder: roleLabels,
    exemption: {
      partial_period: "不满一个期间",
      title_ended: "资格已终止",
      nothing_to_report: "没有要报的",
      called_off: "检查已取消",
      absence_accepted: "未参加的理由成立",
      title_corrected: "资格日期已更正",
    },
  },
  notices: { kind: noticeKindLabels },
  certifications: { kind: titleCheckKindLabels, result: titleCheckResultLabels },
};

/** What the values of a choice are called in the form of an act; null where it is no choice. */
export function valueLabelsInForm(form: string, name: string): Words | null {
  return inForms[form]?.[name] ?? null;
}

/** What a value of a record's field is called; null where it has no words of its own. */
export function labelOfValue(resource: string, field: string, value: string): string | null {
  const kin = shownResource(resource);
  const states: Readonly<Record<string, Words>> = stateLabels;
  const own = (field === "state" ? states[kin]?.[value] : undefined) ?? inRecords[kin]?.[field]?.[value];
  const inItsForms = Object.entries(inForms).map(([form, fields]) =>
    form.startsWith(`${kin}/`) ? fields[field]?.[value] : undefined,
  );
  return own ?? inItsForms.find((label) => label !== undefined) ?? null;
}
