import type { Expert } from "@shifan/contract";
import { useQuery } from "@tanstack/react-query";
import { dataProvider } from "../../api/data-provider.ts";

/** The largest pool that is read at once. */
const most = 500;

/** The pool of experts, the retired ones included: they stand in older draws. */
export function usePool(): readonly Expert[] {
  const { data } = useQuery({
    queryKey: ["experts", "pool"],
    queryFn: async () =>
      (
        await dataProvider.getList<Expert>("experts", {
          pagination: { page: 1, perPage: most },
          sort: { field: "name", order: "ASC" },
          filter: {},
        })
      ).data,
  });
  return data ?? [];
}
