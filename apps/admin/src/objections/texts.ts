export const objectionsTexts = {
  name: "反映人",
  list: "异议",
  facts: "办理情况",
  replyLetter: "处理结果告知书",
  channels: { portal: "网站", letter: "来信", visit: "来访", phone: "来电" } as Readonly<Record<string, string>>,
} as const;
