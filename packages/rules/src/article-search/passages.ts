import { spellArticles } from "../forms/articles.ts";
import type { PolicyDocument } from "../policy/schema.ts";

/** A piece of the law that can answer a question: an item of an article, or the article where it has none. */
export interface Passage {
  readonly articleId: string;
  /** The article's label with the item: 第六条（三）. */
  readonly label: string;
  /** The law's own words; what stands before the items of an article answers with all of them. */
  readonly text: string;
  /** By what it is found: its words, what else the policy says of it, and in which words people ask for it. */
  readonly said: readonly string[];
}

const itemNumber = /^[（(]([一二三四五六七八九十]+)[)）]\s*/u;

/** Labels as the policy writes them, several in one: "第七条（二）、（四）" is both items. */
export function labelsIn(text: string): string[] {
  const [article = ""] = /^第[一二三四五六七八九十]+条/u.exec(text) ?? [];
  const items = [...text.slice(article.length).matchAll(/（[一二三四五六七八九十]+）/gu)].map(
    ([item]) => article + item,
  );
  return items.length > 0 ? items : [article];
}

/** Whatever the policy says in words, each with the article it belongs to. */
function* statements(document: PolicyDocument): Generator<readonly [article: string, text: string]> {
  const { criteria, materials, settings, supervision, lifecycle, facts, reminders, article_search } = document;
  for (const { article, title, short } of criteria) yield [article, `${title}。${short}`];
  for (const { article, title, todo, parts } of materials) {
    yield [article, [title, todo, ...parts.flatMap((part) => [part.title, part.todo])].join("。")];
  }
  for (const { article, title } of [...settings, ...supervision.readings, ...lifecycle.parameters]) {
    yield [article, title];
  }
  for (const { article, label, aliases } of facts) {
    for (const each of spellArticles(article, document).split("、")) yield [each, [label, ...aliases].join("。")];
  }
  for (const { article, title } of [...supervision.obligations, ...reminders.rules]) yield [article, title];
  for (const { article, words } of article_search.asked_as) for (const word of words) yield [article, word];
}

/** The passages of a policy's articles, in their order, with what the policy says of each. */
export function passagesOf(document: PolicyDocument): Passage[] {
  const passages = document.articles.flatMap(({ id, label, text }) =>
    text.split("\n").map((line) => {
      const item = itemNumber.exec(line)?.[1];
      const own = line.replace(itemNumber, "");
      const said: string[] = [own];
      return { articleId: id, label: item ? `${label}（${item}）` : label, text: item ? own : text, said };
    }),
  );
  const byLabel = new Map(passages.map((passage) => [passage.label, passage]));
  for (const [article, text] of statements(document)) {
    for (const label of labelsIn(article)) byLabel.get(label)?.said.push(text);
  }
  return passages;
}
