import type { PolicyDocument } from "../policy/schema.ts";

const digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** A number below a hundred as the law counts its items: 14 is 十四. */
function spellItem(number: number): string {
  const tens = Math.floor(number / 10);
  const ten = tens === 0 ? "" : `${tens === 1 ? "" : digits[tens]}十`;
  return ten + (digits[number % 10] ?? "");
}

/** The articles of a fact as messages cite them: "6(1),9(14)" is the sixth and the ninth with their items; 附件2 stays. */
export function spellArticles(articles: string, document: PolicyDocument): string {
  const spelled = articles.split(",").map((each) => {
    const [, id, item] = /^(\d+)(?:\((\d+)\))?/.exec(each.trim()) ?? [];
    const label = document.articles.find((article) => article.id === id)?.label;
    if (label === undefined) return each.trim();
    return item === undefined ? label : `${label}（${spellItem(Number(item))}）`;
  });
  return [...new Set(spelled)].join("、");
}
