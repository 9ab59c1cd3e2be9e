import { useQueries } from "@tanstack/react-query";
import { useRef } from "react";
import { ask } from "../../../api/server.ts";
import type { Values } from "../writing/written.ts";

export type Row = {
  readonly rowId: string;
  readonly position: number;
  readonly revision: number;
  readonly values: Values;
};

const perPage = 100;

/**
 * The rows of a list that are looked at: a page at a time, since it may have thousands, and since each look at telephones is noted. What was seen
 * stays while a newer state of it is on its way.
 *
 * @param address where the rows are read
 * @param tag the state of the list
 * @param range the places of the first and the last that are in sight, from 0
 */
export function useRows(
  address: string,
  { tag, total }: { readonly tag: string; readonly total: number },
  range: readonly [number, number],
) {
  const known = useRef(new Map<number, readonly Row[]>());
  const [first, last] = range.map((place) => Math.floor(place / perPage)) as [number, number];
  const pages = total === 0 ? [] : Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const answers = useQueries({
    queries: pages.map((page) => ({
      queryKey: ["applications", "rows", address, tag, page],
      queryFn: async () => {
        const asked = JSON.stringify([page * perPage, page * perPage + perPage - 1]);
        return (await ask<Row[]>({ method: "GET", path: `${address}?${new URLSearchParams({ range: asked })}` })).body;
      },
      staleTime: Number.POSITIVE_INFINITY,
    })),
  });
  for (const [at, page] of pages.entries()) {
    const rows = answers[at]?.data;
    if (rows !== undefined) known.current.set(page, rows);
  }
  const failed = answers.find(({ error }) => error !== null);
  return {
    rowAt: (place: number): Row | undefined => known.current.get(Math.floor(place / perPage))?.[place % perPage],
    error: failed?.error ?? null,
    again: () => void failed?.refetch(),
  };
}
