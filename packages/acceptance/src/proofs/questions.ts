import { readFileSync } from "node:fs";
import { type ArticleIndex, indexArticles } from "@shifan/rules";
import { zhengzhouPolicy } from "@shifan/rules/testing";
import { fileOfRepository } from "../repository.ts";
import { countHits, type Hits, leaveOneOut, type Tried, type Validation } from "./questions/validate.ts";

/** The words and the limit are chosen on the first half. The second is looked at once, when they stand. */
export const halves = ["first", "second"] as const;
export type Half = (typeof halves)[number];

interface Asked {
  readonly question: string;
  /** `art14`; null where no article answers. */
  readonly article: string | null;
  readonly half: Half;
}

interface HalfFindings extends Hits {
  readonly missed: readonly {
    readonly question: string;
    readonly article: string | null;
    readonly found: string | null;
  }[];
}

export interface QuestionFindings {
  readonly limit: number;
  readonly first: HalfFindings & { readonly leaveOneOut: Validation };
  /** Null until it has been looked at. */
  readonly second: (HalfFindings & { readonly looked: Looked }) | null;
}

/** When the second half was looked at, and what it was that was measured. */
export interface Looked {
  readonly at: string;
  readonly commit: string;
}

/** What is on record; null where nothing is. */
export function readQuestionFindings(kept: unknown): QuestionFindings | null {
  return (kept as { readonly findings: QuestionFindings } | undefined)?.findings ?? null;
}

/** The questions of one half; those of the other are left alone. */
export function readQuestions(half: Half): readonly Asked[] {
  const file = fileOfRepository("packages/acceptance/questions/regulation.json");
  return (JSON.parse(readFileSync(file, "utf8")) as Asked[]).filter((asked) => asked.half === half);
}

/** What the search makes of each question, before any limit. */
export function tryQuestions(questions: readonly Asked[], index: ArticleIndex): (Asked & Tried)[] {
  return questions.map((asked) => {
    const found = index.best(asked.question);
    const article = found === null ? null : `art${found.passage.articleId}`;
    return { ...asked, found: article, covered: found?.covered ?? 0 };
  });
}

function findingsOf(tried: readonly (Asked & Tried)[], limit: number): HalfFindings {
  const said = tried.map((each) => ({ ...each, found: each.covered < limit ? null : each.found }));
  const missed = said.filter(({ article, found }) => article !== found);
  return {
    ...countHits(tried, limit),
    missed: missed.map(({ question, article, found }) => ({ question, article, found })),
  };
}

/**
 * How many questions get the right article first, and how many that none answers get 不知道. The second half is looked at
 * once: what is on record of it stays, since whoever knows it could fit the words to it.
 * @param parts a half; both when empty
 * @param earlier what is on record
 */
export function proveQuestions(
  parts: readonly string[],
  earlier: QuestionFindings | null,
  looked: Looked,
  say: (line: string) => void,
): QuestionFindings {
  const wanted = parts.length === 0 ? halves : halves.filter((half) => parts.includes(half));
  const unknown = parts.find((part) => !(halves as readonly string[]).includes(part));
  if (unknown !== undefined) throw new Error(`There is no half "${unknown}": first, second.`);
  const kept = earlier?.second ?? null;
  if (kept !== null && parts.includes("second")) {
    throw new Error(`The second half was looked at on ${kept.looked.at}. To measure again, write new questions.`);
  }
  const { document } = zhengzhouPolicy;
  const index = indexArticles(document);
  const limit = Number(document.article_search.least_covered);
  const tell = (half: Half, { right, answerable, unknown: none, unanswerable }: Hits) =>
    say(`${half} half: ${right} of ${answerable} right, 不知道 for ${none} of ${unanswerable}`);

  const tried = tryQuestions(readQuestions("first"), index);
  const first = { ...findingsOf(tried, limit), leaveOneOut: leaveOneOut(tried) };
  tell("first", first);
  if (kept !== null || !wanted.includes("second")) return { limit, first, second: kept };
  const second = findingsOf(tryQuestions(readQuestions("second"), index), limit);
  tell("second", second);
  return { limit, first, second: { ...second, looked } };
}
