/** A unit of a fact (家, 人次, 元, 平方米 …) by its usual word, with the other words that people write for it. */
const words: Readonly<Record<string, string>> = {
  家: "家企业 家公司 家机构 家单位 家 户 所 间 企业",
  人: "名员工 个人 员工 人 名 位",
  人次: "人次 人/次 人·次",
  家次: "家次 户次",
  次: "场次 次数 次 场 回 期 届",
  台: "台套 台/套 台 套 件",
  份: "份 本",
  平方米: "平方米 平方 平米 个平方 个平 平 m2 ㎡",
  亩: "亩",
  工时: "工时 小时 个小时 课时",
  合同: "份合同 个合同 合同 单",
  项: "项 条 种 个项目",
  元: "元人民币 人民币 rmb cny 元整 元钱 块钱 元 圆 块 ¥",
  外币: "美元 美金 欧元 港币 港元 日元 英镑 韩元 澳元 卢布 usd hkd eur $ € £",
  个: "个",
  年: "周年 年",
  月: "个月 月",
  天: "个工作日 天 日 周 个星期 星期 季度",
};

const byFirstCharacter = new Map<string, [word: string, unit: string][]>();
for (const [unit, list] of Object.entries(words)) {
  for (const word of list.split(" ")) {
    const first = word.charAt(0);
    byFirstCharacter.set(first, [...(byFirstCharacter.get(first) ?? []), [word, unit]]);
  }
}
for (const list of byFirstCharacter.values()) list.sort(([left], [right]) => right.length - left.length);

/** The unit written at a place of a normalised text, the longest word first (人次 before 人). */
export function unitWordAt(text: string, at: number): { readonly unit: string; readonly end: number } | null {
  for (const [word, unit] of byFirstCharacter.get(text.charAt(at)) ?? []) {
    if (text.startsWith(word, at)) return { unit, end: at + word.length };
  }
  return null;
}
