import type { ReportPeers } from "@shifan/contract";
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { pathOf } from "../api/data-provider.ts";
import { ask } from "../api/server.ts";

/** A report's figures beside those of the other platforms on the same period, as the server has computed them. */
export function usePeers(id: string): UseQueryResult<ReportPeers> {
  return useQuery({
    queryKey: ["reports", "peers", id],
    queryFn: async () => (await ask<ReportPeers>({ method: "GET", path: pathOf("reports", id, "peers") })).body,
  });
}
