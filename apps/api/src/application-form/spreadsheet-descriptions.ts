import { createRoute, z } from "@hono/zod-openapi";
import { importedRowsSchema } from "@shifan/contract";
import { refusals } from "../documentation/refusals.ts";
import { readBinaryBody } from "../http/body.ts";
import {
  base,
  changeRefusals,
  etag,
  json,
  listIfMatch,
  listOf,
  maximumListBytes,
  readRefusals,
  security,
  tags,
} from "./descriptions.ts";
import { importModes } from "./import-rows.ts";

export const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const workbook = { [workbookType]: { schema: z.string().meta({ format: "binary" }) } };

export const templateRoute = createRoute({
  method: "get",
  path: `${base}/lists/{list}/template.xlsx`,
  operationId: "readApplicationListTemplate",
  tags,
  summary: "名单的空白表格，附填写说明",
  security,
  request: { params: listOf },
  responses: { 200: { description: "xlsx表格", content: workbook }, ...refusals(...readRefusals) },
});

export const exportRoute = createRoute({
  method: "get",
  path: `${base}/lists/{list}/rows.xlsx`,
  operationId: "readApplicationListWorkbook",
  tags,
  summary: "名单现有各行的表格；改好可以再导入",
  security,
  request: { params: listOf },
  responses: { 200: { description: "xlsx表格", headers: etag, content: workbook }, ...refusals(...readRefusals) },
});

export const importRoute = createRoute({
  method: "post",
  path: `${base}/lists/{list}/import`,
  operationId: "importApplicationRows",
  tags,
  summary: "从xlsx表格导入名单，最多5 MB",
  description:
    "按表头的文字认栏目，先后不限，上面可以有标题。逐格核对：有一格不对就整份不导入，errors 里写明行、栏目和单元格，最多100处。",
  security,
  middleware: [
    readBinaryBody({
      maximumBytes: maximumListBytes,
      mediaType: workbookType,
      detail: `这里只收xlsx表格，Content-Type 写成 ${workbookType}。`,
    }),
  ] as const,
  request: {
    params: listOf,
    headers: listIfMatch,
    query: z.strictObject({
      mode: z.enum(importModes).meta({ description: "replace 替换整份名单；append 加在后面" }),
    }),
    body: { required: true, content: workbook },
  },
  responses: {
    200: { description: "已导入", headers: etag, content: json(importedRowsSchema) },
    ...refusals(...changeRefusals, "file_type_not_accepted", "file_unsafe", "file_damaged", "file_encrypted"),
  },
});
