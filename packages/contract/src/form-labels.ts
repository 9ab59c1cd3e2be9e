import { fieldLabels, labelOfField } from "./field-labels.ts";

/** Where the same field is called otherwise in the form of one act, by "resource/act". */
const inForms: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "applications/return": { kind: "怎样退回", text: "缺什么、要怎么补" },
  "applications/transfer": { district: "转给" },
  "staff-notes/create": { resource: "关于哪类事项", recordId: "关于哪一件", text: "备注" },
  "saved-queries/create": {
    list: "列表",
    name: "名称",
    filter: "筛选",
    sort: "排序",
    field: "排序栏目",
    isDescending: "从大到小",
  },
  "applications/judge-material": { reason: "问题在哪里" },
  "applications/assess-operation": { finding: "对各条的意见", text: "意见" },
  "applications/assign-experts": { method: "怎样产生", count: "抽几名", dueOn: "评分截止", fields: "专业领域" },
  "applications/draw-sample": { count: "抽多少家" },
  "applications/record-answer": { method: "测评方法", answeredOn: "询问日期" },
  "applications/recommend": { documentNumber: "推荐文件文号", issuedOn: "推荐文件日期", reasons: "仍然推荐的理由" },
  "applications/certify": { documentNumber: "认定文件文号", validTo: "另行写明的有效期至" },
  "recommendations/create": {
    documentNumber: "推荐文件文号",
    issuedOn: "推荐文件日期",
    reasons: "仍然推荐的理由",
    caseCount: "推荐件数",
  },
  "rounds/extend": { submissionDeadline: "新的申报截止", recommendationDeadline: "新的推荐截止" },
  "notices/objections": { position: "名单上的序号", receivedOn: "收到日期", name: "反映人" },
  "notices/extend": { endsOn: "新的截止日" },
  "complaints/create": {
    target: "反映的对象",
    content: "反映的内容",
    name: "反映人",
    contact: "联系方式",
    receivedOn: "收到日期",
  },
  "objections/inquire": { until: "查证到哪一天" },
  "experts/create": { name: "姓名" },
  "experts/edit": { name: "姓名" },
  "interpretations/create": { answer: "解释" },
  "interpretations/edit": { answer: "解释" },
  "users/create": { name: "姓名", district: "辖区" },
  "users/edit": { name: "姓名" },
  "users/hand-over": { to: "接手的人", ground: "理由" },
  "users/stand-in": { until: "最后一天", ground: "理由" },
  "users/end-stand-in": { ground: "理由" },
  "users/grant-role": { district: "辖区", ground: "理由" },
  "users/end-role": { ground: "理由" },
  "users/reset-second-factor": { ground: "理由" },
  "users/disable": { ground: "理由" },
  "users/enable": { ground: "理由" },
  "users/invite": { ground: "理由" },
  "organizations/changes": { fromOn: "从哪天起", source: "依据" },
  "organizations/allow-second-application": { ground: "理由" },
  "objections/refuse": { ground: "理由" },
  "inspections/hear": { finding: "认定", result: "考核结论" },
  "inspections/record": { rating: "评定" },
  "sanctions/serve": { method: "送达方式" },
  "office-groups/connect": { name: "群的名称", robot: "机器人的Webhook地址" },
  "holidays/record": { name: "节日", source: "通知和文号" },
  "certifications/correct": { documentNumber: "认定文号", source: "补录依据" },
  "certifications/record-province-result": { year: "哪一年推荐的", result: "结果", source: "依据" },
};

/** What a field is called in the form of an act. @param form "resource/act", `create` for the making of a record */
export function labelInForm(form: string, name: string): string {
  return inForms[form]?.[name] ?? labelOfField(name);
}

/** Everything that fields are called, in records and in forms. */
export const wordsOfFields: ReadonlySet<string> = new Set(
  [fieldLabels, ...Object.values(inForms)].flatMap((words) => Object.values<string>(words)),
);
