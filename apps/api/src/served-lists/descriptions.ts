import { createRoute, z } from "@hono/zod-openapi";
import {
  formRowsSchema,
  importedServedListSchema,
  servedListSchema,
  takenOverServedSchema,
  takeOverServedSchema,
} from "@shifan/contract";
import { sessionCookie } from "../accounts/sign-in-routes.ts";
import { actRefusals } from "../acts/routes.ts";
import {
  base,
  changeRefusals,
  etag,
  json,
  listIfMatch,
  listOf,
  maximumListBytes,
  readRefusals,
  rowsQuery,
} from "../application-form/descriptions.ts";
import { workbookType } from "../application-form/spreadsheet-descriptions.ts";
import { refusals } from "../documentation/refusals.ts";
import { megabyte, readBinaryBody, readJsonBody } from "../http/body.ts";
import { ifMatchHeaders } from "../http/etag.ts";

const tags = ["服务名单"];
const security = sessionCookie;
const path = "/api/v1/organizations/{id}/served-lists/{period}" as const;
const half = z
  .string()
  .regex(/^\d{4}-H[12]$/, "写成2027-H1（上半年）或2027-H2（下半年）")
  .meta({ description: "2027-H1 上半年，2027-H2 下半年" });
const year = z
  .string()
  .regex(/^\d{4}(-H[12])?$/, "写成2027-H1、2027-H2或2027")
  .meta({ description: "2027-H1 上半年，2027-H2 下半年；2027 全年，两个半年合并，同一企业只列一次" });
const id = z.string().max(100).meta({ description: "单位的编号" });
const ofHalf = z.strictObject({ id, period: half });
const ofPeriod = z.strictObject({ id, period: year });
const workbook = { [workbookType]: { schema: z.string().meta({ format: "binary" }) } };
const writing = refusals(...actRefusals, "stale", "if_match_required");

export const readListRoute = createRoute({
  method: "get",
  path,
  operationId: "readServedList",
  tags,
  summary: "一个单位服务的企业，按半年录入一次，总结和申报都从这里取（第十二条）",
  description: "有总结报送以后，推荐部门也看得到；第三人的联系方式对其他人是遮盖的，推荐部门查看会留痕。",
  security,
  request: { params: ofPeriod, query: rowsQuery },
  responses: {
    200: { description: "名单的一段", headers: etag, content: json(servedListSchema) },
    ...refusals(...readRefusals),
  },
});

export const replaceListRoute = createRoute({
  method: "put",
  path,
  operationId: "replaceServedList",
  tags,
  summary: "录入或替换半年的服务名单，最多5 MB",
  description: 'If-Match 写读到的版本；还没有录入过的写 "0"。',
  security,
  middleware: [readJsonBody({ maximumBytes: maximumListBytes })] as const,
  request: { params: ofHalf, headers: ifMatchHeaders, body: { required: true, content: json(formRowsSchema) } },
  responses: {
    200: { description: "已保存", headers: etag, content: json(servedListSchema.omit({ rows: true })) },
    ...writing,
  },
});

export const importListRoute = createRoute({
  method: "post",
  path: `${path}/import`,
  operationId: "importServedList",
  tags,
  summary: "从xlsx表格录入或替换半年的服务名单，最多5 MB",
  description: "表格与申请报告的服务名单相同。有一格不对就整份不导入，errors 里写明单元格，最多100处。",
  security,
  middleware: [
    readBinaryBody({
      maximumBytes: maximumListBytes,
      mediaType: workbookType,
      detail: `这里只收xlsx表格，Content-Type 写成 ${workbookType}。`,
    }),
  ] as const,
  request: { params: ofHalf, headers: ifMatchHeaders, body: { required: true, content: workbook } },
  responses: {
    200: { description: "已导入", headers: etag, content: json(importedServedListSchema) },
    ...refusals(
      ...actRefusals,
      "stale",
      "if_match_required",
      "file_type_not_accepted",
      "file_unsafe",
      "file_damaged",
      "file_encrypted",
    ),
  },
});

export const exportListRoute = createRoute({
  method: "get",
  path: `${path}/rows.xlsx`,
  operationId: "readServedListWorkbook",
  tags,
  summary: "服务名单的表格；还没有录入的是空白表格",
  security,
  request: { params: ofPeriod },
  responses: { 200: { description: "xlsx表格", content: workbook }, ...refusals(...readRefusals) },
});

export const takeOverRoute = createRoute({
  method: "post",
  path: `${base}/lists/{list}/take-over`,
  operationId: "takeOverServed",
  tags,
  summary: "把本单位上年度的服务名单带入申请表，同一企业只带一行",
  description: "只有服务名单可以这样带入。带入以后以申请表里的为准，可以再改。If-Match 写申请表这份名单的 ETag。",
  security,
  middleware: [readJsonBody({ maximumBytes: megabyte })] as const,
  request: {
    params: listOf,
    headers: listIfMatch,
    body: { required: true, content: json(takeOverServedSchema) },
  },
  responses: {
    200: { description: "已带入；有半年没有录入过的写在 notKept", headers: etag, content: json(takenOverServedSchema) },
    ...refusals(...changeRefusals),
  },
});
