import type { HolidayYears, HolidayYearView } from "@shifan/contract";
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { pathOf, type Tagged, tagged } from "../api/data-provider.ts";
import { ask } from "../api/server.ts";

/** A year as a record of its own: what is recorded names the state in which it was seen. */
export type YearRecord = HolidayYearView & Tagged;

/** The years on record, and those that are wanting. */
export function useYears(): UseQueryResult<HolidayYears> {
  return useQuery({
    queryKey: ["holidays", "years"],
    queryFn: async () => (await ask<HolidayYears>({ method: "GET", path: pathOf("holidays", "years") })).body,
  });
}

/** One year; also one of which nothing is known has a state. */
export async function readYear(year: number): Promise<YearRecord> {
  const { body, headers } = await ask<HolidayYearView>({ method: "GET", path: `/api/v1/holidays?year=${year}` });
  return tagged({ ...body, id: String(year) }, headers);
}

export function useYear(year: number): UseQueryResult<YearRecord> {
  return useQuery({ queryKey: ["holidays", "year", year], queryFn: () => readYear(year) });
}
