import type { FieldError } from "@shifan/contract";
import { z } from "zod";
import { fieldErrorsOf } from "./validation.ts";

/** The most rows of one answer. */
export const largestPage = 500;
/** Rows beyond this place are reached by cursor: skipping that many costs more than it is worth. */
const deepestOffset = 10_000;
/** Totals are exact up to here, and beyond on request. */
const countedUpTo = 10_000;

/** Which page of a list is asked for. */
export type ListRequest<Field extends string, Filter> = {
  sort: { field: Field; descending: boolean };
  filter: Filter;
  limit: number;
  /** The place of the page's first row, from 0. */
  from: number;
  /** The row behind which the page begins, when a cursor said so. */
  after: { value: string; id: string } | null;
  /** How far to count; null: to the end. */
  countUpTo: number | null;
};

/** A JSON text in the query, read and checked. What is wrong in it is said at its place. */
function json<Schema extends z.ZodType>(schema: Schema, absent: string, description: string, example: string) {
  return z
    .string()
    .max(20_000)
    .default(absent)
    .transform((text, context): z.output<Schema> => {
      const value = parse(text);
      if (value === undefined) {
        context.addIssue({ code: "custom", message: `这里要 JSON，例如 ${example}` });
        return z.NEVER;
      }
      const checked = schema.safeParse(value);
      if (checked.success) return checked.data;
      for (const { path, message } of fieldErrorsOf(checked.error.issues)) {
        context.addIssue({ code: "custom", path: path.split("/").slice(1), message });
      }
      return z.NEVER;
    })
    .meta({ description, type: "string", examples: [example] });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The query of a list, as `ra-data-simple-rest` writes it: `sort=["name","ASC"]&range=[0,24]&filter={…}`, and for what lies deep `cursor`, from
 * the header `Next-Cursor` of the page before. Handed to `listRequestOf` once it is valid.
 *
 * @param sortable by which fields; the first is the default, ascending
 */
export function listQuery<const Field extends string, Filter extends z.ZodType>(
  sortable: readonly [Field, ...Field[]],
  filter: Filter,
) {
  const sort = z.tuple([z.enum(sortable), z.enum(["ASC", "DESC"])]);
  const place = z.int().nonnegative();
  const range = z
    .tuple([place.max(deepestOffset), place])
    .refine(([from, to]) => from <= to && to - from < largestPage, `写成 [起,止]，从0数起，一页最多${largestPage}条`);
  return z.strictObject({
    sort: json(sort, `["${sortable[0]}","ASC"]`, `排序字段：${sortable.join("、")}`, `["${sortable[0]}","DESC"]`),
    range: json(
      range,
      "[0,24]",
      `从0数起的起止，一页最多${largestPage}条；第${deepestOffset}条以后用 cursor`,
      "[0,24]",
    ),
    filter: json(filter, "{}", "筛选", "{}"),
    cursor: z.string().max(2_000).optional().meta({ description: "上一页响应头 Next-Cursor 的值，排序和筛选不变" }),
    count: z
      .enum(["exact"])
      .optional()
      .meta({ description: `超过${countedUpTo}条时也数到底` }),
  });
}

type ListQuery<Field extends string, Filter> = {
  sort: [Field, "ASC" | "DESC"];
  range: [number, number];
  filter: Filter;
  cursor?: string | undefined;
  count?: "exact" | undefined;
};

/** The page that a valid query asks for, or what is wrong with its cursor. */
export function listRequestOf<Field extends string, Filter>(
  query: ListQuery<Field, Filter>,
): { ok: true; list: ListRequest<Field, Filter> } | { ok: false; errors: FieldError[] } {
  const [field, direction] = query.sort;
  const [from, to] = query.range;
  const sort = { field, descending: direction === "DESC" };
  const page = {
    sort,
    filter: query.filter,
    limit: to - from + 1,
    countUpTo: query.count === "exact" ? null : countedUpTo + 1,
  };
  if (query.cursor === undefined) return { ok: true, list: { ...page, from, after: null } };
  const cursor = readCursor(query.cursor);
  if (cursor === null || cursor.field !== field || cursor.descending !== sort.descending) {
    const message = "请用上一页响应头 Next-Cursor 的值，排序不变";
    return { ok: false, errors: [{ path: "/cursor", code: "invalid", message }] };
  }
  return { ok: true, list: { ...page, from: cursor.from, after: { value: cursor.value, id: cursor.id } } };
}

/** Days of years that JavaScript knows and the database does not: no row ever had one. */
const ofNoYear = /^(0000|[+-]\d{6})-\d{2}-\d{2}/;

const cursorSchema = z.strictObject({
  field: z.string(),
  descending: z.boolean(),
  value: z.string().refine((value) => !ofNoYear.test(value)),
  id: z.string(),
  from: z.int().nonnegative(),
});

function readCursor(text: string): z.infer<typeof cursorSchema> | null {
  const parsed = cursorSchema.safeParse(parse(Buffer.from(text, "base64url").toString()));
  return parsed.success ? parsed.data : null;
}

/**
 * The headers of a page: `Content-Range` with the total (`*` where it is larger than was counted) and, when more may follow, `Next-Cursor`.
 *
 * @param last the last row's value of the sort field and its id; null when the page is empty
 */
export function listHeaders(
  resource: string,
  { sort, limit, from, countUpTo }: ListRequest<string, unknown>,
  page: { rows: number; total: number; last: { value: string; id: string } | null },
): Record<string, string> {
  const { rows, total, last } = page;
  const said = countUpTo !== null && total >= countUpTo ? "*" : String(total);
  const range = rows === 0 ? "*" : `${from}-${from + rows - 1}`;
  const headers = { "content-range": `${resource} ${range}/${said}` };
  if (last === null || rows < limit) return headers;
  const cursor = JSON.stringify({ ...sort, ...last, from: from + rows });
  return { ...headers, "next-cursor": Buffer.from(cursor).toString("base64url") };
}
