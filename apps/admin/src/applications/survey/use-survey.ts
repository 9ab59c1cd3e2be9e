import type { CallSheet, Survey } from "@shifan/contract";
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { pathOf, type Tagged, tagged } from "../../api/data-provider.ts";
import { ask } from "../../api/server.ts";
import { usePart } from "../case/use-part.ts";

/** The survey of a case with the tag of the case, which is what its acts have to name. */
export type TaggedSurvey = Survey & Tagged;

/** The survey of a case as it is now. */
export async function readSurvey(id: string): Promise<TaggedSurvey> {
  const { body, headers } = await ask<Survey>({ method: "GET", path: pathOf("applications", id, "survey") });
  return tagged({ ...body, id }, headers);
}

/** The survey of a case. */
export function useSurvey(id: string): UseQueryResult<TaggedSurvey> {
  return useQuery({
    queryKey: ["applications", "part", id, "survey"],
    queryFn: () => readSurvey(id),
  });
}

/** Whom to call, by the place in the draw; every reading of it is noted, so it is asked for only by those who call. */
export function useCallSheet(id: string): UseQueryResult<CallSheet> {
  return usePart<CallSheet>(id, "survey", "call-sheet");
}
