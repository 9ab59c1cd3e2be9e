import { Problem } from "@shifan/contract/client";
import type { DataProvider, GetListResult, RaRecord } from "ra-core";
import { ask } from "./server.ts";

/** A record with the tag of the state in which it was read; whatever changes it has to name the tag. */
export type Tagged = RaRecord<string> & { etag?: string };

export const pathOf = (resource: string, ...parts: readonly string[]) =>
  ["/api/v1", resource, ...parts.map(encodeURIComponent)].join("/");

/** The records of the API as the pages of react-admin ask for them. What changes a record is an act (`acts/`). */
export const dataProvider = {
  async getList<RecordType extends RaRecord = RaRecord>(
    resource: string,
    { pagination, sort, filter, meta }: Parameters<DataProvider["getList"]>[1],
  ): Promise<GetListResult<RecordType>> {
    const { page, perPage } = pagination ?? { page: 1, perPage: 25 };
    const from = (page - 1) * perPage;
    const query = new URLSearchParams({
      range: JSON.stringify([from, from + perPage - 1]),
      filter: JSON.stringify(withoutBlanks(filter)),
    });
    if (sort !== undefined && sort.field !== "") query.set("sort", JSON.stringify([sort.field, sort.order]));
    if (meta?.cursor !== undefined) query.set("cursor", meta.cursor);
    const { body, headers } = await ask<RecordType[]>({ method: "GET", path: `${pathOf(resource)}?${query}` });
    const range = headers.get("content-range");
    // Without a range the answer is whole.
    const total = range === null ? String(body.length) : (/\/(\d+|\*)$/.exec(range)?.[1] ?? "*");
    const hasNextPage = headers.get("next-cursor") !== null;
    const place = { hasNextPage, hasPreviousPage: page > 1 };
    return { data: body, ...(total === "*" ? {} : { total: Number(total) }), pageInfo: place };
  },

  async getOne<RecordType extends RaRecord = RaRecord>(
    resource: string,
    { id }: { id: string | number },
  ): Promise<{ data: RecordType }> {
    const { body, headers } = await ask<RecordType>({ method: "GET", path: pathOf(resource, String(id)) });
    return { data: tagged(body, headers) };
  },

  async getMany<RecordType extends RaRecord = RaRecord>(
    resource: string,
    { ids }: { ids: readonly (string | number)[] },
  ) {
    const answers = await Promise.all(
      ids.map((id) =>
        dataProvider.getOne<RecordType>(resource, { id }).catch((cause: unknown) => {
          // One that is gone or may not be seen leaves a blank, not an error for all.
          if (cause instanceof Problem && cause.status === 404) return null;
          throw cause;
        }),
      ),
    );
    return { data: answers.flatMap((answer) => (answer === null ? [] : [answer.data])) };
  },

  getManyReference<RecordType extends RaRecord = RaRecord>(
    resource: string,
    { target, id, filter, ...request }: Parameters<DataProvider["getManyReference"]>[1],
  ): Promise<GetListResult<RecordType>> {
    return dataProvider.getList<RecordType>(resource, { ...request, filter: { ...filter, [target]: id } });
  },

  create: onlyByActs,
  update: onlyByActs,
  updateMany: onlyByActs,
  delete: onlyByActs,
  deleteMany: onlyByActs,
};

function onlyByActs(): Promise<never> {
  throw new Error("records change by acts alone: see acts/");
}

/** The record as it was answered, with its tag. */
export function tagged<RecordType>(body: RecordType, headers: Headers): RecordType {
  const etag = headers.get("etag");
  return etag === null ? body : { ...body, etag };
}

/** A filter without what was left blank: the server takes an empty text for one that is sought. */
export function withoutBlanks(filter: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined && value !== null && value !== ""),
  );
}
