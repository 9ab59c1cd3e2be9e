export const notesTexts = {
  title: "协作备注",
  titleWith: (count: number) => (count === 0 ? "协作备注" : `协作备注（${count}）`),
  lead: "写给一起办这件事的同事。市工信局和所在推荐部门看得到，监察、审计可以查阅；申报单位和专家看不到。",
  none: "还没有备注。",
  field: "写一条备注",
  write: "留下备注",
  written: "备注已留下",
  withdraw: "撤回",
  withdrawn: (instant: string) => `${instant}已撤回，原文仍留着`,
  erased: "（内容已依法抹除）",
} as const;
