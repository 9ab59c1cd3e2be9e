import type { SavedQuery } from "@shifan/contract";
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { pathOf } from "../api/data-provider.ts";
import { ask } from "../api/server.ts";

/** What the person has saved for a list, in the order of saving. */
export function useSavedQueries(list: string, mayRead: boolean): UseQueryResult<readonly SavedQuery[]> {
  return useQuery({
    queryKey: ["saved-queries", list],
    enabled: mayRead,
    queryFn: async () => {
      const path = `${pathOf("saved-queries")}?${new URLSearchParams({ list })}`;
      return (await ask<readonly SavedQuery[]>({ method: "GET", path })).body;
    },
  });
}
