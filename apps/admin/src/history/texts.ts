export const historyTexts = {
  open: "历史",
  title: (label: string, name: string | null) => (name === null ? `${label}的历史` : `${label}的历史：${name}`),
  print: "打印证明",
  all: "也看查看的和没有办成的",
  field: "栏目",
  before: "原来",
  after: "办理后",
  nothing: "（无）",
  unproven: {
    altered: "这一条的内容与当时留下的指纹不符",
    not_kept: "办理时还没有留存前后内容",
  } as Readonly<Record<string, string>>,
  noValues: "没有改动能显示的栏目。",
  notWhole: "更早的没有显示；核对时已包括在内。",
  empty: "还没有办理过。",
  none: "这份记录没有您可以查看的历史。",
  onBehalfOf: (name: string) => `代管：${name}`,
} as const;
