import { complaintSubjectLabels } from "@shifan/contract/labels";

export const complaintsTexts = {
  list: "监督与投诉",
  facts: "办理情况",
  subjects: complaintSubjectLabels,
} as const;
