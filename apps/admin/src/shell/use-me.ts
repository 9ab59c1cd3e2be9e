import type { Me } from "@shifan/contract";
import { useQuery } from "@tanstack/react-query";
import { readMe } from "../api/session.ts";

/** Who is signed in; undefined until the server has said so. */
export function useMe(): Me | undefined {
  return useQuery({ queryKey: ["me"], queryFn: readMe, staleTime: Number.POSITIVE_INFINITY }).data;
}
