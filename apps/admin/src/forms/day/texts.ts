export const dayTexts = {
  /** Beside what was typed and is no day. */
  unread: "没有认出是哪一天。写成2026年11月25日、20261125、11月25日都可以",
  open: (label: string) => `打开日历：${label}`,
  calendar: "选日期",
  month: (day: string) => `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月`,
  earlier: "上个月",
  later: "下个月",
  weekdays: ["一", "二", "三", "四", "五", "六", "日"],
  keys: "方向键换日子，Page Up、Page Down换月份，回车选定",
} as const;
