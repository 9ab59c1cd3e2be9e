import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { ask } from "../api/server.ts";

/** What stands at an address that is only looked at. @param isOpen whether the person may look there */
export function useLook<Answer>(path: string, isOpen = true): UseQueryResult<Answer> {
  return useQuery({
    queryKey: ["look", path],
    queryFn: async () => (await ask<Answer>({ method: "GET", path })).body,
    enabled: isOpen,
  });
}
