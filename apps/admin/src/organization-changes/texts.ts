import { valueLabelsInForm } from "@shifan/contract/labels";

export const organizationChangesTexts = {
  list: "单位变更",
  files: "材料",
  paper: "单位变更表",
  facts: "变更情况",
  kinds: valueLabelsInForm("organizations/changes", "kind") ?? {},
} as const;
