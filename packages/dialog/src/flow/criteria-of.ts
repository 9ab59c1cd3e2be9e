import type { Policy } from "@shifan/rules";

/** The article labels of the criteria and materials that use a fact, in the policy's order, each once. */
export function articlesOf(policy: Policy, facts: readonly string[]): string[] {
  const labels = new Set<string>();
  const indexes = facts.map((fact) => policy.factIndexes.get(fact) ?? -1);
  for (const criterion of policy.criteria) {
    if (indexes.some((index) => criterion.test.uses.has(index) || criterion.claimed?.uses.has(index))) {
      labels.add(criterion.document.article);
    }
  }
  for (const material of policy.materials) {
    const { papers } = material;
    const used = papers.some((paper) =>
      paper.checks.some((check) => indexes.some((index) => check.test.uses.has(index))),
    );
    const named = papers.some(
      (paper) =>
        paper.document.shown_by.some((fact) => facts.includes(fact)) ||
        (paper.document.needed_if !== undefined && JSON.stringify(paper.document.needed_if).includes(`"${facts[0]}"`)),
    );
    if (used || named) labels.add(material.document.article);
  }
  return [...labels];
}

/** The law's own words for a label such as 第六条（二）: that item alone where the article has items, without its number. */
export function clauseText(policy: Policy, label: string): string {
  const match = /^(第[一二三四五六七八九十]+条)(?:（([一二三四五六七八九十]+)）)?$/.exec(label);
  const article = policy.document.articles.find((each) => each.label === match?.[1]);
  if (!article) return "";
  const lines = article.text.split("\n");
  if (match?.[2] === undefined) return lines.join("\n");
  const item = lines.find((line) => line.startsWith(`(${match[2]})`) || line.startsWith(`（${match[2]}）`));
  return item?.slice(match[2].length + 2).trim() ?? lines.join("\n");
}
