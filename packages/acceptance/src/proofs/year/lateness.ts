import type { DayGone } from "./walk.ts";

/** How late messages left, seen from the moment at which they were due. */
export interface Lateness {
  readonly messages: number;
  /** The share that left within ten seconds, not counting for how long the provider's limit kept them. */
  readonly shareWithinTenSeconds: number;
  readonly medianMilliseconds: number;
  readonly slowestMilliseconds: number;
  /** The most that went in a second to one provider, over a whole day's messages, beside what its limit is; null where no day had enough of them. */
  readonly throughput: { readonly perSecond: number; readonly limit: number } | null;
}

const limitMilliseconds = 10_000;

/** Of the days without storm and kill: what then keeps a message is the server alone. */
export function measureLateness(gone: readonly DayGone[], perSecond: number): Lateness {
  const late: number[] = [];
  let fastest: number | null = null;
  for (const { plan, jumpedAt, receipts } of gone) {
    if (plan.isStormy || plan.isKilled) continue;
    for (const own of Map.groupBy(receipts, ({ channel }) => channel).values()) {
      for (const [index, { at }] of own.entries()) late.push(Math.max(0, at - jumpedAt - (index / perSecond) * 1_000));
      const lasted = (own.at(-1)?.at ?? 0) - (own[0]?.at ?? 0);
      // A few go in one moment: they say nothing of a rate.
      if (own.length >= 5 * perSecond) fastest = Math.max(fastest ?? 0, ((own.length - 1) / lasted) * 1_000);
    }
  }
  late.sort((one, other) => one - other);
  return {
    messages: late.length,
    shareWithinTenSeconds: late.filter((each) => each <= limitMilliseconds).length / Math.max(1, late.length),
    medianMilliseconds: Math.round(late[Math.floor(late.length / 2)] ?? 0),
    slowestMilliseconds: Math.round(late.at(-1) ?? 0),
    throughput: fastest === null ? null : { perSecond: Math.round(fastest * 10) / 10, limit: perSecond },
  };
}
