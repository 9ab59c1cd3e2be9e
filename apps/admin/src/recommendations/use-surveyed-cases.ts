import type { ApplicationSummary } from "@shifan/contract";
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { dataProvider } from "../api/data-provider.ts";

/** As many as one letter takes. */
const most = 200;

/** The cases whose survey is complete and that wait for their recommendation. */
export function useSurveyedCases(): UseQueryResult<ApplicationSummary[]> {
  return useQuery({
    queryKey: ["applications", "surveyed"],
    queryFn: async () => {
      const page = { pagination: { page: 1, perPage: most }, filter: { state: ["surveyed"] } };
      return (await dataProvider.getList<ApplicationSummary>("applications", page)).data;
    },
  });
}
