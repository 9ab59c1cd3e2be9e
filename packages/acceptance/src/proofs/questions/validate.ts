/** A question with what was found for it. */
export interface Tried {
  readonly article: string | null;
  readonly found: string | null;
  readonly covered: number;
}

export interface Hits {
  readonly right: number;
  readonly answerable: number;
  /** Said of those that no article answers. */
  readonly unknown: number;
  readonly unanswerable: number;
}

export interface Validation extends Hits {
  /** The lowest and highest limit that a set with one question left out gave. */
  readonly limits: readonly [number, number];
}

const isHit = ({ article, found, covered }: Tried, limit: number): boolean =>
  article === null ? found === null || covered < limit : found === article && covered >= limit;

/** How many get what they should under a limit. */
export function countHits(tried: readonly Tried[], limit: number): Hits {
  const answerable = tried.filter(({ article }) => article !== null);
  const unanswerable = tried.filter(({ article }) => article === null);
  return {
    right: answerable.filter((each) => isHit(each, limit)).length,
    answerable: answerable.length,
    unknown: unanswerable.filter((each) => isHit(each, limit)).length,
    unanswerable: unanswerable.length,
  };
}

/** The limit between two coverages that misses least; the middle one where several do. */
export function chooseLimit(tried: readonly Tried[]): number {
  const covered = [...new Set([0, ...tried.map((each) => each.covered), 1])].sort((one, other) => one - other);
  const limits = covered.slice(1).map((high, at) => ((covered[at] as number) + high) / 2);
  const hits = limits.map((limit) => tried.filter((each) => isHit(each, limit)).length);
  const best = limits.filter((_, at) => hits[at] === Math.max(...hits));
  return best[Math.floor(best.length / 2)] ?? 1;
}

/** Each question is judged under the limit that the others give, so that none helps to choose the limit that it is judged by. */
export function leaveOneOut(tried: readonly Tried[]): Validation {
  const limits = tried.map((left) => chooseLimit(tried.filter((each) => each !== left)));
  const hits = tried.map((each, at) => countHits([each], limits[at] as number));
  const sum = (key: keyof Hits) => hits.reduce((all, each) => all + each[key], 0);
  return {
    limits: [Math.min(...limits), Math.max(...limits)],
    right: sum("right"),
    answerable: sum("answerable"),
    unknown: sum("unknown"),
    unanswerable: sum("unanswerable"),
  };
}
