export const deliveriesTexts = {
  list: "提醒",
  facts: "发给谁、为什么",
  said: "发出的内容",
  notSaid: "还没有发出；到发送时再按当时的情况写成。",
  inboxOnly: "站内",
} as const;
