import type { PolicyDetail, PolicySummary } from "@shifan/contract";
import { useQuery } from "@tanstack/react-query";
import { ask } from "../api/server.ts";

async function readPolicy(): Promise<PolicyDetail> {
  const { body: policies } = await ask<PolicySummary[]>({ method: "GET", path: "/api/v1/policies" });
  const [policy] = policies;
  if (policy === undefined) throw new Error("no policy is published");
  const path = `/api/v1/policies/${encodeURIComponent(policy.id)}`;
  return (await ask<PolicyDetail>({ method: "GET", path })).body;
}

/** The policy in force: its articles, what materials and criteria are called, the districts. Asked for once. */
export function usePolicy(): PolicyDetail | undefined {
  return useQuery({ queryKey: ["policy"], queryFn: readPolicy, staleTime: Number.POSITIVE_INFINITY }).data;
}

const noNames: ReadonlyMap<string, string> = new Map();
const namesOf = new WeakMap<PolicyDetail, ReadonlyMap<string, string>>();

/** The names of the districts by id; none until they are known. */
export function useDistrictNames(): ReadonlyMap<string, string> {
  const policy = usePolicy();
  if (policy === undefined) return noNames;
  const known = namesOf.get(policy) ?? new Map(policy.districts.map(({ id, name }) => [id, name]));
  namesOf.set(policy, known);
  return known;
}
