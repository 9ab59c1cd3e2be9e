import { createRoute, z } from "@hono/zod-openapi";
import {
  declareConflictSchema,
  formRowSchema,
  reasonSchema,
  reviewFilterSchema,
  reviewPapersSchema,
  reviewSchema,
  reviewSummarySchema,
  scoresSchema,
} from "@shifan/contract";
import { reviewSortFields } from "@shifan/db";
import { nothing, sessionCookie } from "../accounts/sign-in-routes.ts";
import { actRefusals, actRoutesOf, idParameters } from "../acts/routes.ts";
import { json, rowsQuery } from "../application-form/descriptions.ts";
import { refusals } from "../documentation/refusals.ts";
import { megabyte, readJsonBody } from "../http/body.ts";
import { ifMatchHeaders } from "../http/etag.ts";
import { listQuery } from "../http/list.ts";

const tag = "专家评审";
const read = { tags: [tag], security: sessionCookie };
const text = z.string().max(100);
const paperRefusals = [
  "not_signed_in",
  "second_factor_required",
  "unknown_record",
  "not_permitted",
  "wrong_state",
] as const;

const act = actRoutesOf({ resource: "reviews", record: "Review", tag, answer: reviewSchema });

export const declareRoute = act(
  "declare-conflict",
  "只凭名称声明有没有利害关系；没有的才能看材料",
  declareConflictSchema,
);
export const recuseRoute = act("recuse", "回避：专家自己或市工信局提出，提交评分前都可以", reasonSchema);
export const submitRoute = act("submit", "提交评分：就此锁定", nothing);
export const reopenRoute = act("reopen", "市工信局重新打开已锁定的评分，写明原因；原来的保留", reasonSchema);

export const listRoute = createRoute({
  method: "get",
  path: "/api/v1/reviews",
  operationId: "listReviews",
  summary: "评审；专家只看到自己的",
  ...read,
  request: { query: listQuery(reviewSortFields, reviewFilterSchema) },
  responses: {
    200: { description: "评审", content: json(z.array(reviewSummarySchema)) },
    ...refusals("not_signed_in", "second_factor_required", "invalid_input"),
  },
});
export const readRoute = createRoute({
  method: "get",
  path: "/api/v1/reviews/{id}",
  operationId: "readReview",
  summary: "一份评审：评分表、已写的、现在可以办的",
  ...read,
  request: { params: idParameters },
  responses: {
    200: { description: "评审", content: json(reviewSchema) },
    ...refusals("not_signed_in", "second_factor_required", "unknown_record"),
  },
});
export const writeScoresRoute = createRoute({
  method: "put",
  path: "/api/v1/reviews/{id}/scores",
  operationId: "writeScores",
  summary: "保存评分，可以只填一部分",
  ...read,
  middleware: [readJsonBody({ maximumBytes: megabyte })] as const,
  request: { params: idParameters, headers: ifMatchHeaders, body: { required: true, content: json(scoresSchema) } },
  responses: {
    200: { description: "已保存，附评审", content: json(reviewSchema) },
    ...refusals(...actRefusals, "stale", "if_match_required"),
  },
});
export const papersRoute = createRoute({
  method: "get",
  path: "/api/v1/reviews/{id}/papers",
  operationId: "readReviewPapers",
  summary: "这一件的材料：申请表、核对结果、材料清单、推荐表；电话都已遮盖",
  description: "声明没有利害关系以后、评审结束以前，由这位专家查看；每次查看留痕。",
  ...read,
  request: { params: idParameters },
  responses: {
    200: { description: "材料", content: json(reviewPapersSchema) },
    ...refusals(...paperRefusals),
  },
});
export const paperRowsRoute = createRoute({
  method: "get",
  path: "/api/v1/reviews/{id}/papers/lists/{list}",
  operationId: "readReviewPaperRows",
  summary: "申请表里一份名单的一段；第三人的个人信息和电话已遮盖",
  ...read,
  request: {
    params: idParameters.extend({ list: text.meta({ description: "名单的编号，如 served" }) }),
    query: rowsQuery,
  },
  responses: {
    200: {
      description: "各行",
      headers: { "Content-Range": { description: "名单 起-止/总数", schema: { type: "string" as const } } },
      content: json(z.array(formRowSchema)),
    },
    ...refusals(...paperRefusals, "invalid_input"),
  },
});
export const paperFileRoute = createRoute({
  method: "get",
  path: "/api/v1/reviews/{id}/papers/files/{fileId}/content",
  operationId: "readReviewPaperFile",
  summary: "材料里一个文件的内容",
  description: "文件里的电话不遮盖。支持 Range 取一段，ETag 是内容的SHA-256。",
  ...read,
  request: {
    params: idParameters.extend({ fileId: text.meta({ description: "文件的编号" }) }),
    headers: z.object({
      range: z.string().optional().meta({ description: "只取一段，例如 bytes=0-65535" }),
      "if-range": z.string().optional().meta({ description: "内容没有变才只取一段" }),
      "if-none-match": z.string().optional().meta({ description: "已有的 ETag；相同则答复304" }),
    }),
  },
  responses: {
    200: { description: "全部内容", content: { "application/octet-stream": { schema: z.string() } } },
    206: { description: "所要的一段", content: { "application/octet-stream": { schema: z.string() } } },
    304: { description: "内容没有变" },
    ...refusals(...paperRefusals, "unknown_file", "range_not_satisfiable"),
  },
});
