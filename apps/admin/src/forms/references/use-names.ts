import type { PolicySummary, ReferencedResource } from "@shifan/contract";
import { useQuery } from "@tanstack/react-query";
import { ask } from "../../api/server.ts";
import { useDistrictNames, usePolicy } from "../../policy/use-policy.ts";

/** What is chosen from a short list, and not sought. */
export type NamedResource = Extract<ReferencedResource, "districts" | "policies" | "settings">;

export const isNamed = (resource: ReferencedResource): resource is NamedResource =>
  ["districts", "policies", "settings"].includes(resource);

const noNames: ReadonlyMap<string, string> = new Map();

/** What the things of a short list are called, by id; none until they are known. */
export function useNames(resource: NamedResource): ReadonlyMap<string, string> {
  const districts = useDistrictNames();
  const policy = usePolicy();
  const policies = useQuery({
    queryKey: ["policies", "names"],
    enabled: resource === "policies",
    queryFn: async () => (await ask<PolicySummary[]>({ method: "GET", path: "/api/v1/policies" })).body,
    staleTime: Number.POSITIVE_INFINITY,
  });
  switch (resource) {
    case "districts":
      return districts;
    case "policies":
      return new Map((policies.data ?? []).map(({ id, title, version }) => [id, `${title}（第${version}版）`]));
    case "settings":
      return policy === undefined ? noNames : new Map(policy.settings.map(({ id, title }) => [id, title]));
  }
}
