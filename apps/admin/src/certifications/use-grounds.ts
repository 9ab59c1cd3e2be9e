import type { CancellationGrounds } from "@shifan/contract";
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { pathOf } from "../api/data-provider.ts";
import { ask } from "../api/server.ts";

/** The checks of a title, those taken from paper among them, and what follows; nothing is asked while there is no title. */
export function useGrounds(certificationId: string): UseQueryResult<CancellationGrounds> {
  return useQuery({
    queryKey: ["certifications", "grounds", certificationId],
    enabled: certificationId !== "",
    queryFn: async () =>
      (await ask<CancellationGrounds>({ method: "GET", path: pathOf("certifications", certificationId, "grounds") }))
        .body,
  });
}
