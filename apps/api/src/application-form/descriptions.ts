import { createRoute, z } from "@hono/zod-openapi";
import {
  applicationFormSchema,
  formListStateSchema,
  formRowSchema,
  formRowsSchema,
  formSectionSchema,
  formValuesSchema,
  type ProblemCode,
} from "@shifan/contract";
import { refusalCodes } from "@shifan/rules";
import { sessionCookie } from "../accounts/sign-in-routes.ts";
import { refusals } from "../documentation/refusals.ts";
import { megabyte, readJsonBody } from "../http/body.ts";
import { ifMatchHeaders } from "../http/etag.ts";

/** A list of 5,000 rows, and the workbook that it comes from. */
export const maximumListBytes = 5 * megabyte;
export const base = "/api/v1/applications/{id}/form";
export const tags = ["申请表"];
export const security = sessionCookie;
const text = z.string().max(100);
const form = z.strictObject({ id: text.meta({ description: "申报的编号" }) });
const sectionOf = form.extend({ section: text.meta({ description: "部分的编号，如 basics" }) });
export const listOf = form.extend({ list: text.meta({ description: "名单的编号，如 served" }) });
const rowOf = listOf.extend({ rowId: text.meta({ description: "行的编号" }) });
export const listIfMatch = z.object({
  "if-match": z
    .string()
    .regex(/^(W\/)?"[0-9a-f]{1,64}"$/, "照抄读取名单时得到的 ETag")
    .optional()
    .meta({ description: "读取名单时得到的 ETag；没有它不能修改（428），过时的不能修改（412）" }),
});
const idempotencyKey = z.object({
  "idempotency-key": z
    .string()
    .regex(/^[\x21-\x7e]{1,255}$/, "1到255个可见的英文字符，不含空格")
    .meta({ description: "调用方的随机串：同样的请求重发，不会加两行" }),
});
export const rowRange = z
  .string()
  .regex(/^\[\d{1,6},\d{1,6}\]$/, "写成 [起,止]，从0数起，例如 [0,24]")
  .optional()
  .meta({ description: "第几行到第几行，从0数起，含两端；一次最多500行，默认 [0,24]", example: "[0,24]" });
export const etag = {
  ETag: { description: "这一部分现在的状态，修改时放在 If-Match 里", schema: { type: "string" as const } },
};
export const json = <Schema extends z.ZodType>(schema: Schema) => ({ "application/json": { schema } });

export const readRefusals = ["not_signed_in", "second_factor_required", "unknown_record", "invalid_input"] as const;
const writeRefusals = [
  ...readRefusals,
  "not_json",
  "foreign_origin",
  "too_large",
  "unsupported_media_type",
  ...refusalCodes,
] as const satisfies readonly ProblemCode[];
export const changeRefusals = [...writeRefusals, "stale", "if_match_required"] as const;

/** Which rows of a list are asked for. */
export const rowsQuery = z.strictObject({ range: rowRange });

export const readFormRoute = createRoute({
  method: "get",
  path: base,
  operationId: "readApplicationForm",
  tags,
  summary: "申请表：各部分的内容，各名单的行数",
  description: "各部分、各名单各有自己的版本：几位同事同时填不同的部分，互不影响。",
  security,
  request: { params: form },
  responses: {
    200: { description: "申请表", headers: etag, content: json(applicationFormSchema) },
    ...refusals(...readRefusals),
  },
});

export const readSectionRoute = createRoute({
  method: "get",
  path: `${base}/sections/{section}`,
  operationId: "readApplicationSection",
  tags,
  summary: "申请表的一个部分",
  security,
  request: { params: sectionOf },
  responses: {
    200: { description: "内容；还没有写过的，版本为0", headers: etag, content: json(formSectionSchema) },
    ...refusals(...readRefusals),
  },
});

export const writeSectionRoute = createRoute({
  method: "put",
  path: `${base}/sections/{section}`,
  operationId: "writeApplicationSection",
  tags,
  summary: "保存申请表的一个部分，整份替换",
  description: "没有填的可以不写：草稿随时可以保存。同事先改过的，答复412并附现在的内容。",
  security,
  middleware: [readJsonBody({ maximumBytes: megabyte })] as const,
  request: { params: sectionOf, headers: ifMatchHeaders, body: { required: true, content: json(formValuesSchema) } },
  responses: {
    200: { description: "已保存", headers: etag, content: json(formSectionSchema) },
    ...refusals(...changeRefusals),
  },
});

export const readRowsRoute = createRoute({
  method: "get",
  path: `${base}/lists/{list}`,
  operationId: "readApplicationRows",
  tags,
  summary: "名单的一段，按先后",
  description: "第三人的联系方式只对申报单位和推荐部门完整显示，其他人看到的是遮盖的；推荐部门查看会留痕。",
  security,
  request: {
    params: listOf,
    query: rowsQuery,
  },
  responses: {
    200: {
      description: "各行",
      headers: { ...etag, "Content-Range": { description: "名单 起-止/总数", schema: { type: "string" } } },
      content: json(z.array(formRowSchema)),
    },
    ...refusals(...readRefusals),
  },
});

export const replaceRowsRoute = createRoute({
  method: "put",
  path: `${base}/lists/{list}`,
  operationId: "replaceApplicationRows",
  tags,
  summary: "替换整份名单，最多5 MB",
  security,
  middleware: [readJsonBody({ maximumBytes: maximumListBytes })] as const,
  request: { params: listOf, headers: listIfMatch, body: { required: true, content: json(formRowsSchema) } },
  responses: {
    200: { description: "已保存", headers: etag, content: json(formListStateSchema) },
    ...refusals(...changeRefusals),
  },
});

export const appendRowRoute = createRoute({
  method: "post",
  path: `${base}/lists/{list}`,
  operationId: "appendApplicationRow",
  tags,
  summary: "在名单后面加一行",
  security,
  middleware: [readJsonBody({ maximumBytes: megabyte })] as const,
  request: { params: listOf, headers: idempotencyKey, body: { required: true, content: json(formValuesSchema) } },
  responses: {
    201: { description: "已加", headers: etag, content: json(formRowSchema) },
    ...refusals(...writeRefusals, "idempotency_key_reused"),
  },
});

export const readRowRoute = createRoute({
  method: "get",
  path: `${base}/lists/{list}/rows/{rowId}`,
  operationId: "readApplicationRow",
  tags,
  summary: "名单的一行",
  security,
  request: { params: rowOf },
  responses: {
    200: { description: "这一行", headers: etag, content: json(formRowSchema) },
    ...refusals(...readRefusals),
  },
});

export const changeRowRoute = createRoute({
  method: "put",
  path: `${base}/lists/{list}/rows/{rowId}`,
  operationId: "changeApplicationRow",
  tags,
  summary: "修改名单的一行",
  security,
  middleware: [readJsonBody({ maximumBytes: megabyte })] as const,
  request: { params: rowOf, headers: ifMatchHeaders, body: { required: true, content: json(formValuesSchema) } },
  responses: {
    200: { description: "已保存", headers: etag, content: json(formRowSchema) },
    ...refusals(...changeRefusals),
  },
});

export const removeRowRoute = createRoute({
  method: "delete",
  path: `${base}/lists/{list}/rows/{rowId}`,
  operationId: "removeApplicationRow",
  tags,
  summary: "删除名单的一行",
  security,
  request: { params: rowOf, headers: ifMatchHeaders },
  responses: { 204: { description: "已删除" }, ...refusals(...changeRefusals) },
});
