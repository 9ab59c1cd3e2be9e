import type { RecordActs } from "@shifan/contract";
import { actedResources } from "@shifan/contract/labels";
import { useQuery } from "@tanstack/react-query";
import { pathOf, type Tagged } from "../api/data-provider.ts";
import { ask } from "../api/server.ts";

/** How the acts on a record stand: what is in the way of each, and whose turn it is beside the reader. Undefined until the server has said so. */
export function useRecordActs(resource: string, record: Tagged): RecordActs | undefined {
  const { id, etag } = record;
  return useQuery({
    queryKey: ["record-acts", resource, id, etag ?? ""],
    // While a new state of the same record is asked about, the buttons stay as they are.
    placeholderData: (before: RecordActs | undefined) => (before?.id === id ? before : undefined),
    enabled: actedResources.some((each) => each === resource),
    queryFn: async () => (await ask<RecordActs>({ method: "GET", path: pathOf("acts", resource, "records", id) })).body,
  }).data;
}
