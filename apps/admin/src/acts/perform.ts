import { useQueryClient } from "@tanstack/react-query";
import { pathOf, type Tagged, tagged } from "../api/data-provider.ts";
import { ask } from "../api/server.ts";
import { keepRecord } from "../api/use-record.ts";

export type ActOn = {
  /** As in the address: applications, spot-check-draws. */
  readonly resource: string;
  readonly record: Tagged;
  readonly act: string;
};

/**
 * Does an act on a record in the state in which the person has seen it.
 *
 * @returns the record after it
 * @throws Problem when the server refused: 409 what is in the way, 412 somebody changed the record, 422 what of the input cannot stand
 */
export async function performAct({ resource, record, act }: ActOn, body: unknown): Promise<Tagged> {
  const headers = record.etag === undefined ? {} : { "if-match": record.etag };
  const answer = await ask<Tagged>({ method: "POST", path: pathOf(resource, record.id, act), headers, body });
  return tagged(answer.body, answer.headers);
}

/**
 * Makes a record. The key tells the server a call sent twice from two that were meant.
 *
 * @throws Problem when the server refused
 */
export async function createRecord(path: string, body: unknown, key: string): Promise<Tagged> {
  const headers = { "idempotency-key": key };
  const answer = await ask<Tagged>({ method: "POST", path, headers, body });
  return tagged(answer.body, answer.headers);
}

/** Says that something was done: whatever is on the page may tell of an older state and is fetched anew. */
export function useDone() {
  const queries = useQueryClient();
  return (resource: string, record: Tagged | null) => {
    if (record !== null) keepRecord(queries, resource, record);
    return queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "policy" && queryKey[0] !== "me" });
  };
}
