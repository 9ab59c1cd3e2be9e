import type { FalsePaperRoute } from "@shifan/contract";
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { ask } from "../api/server.ts";

export type FalsePaperRoutesOf = UseQueryResult<readonly FalsePaperRoute[]>;

/** What may be done about false papers. @param certificationId the title for which to say what is open today */
export function useFalsePaperRoutes(certificationId: string | null): FalsePaperRoutesOf {
  const query = certificationId === null ? "" : `?${new URLSearchParams({ certificationId })}`;
  return useQuery({
    queryKey: ["sanctions", "false-paper-routes", certificationId],
    queryFn: async () =>
      (await ask<readonly FalsePaperRoute[]>({ method: "GET", path: `/api/v1/sanctions/false-paper-routes${query}` }))
        .body,
  });
}
