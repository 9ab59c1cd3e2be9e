import type { FieldError } from "@shifan/contract";
import type { RowsPage } from "@shifan/db";
import { type ListRequest, listHeaders, listRequestOf } from "./list.ts";

/** By what lists of records that only come to be are sorted. */
export const createdSort = ["createdAt"] as const;

type Query<Filter> = Parameters<typeof listRequestOf<"createdAt", Filter>>[0];

/** The page that a valid query asks for, as the queries take it, or what is wrong with its cursor. */
export function pageOf<Filter>(
  query: Query<Filter>,
): { ok: true; list: ListRequest<"createdAt", Filter>; page: RowsPage } | { ok: false; errors: FieldError[] } {
  const request = listRequestOf(query);
  if (!request.ok) return request;
  const { sort, limit, from, after, countUpTo } = request.list;
  const at = after === null ? null : new Date(after.value);
  if (at !== null && Number.isNaN(at.getTime())) {
    return { ok: false, errors: [{ path: "/cursor", code: "invalid", message: "请用上一页响应头 Next-Cursor 的值" }] };
  }
  const behind = after === null || at === null ? null : { at, id: after.id };
  return { ok: true, list: request.list, page: { descending: sort.descending, limit, from, after: behind, countUpTo } };
}

/** The headers of such a page. */
export function pageHeaders(
  resource: string,
  list: ListRequest<string, unknown>,
  page: { rows: number; total: number; last: { createdAt: Date; id: string } | undefined },
): Record<string, string> {
  const { rows, total, last } = page;
  const end = last === undefined ? null : { value: last.createdAt.toISOString(), id: last.id };
  return listHeaders(resource, list, { rows, total, last: end });
}
