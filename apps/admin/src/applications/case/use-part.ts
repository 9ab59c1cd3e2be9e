import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { pathOf } from "../../api/data-provider.ts";
import { ask } from "../../api/server.ts";

/** A part of a case that has an address of its own: findings, form, survey, panel. */
export function usePart<Part>(id: string, ...parts: readonly string[]): UseQueryResult<Part> {
  return useQuery({
    queryKey: ["applications", "part", id, ...parts],
    queryFn: async () => (await ask<Part>({ method: "GET", path: pathOf("applications", id, ...parts) })).body,
  });
}
