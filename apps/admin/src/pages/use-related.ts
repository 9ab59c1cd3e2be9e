import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { GetListResult } from "ra-core";
import { dataProvider, type Tagged } from "../api/data-provider.ts";

const most = 100;

/** The newest records of another resource that belong to what is shown; nothing is asked while the filter is null. */
export function useRelated<RecordType extends { id: string }>(
  resource: string,
  filter: Readonly<Record<string, string | boolean>> | null,
  sort = "createdAt",
): UseQueryResult<GetListResult<RecordType & Tagged>> {
  return useQuery({
    queryKey: [resource, "related", filter, sort],
    enabled: filter !== null,
    queryFn: () =>
      dataProvider.getList<RecordType & Tagged>(resource, {
        pagination: { page: 1, perPage: most },
        sort: { field: sort, order: "DESC" },
        filter: filter ?? {},
      }),
  });
}
