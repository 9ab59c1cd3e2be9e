import type { ActDescription } from "@shifan/contract";
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { ask } from "../api/server.ts";
import type { Schema } from "../forms/schema.ts";

export type DescribedAct = Omit<ActDescription, "body"> & { readonly body: Schema };

/** What an act asks for, as the server checks it. `create` is the making of a record. */
export function useActDescription(resource: string, act: string): UseQueryResult<DescribedAct> {
  return useQuery({
    queryKey: ["act", resource, act],
    queryFn: async () => (await ask<DescribedAct>({ method: "GET", path: `/api/v1/acts/${resource}/${act}` })).body,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
