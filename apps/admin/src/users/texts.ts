import { accountKindLabels } from "@shifan/contract/labels";

export const usersTexts = {
  list: "账号",
  create: "邀请工作人员",
  facts: "账号情况",
  disabled: "已停用",
  invited: (name: string) => `已邀请${name}`,
  handOver: (until: string) => `请把下面的链接交给本人，${until}前有效，只能用一次。链接只在这里出现这一次。`,
  kinds: accountKindLabels,
} as const;
