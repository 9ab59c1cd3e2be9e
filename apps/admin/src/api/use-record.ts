import { type QueryClient, type UseQueryResult, useQuery } from "@tanstack/react-query";
import { dataProvider, type Tagged } from "./data-provider.ts";

/**
 * Lists hold summaries, and react-admin would show one as the record itself until it is old: whole records are kept under a key of their own.
 */
export const keyOfRecord = (resource: string, id: string) => [resource, "whole", id] as const;

/** A record, whole, with the tag of its state; nothing is asked while there is no id. */
export function useRecord<RecordType extends Tagged>(resource: string, id: string): UseQueryResult<RecordType> {
  return useQuery({
    queryKey: keyOfRecord(resource, id),
    enabled: id !== "",
    queryFn: async () => (await dataProvider.getOne<RecordType>(resource, { id })).data,
  });
}

/** Keeps a record as an act has answered with it. */
export function keepRecord(queries: QueryClient, resource: string, record: Tagged): void {
  queries.setQueryData(keyOfRecord(resource, record.id), record);
}
