import type { Me } from "@shifan/contract";
import { useQuery } from "@tanstack/react-query";
import { readMe } from "../api/session.ts";

/** Who is signed in; undefined until the server has said so. */
export function useMe(): Me | undefined {
  return useQuery({ queryKey: ["me"], queryFn: readMe, staleTime: Number.POSITIVE_INFINITY }).data;
}

/** Whether the person sees the records of more than one district: all whose role is not bound to one. */
export function useSeesSeveralDistricts(): boolean {
  const grants = useMe()?.grants ?? [];
  const districts = new Set(grants.map(({ district }) => district));
  return districts.has(null) || districts.size > 1;
}
