import type { Workspace } from "./workspaces.ts";

/** An article as the law's readers write it: by itself, or cited behind a bracket, a comma or a quotation mark. */
const article = /(?:^|[（、“《])第[一二三四五六七八九十]+条/;

/** Where an article stands that no policy can say: the shipped policies, the demonstration's story, tests, and what the API's description explains. */
const elsewhere = [
  /^packages\/rules\/policies\//,
  /^apps\/api\/src\/(demonstration|documentation)\//,
  /\.(test|suite)\.ts$/,
  /^(apps|packages)\/\w+\/testing\//,
  /(^|-|\/)(routes|descriptions)\.ts$/,
];

/** The workspaces that speak for whichever policy they are given. */
const speakers = ["api", "dialog", "rules", "bot"];

/** Every article of the law that stands in code instead of coming from the policy, one line each. */
export function articlesInCode({ name, modules }: Workspace): string[] {
  if (!speakers.includes(name)) return [];
  return modules
    .filter(({ path }) => !elsewhere.some((place) => place.test(path)))
    .flatMap(({ path, texts }) =>
      texts.flatMap(({ text, line }) => {
        const cited = article.exec(text);
        return cited === null ? [] : [`${path}:${line}: ${cited[0]}`];
      }),
    );
}
