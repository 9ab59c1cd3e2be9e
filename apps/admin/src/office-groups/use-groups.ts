import type { OfficeGroup, OfficeGroups } from "@shifan/contract";
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { pathOf, type Tagged } from "../api/data-provider.ts";
import { ask } from "../api/server.ts";

/** An office without a group has a state as well: what connects it names the state in which it was seen. */
export type GroupRecord = OfficeGroup & Tagged;
export type Groups = Omit<OfficeGroups, "groups"> & { readonly groups: readonly GroupRecord[] };

/** The offices of which the reader may know whether they have a group. */
export function useGroups(): UseQueryResult<Groups> {
  return useQuery({
    queryKey: ["office-groups", "all"],
    queryFn: async () => {
      const { body } = await ask<OfficeGroups>({ method: "GET", path: pathOf("office-groups") });
      return { ...body, groups: body.groups.map((group) => ({ ...group, etag: `"${group.revision}"` })) };
    },
  });
}
