import { formatMillionths } from "../forms/decimals.ts";
import { numberOf } from "../forms/form-figures.ts";
import type { FormValues } from "../forms/forms.ts";
import type { ReportFigure } from "./report-form.ts";
import { hasOneUnit } from "./reports.ts";

/** A figure of several platforms on the same period, from the highest down: exact decimals. */
export interface PeerFigure<Peer> {
  /** Those whose reports have the figure, in one unit. */
  readonly values: readonly { readonly peer: Peer; readonly value: string }[];
  readonly lowest: string;
  /** The one in the middle; of an even number, the middle of the two. */
  readonly median: string;
  readonly highest: string;
}

/**
 * What platforms of one kind reported of a figure beside one report. Whoever has not said it, or counts in another unit than this report does, is
 * left out: unknown is not nothing.
 *
 * @returns null where nobody's is known, or this report itself does not say in which unit it counts
 */
export function comparePeers<Peer>(
  { field }: ReportFigure,
  own: FormValues,
  peers: readonly { readonly peer: Peer; readonly content: FormValues }[],
): PeerFigure<Peer> | null {
  const known = peers
    .flatMap(({ peer, content }) => {
      const number = numberOf(content[field.id] ?? null);
      return number === null || !hasOneUnit(field, own, content) ? [] : [{ peer, number }];
    })
    .toSorted((one, other) => (one.number === other.number ? 0 : one.number < other.number ? 1 : -1));
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return null;
  const upper = known[Math.floor((known.length - 1) / 2)] ?? first;
  const lower = known[Math.floor(known.length / 2)] ?? last;
  return {
    values: known.map(({ peer, number }) => ({ peer, value: formatMillionths(number) })),
    lowest: formatMillionths(last.number),
    // Figures of a report have at most four decimals: half of a sum of two is exact in millionths.
    median: formatMillionths((upper.number + lower.number) / 2n),
    highest: formatMillionths(first.number),
  };
}
