import { complaintSubjectLabels } from "@shifan/contract/labels";

export const complaintsTexts = {
  list: "监督与投诉",
  facts: "办理情况",
  complainant: "反映的内容和反映人",
  complainantNote: "只给办理人员看；每看一次都留下记录。",
  showComplainant: "查看反映的内容和反映人",
  name: "反映人",
  contact: "联系方式",
  notGiven: "没有写",
  erased: "已按期限抹除",
  subjects: complaintSubjectLabels,
} as const;
