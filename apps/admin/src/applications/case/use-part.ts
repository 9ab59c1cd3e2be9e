import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { pathOf } from "../../api/data-provider.ts";
import { ask } from "../../api/server.ts";

const partOf = <Part>(id: string, parts: readonly string[]) => ({
  queryKey: ["applications", "part", id, ...parts],
  queryFn: async () => (await ask<Part>({ method: "GET", path: pathOf("applications", id, ...parts) })).body,
});

/** A part of a case that has an address of its own: findings, form, survey, panel. */
export function usePart<Part>(id: string, ...parts: readonly string[]): UseQueryResult<Part> {
  return useQuery(partOf<Part>(id, parts));
}

/** Asks for a part beside the record itself and not after it, so that it is there when the record is. @param isWanted whether it is what is looked at first */
export function useEarlyPart(id: string, part: string, isWanted: boolean): void {
  useQuery({ ...partOf(id, [part]), enabled: isWanted });
}
