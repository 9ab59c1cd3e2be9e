import { createRoute, z } from "@hono/zod-openapi";
import { maximumFileBytes } from "@shifan/rules";
import { refusals } from "../../documentation/refusals.ts";
import { uploadsPath } from "./tus.ts";

/* How uploads are described: the protocol's own headers are named here and checked by the routes and the protocol. */

const tags = ["文件"];
const tusHeaders = { "tus-resumable": z.string().optional().meta({ description: "协议版本，1.0.0" }) };
const uploadParameters = z.strictObject({
  id: z.string().meta({ description: "创建时响应头 Location 里的编号，也是传完后文件的编号" }),
});
const binary = { content: { "application/offset+octet-stream": { schema: z.string().meta({ format: "binary" }) } } };

export const createUploadRoute = createRoute({
  method: "post",
  path: uploadsPath,
  operationId: "createUpload",
  tags,
  summary: "开始上传一个文件",
  description: `按 tus 1.0.0 协议断点续传（可用 tus-js-client 等现成程序），支持 creation、creation-with-upload、termination。
每个文件不超过${maximumFileBytes / 1_000_000} MB。Upload-Metadata 里写 purpose（material 申报材料、mandate 授权材料、receipt 收件回执、seal 盖章页、objection 异议信件、report 工作总结附件、inspection 检查照片和材料、sanction 取消或撤销的证据、organization_change 单位变更的材料）、target（记录编号）、filename（文件名），值都用Base64。
各动作的正文里，带 x-files 的栏目要填文件编号：x-files.purpose 是上传时的 purpose；targetField 为空的，target 写地址里的记录编号，否则写正文里这一栏的值。
传完最后一个字节时检查内容、入库；不接收的文件不留存。中断的上传保留24小时。`,
  request: {
    headers: z.object({
      ...tusHeaders,
      "upload-length": z.string().optional().meta({ description: "文件的字节数" }),
      "upload-metadata": z.string().optional().meta({ description: "purpose、target、filename，用逗号分开" }),
    }),
  },
  responses: {
    201: { description: "已开始，地址在响应头 Location" },
    ...refusals(
      "invalid_request",
      "unauthorized",
      "not_permitted",
      "too_many_files",
      "file_quota_exceeded",
      "upload_version",
      "file_too_large",
      "invalid_input",
      "file_empty",
      "file_type_not_accepted",
      "rate_limited",
      "scan_unavailable",
    ),
  },
});

export const readUploadRoute = createRoute({
  method: "get",
  path: `${uploadsPath}/{id}`,
  operationId: "readUpload",
  tags,
  summary: "已经收到多少（HEAD）",
  description: "响应头 Upload-Offset 是已收到的字节数，从那里接着传。没有内容，HEAD 和 GET 一样。",
  request: { params: uploadParameters, headers: z.object(tusHeaders) },
  responses: {
    200: { description: "进度在响应头 Upload-Offset、Upload-Length" },
    ...refusals(
      "unauthorized",
      "unknown_upload",
      "upload_version",
      "file_type_not_accepted",
      "file_quota_exceeded",
      "upload_busy",
      "scan_unavailable",
    ),
  },
});

export const continueUploadRoute = createRoute({
  method: "patch",
  path: `${uploadsPath}/{id}`,
  operationId: "continueUpload",
  tags,
  summary: "传文件的内容，或接着传",
  description: "Upload-Offset 写从第几个字节开始。传完时检查内容：不接收的，答复里说明发现了什么、接受什么。",
  request: {
    params: uploadParameters,
    headers: z.object({
      ...tusHeaders,
      "upload-offset": z.string().optional().meta({ description: "从第几个字节开始" }),
    }),
    body: binary,
  },
  responses: {
    204: { description: "已收到，进度在响应头 Upload-Offset；传完的文件用同一编号取" },
    ...refusals(
      "invalid_request",
      "unauthorized",
      "unknown_upload",
      "upload_incomplete",
      "upload_offset_conflict",
      "upload_version",
      "file_too_large",
      "file_type_not_accepted",
      "file_unsafe",
      "file_encrypted",
      "file_damaged",
      "file_quota_exceeded",
      "upload_busy",
      "scan_unavailable",
    ),
  },
});

export const cancelUploadRoute = createRoute({
  method: "delete",
  path: `${uploadsPath}/{id}`,
  operationId: "cancelUpload",
  tags,
  summary: "取消没有传完的上传",
  request: { params: uploadParameters, headers: z.object(tusHeaders) },
  responses: {
    204: { description: "已取消，收到的内容已删除" },
    ...refusals("unauthorized", "unknown_upload", "upload_version", "upload_busy"),
  },
});
