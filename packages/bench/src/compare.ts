/** One of those compared. A turn does some work on the inputs of that round. */
export interface Contender {
  readonly name: string;
  /** Does one turn and returns how many items it handled. */
  turn(round: number): number | Promise<number>;
}

export interface Comparison {
  readonly rounds: number;
  /** Microseconds an item, the median over the rounds. For the eye only: the machine is busy and rarely the same. */
  medianMicroseconds(name: string): number;
  /** The median over the rounds of how many times longer `slower` took for an item than `faster` in the same round. */
  medianRatio(slower: string, faster: string): number;
}

export interface CompareOptions {
  readonly rounds: number;
  /** Rounds run first and thrown away, so that compiled code is compared with compiled code. */
  readonly warmUpRounds?: number;
  /** A turn is repeated until it has lasted this long, so that short work is not measured in clock ticks. */
  readonly leastMilliseconds?: number;
  /** Milliseconds that only rise. */
  readonly clock?: () => number;
}

/**
 * Lets all contenders work in every round, one right after the other, each round beginning with another one. Ratios are
 * taken within a round, where whatever else the machine does weighs on all of them alike, and only then is the median
 * taken.
 */
export async function compare(contenders: readonly Contender[], options: CompareOptions): Promise<Comparison> {
  const { rounds, warmUpRounds = 2, leastMilliseconds = 30, clock = () => performance.now() } = options;
  const measured: Map<string, number>[] = [];
  for (let round = -warmUpRounds; round < rounds; round += 1) {
    const times = new Map<string, number>();
    for (let position = 0; position < contenders.length; position += 1) {
      const contender = contenders[(position + round + warmUpRounds) % contenders.length] as Contender;
      times.set(contender.name, await microsecondsAnItem(contender, round + warmUpRounds, leastMilliseconds, clock));
    }
    if (round >= 0) measured.push(times);
  }
  const timesOf = (name: string): number[] => measured.map((times) => timeOf(times, name));
  return {
    rounds,
    medianMicroseconds: (name) => median(timesOf(name)),
    medianRatio: (slower, faster) => median(measured.map((times) => timeOf(times, slower) / timeOf(times, faster))),
  };
}

async function microsecondsAnItem(
  contender: Contender,
  round: number,
  leastMilliseconds: number,
  clock: () => number,
): Promise<number> {
  let items = 0;
  const began = clock();
  let lasted = 0;
  do {
    const handled = contender.turn(round);
    items += typeof handled === "number" ? handled : await handled;
    lasted = clock() - began;
  } while (lasted < leastMilliseconds);
  return (lasted * 1_000) / items;
}

function timeOf(times: ReadonlyMap<string, number>, name: string): number {
  const time = times.get(name);
  if (time === undefined) throw new RangeError(`nobody called ${name} took part`);
  return time;
}

/** The middle value, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) throw new RangeError("the median of nothing");
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] as number)) / 2;
}
