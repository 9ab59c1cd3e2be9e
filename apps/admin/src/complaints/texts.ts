import { complaintSubjectLabels } from "@shifan/contract/labels";

export const complaintsTexts = {
  list: "监督与投诉",
  register: "登记来信、来访、来电",
  facts: "办理情况",
  name: "反映人",
  contact: "联系方式",
  notGiven: "没有写",
  erased: "已按期限抹除",
  subjects: complaintSubjectLabels,
} as const;
