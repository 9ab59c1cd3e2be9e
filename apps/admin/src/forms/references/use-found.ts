import { keepPreviousData, type UseQueryResult, useQuery } from "@tanstack/react-query";
import { dataProvider, type Tagged } from "../../api/data-provider.ts";
import type { Source } from "./sources.ts";

/** How many of a long list are offered; whoever does not find theirs writes more of the name. */
const mostSought = 20;
/** Where the server does not seek by words: more than an office has of them. */
const mostListed = 100;
/** The server finds words of two characters or more. */
const fewestCharacters = 2;

/** The records in whose names or numbers the words are; the first of the list while there are none. */
export function useFound(
  resource: string,
  { sort, isSought }: Source,
  { words, filter, isOpen }: { words: string; filter: Readonly<Record<string, unknown>>; isOpen: boolean },
): UseQueryResult<readonly Tagged[]> {
  const q = words.trim();
  const asked = isSought && q.length >= fewestCharacters ? { ...filter, q } : filter;
  return useQuery({
    queryKey: [resource, "found", asked],
    // Nothing is fetched before somebody wants to choose.
    enabled: isOpen,
    queryFn: async () =>
      (
        await dataProvider.getList<Tagged>(resource, {
          pagination: { page: 1, perPage: isSought ? mostSought : mostListed },
          sort,
          filter: asked,
        })
      ).data,
    placeholderData: keepPreviousData,
  });
}
