const firstPage = { offset: 0, limit: 25 };
const maximumRowsAtOnce = 500;

/** The part of a list that a query asks for, such as [0,24]; both ends count. */
export function pageOf(range: string | undefined): { offset: number; limit: number } {
  if (range === undefined) return firstPage;
  const [from = 0, to = 0] = JSON.parse(range) as number[];
  return { offset: from, limit: Math.min(Math.max(to - from + 1, 0), maximumRowsAtOnce) };
}
