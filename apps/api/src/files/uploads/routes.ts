import { createRoute, z } from "@hono/zod-openapi";
import { maximumFilesOfRecord, uploadMetadataSchema } from "@shifan/contract";
import { countFilesOf, findFile } from "@shifan/db";
import { maximumFileBytes } from "@shifan/rules";
import { Metadata } from "@tus/server";
import type { Context } from "hono";
import { refusals } from "../../documentation/refusals.ts";
import { problem, refuse } from "../../http/problem.ts";
import { createRateLimit } from "../../http/rate-limit.ts";
import { createRouter } from "../../http/router.ts";
import { fieldErrorsOf } from "../../http/validation.ts";
import type { FileServices } from "../services.ts";
import { passOn, tusVersion } from "./answers.ts";
import { createTusServer, uploadsPath } from "./tus.ts";

const tags = ["文件"];
const creationsPerMinute = 60;
const tusHeaders = { "tus-resumable": z.string().optional().meta({ description: "协议版本，1.0.0" }) };
const uploadParameters = z.strictObject({
  id: z.string().meta({ description: "创建时响应头 Location 里的编号，也是传完后文件的编号" }),
});
const binary = { content: { "application/offset+octet-stream": { schema: z.string().meta({ format: "binary" }) } } };

const createUploadRoute = createRoute({
  method: "post",
  path: uploadsPath,
  operationId: "createUpload",
  tags,
  summary: "开始上传一个文件",
  description: `按 tus 1.0.0 协议断点续传（可用 tus-js-client 等现成程序），支持 creation、creation-with-upload、termination。
每个文件不超过${maximumFileBytes / 1_000_000} MB。Upload-Metadata 里写 purpose（material 申报材料、mandate 授权材料、receipt 收件回执、seal 盖章页）、target（记录编号）、filename（文件名），值都用Base64。
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

const readUploadRoute = createRoute({
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
      "upload_busy",
      "scan_unavailable",
    ),
  },
});

const continueUploadRoute = createRoute({
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
      "upload_busy",
      "scan_unavailable",
    ),
  },
});

const cancelUploadRoute = createRoute({
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

/** Files come in: resumable uploads, each of them its creator's alone. */
export function uploadRoutes(services: FileServices) {
  const { database, clock, partialUploads, filePorts } = services;
  const tus = createTusServer(services);
  const creationLimit = createRateLimit(creationsPerMinute);
  const router = createRouter();

  router.openapi(createUploadRoute, async (context) => {
    if (!speaksVersion(context)) return problem(context, "upload_version");
    const actor = await filePorts.actorOf(context);
    if (actor.userId === null) return problem(context, "unauthorized");
    const wait = creationLimit.take(actor.userId, clock.machine());
    if (wait !== null) return problem(context, "rate_limited", { retryAfterSeconds: wait });

    const size = readSize(context);
    if (size === null) return problem(context, "invalid_request", { detail: "请在 Upload-Length 里写文件的字节数。" });
    if (size === 0) return problem(context, "file_empty");
    if (size > maximumFileBytes) return problem(context, "file_too_large");
    const metadata = uploadMetadataSchema.safeParse(readMetadata(context) ?? {});
    if (!metadata.success) {
      return problem(context, "invalid_input", { errors: fieldErrorsOf(metadata.error.issues, ["Upload-Metadata"]) });
    }
    const { purpose, target } = metadata.data;
    if (!(await filePorts.mayUpload(actor, purpose, target))) return problem(context, "not_permitted");
    if ((await countFilesOf(database, purpose, target)) >= maximumFilesOfRecord) {
      return problem(context, "too_many_files");
    }
    const creation = { ...metadata.data, uploadedBy: actor.userId };
    const { response, refusal } = await tus.handle(context.req.raw, creation);
    return refusal === null ? passOn(context, response) : refuse(context, refusal);
  });

  /** The upload's id, once it is known that the caller created it; else what the caller is told. */
  const findOwn = async (context: Context): Promise<{ id: string } | { refused: Response }> => {
    context.header("tus-resumable", tusVersion);
    if (!speaksVersion(context)) return { refused: problem(context, "upload_version") };
    const { userId } = await filePorts.actorOf(context);
    if (userId === null) return { refused: problem(context, "unauthorized") };
    const upload = await partialUploads.find(context.req.param("id") ?? "");
    return upload?.uploadedBy === userId ? { id: upload.id } : { refused: problem(context, "unknown_upload") };
  };

  router.openapi(readUploadRoute, async (context) => {
    const finished = await findFinished(context);
    if (finished !== null) return finished;
    const own = await findOwn(context);
    if ("refused" in own) return own.refused;
    const upload = await partialUploads.find(own.id);
    if (upload !== null && upload.offset === upload.size) {
      // Cut between its last byte and its completion.
      const outcome = await tus.complete(own.id);
      return outcome.ok ? tellProgress(context, upload.size) : refuse(context, outcome);
    }
    const { url, headers } = context.req.raw;
    const { response } = await tus.handle(new Request(url, { method: "HEAD", headers }));
    return passOn(context, response);
  });

  /** The answer for an upload that is a file by now: its last answer may not have arrived. */
  const findFinished = async (context: Context): Promise<Response | null> => {
    const file = await findFile(database, context.req.param("id") ?? "");
    if (file === null || !speaksVersion(context)) return null;
    const { userId } = await filePorts.actorOf(context);
    return userId === file.uploadedBy ? tellProgress(context, file.size) : null;
  };

  const hand = async (context: Context) => {
    const own = await findOwn(context);
    if ("refused" in own) return own.refused;
    const { response, refusal } = await tus.handle(context.req.raw);
    return refusal === null ? passOn(context, response) : refuse(context, refusal);
  };
  router.openapi(continueUploadRoute, hand);
  router.openapi(cancelUploadRoute, hand);
  return router;
}

function speaksVersion(context: Context): boolean {
  const speaks = context.req.header("tus-resumable") === tusVersion;
  if (!speaks) context.header("tus-version", tusVersion);
  return speaks;
}

function tellProgress(context: Context, size: number): Response {
  context.header("tus-resumable", tusVersion);
  context.header("upload-offset", String(size));
  context.header("upload-length", String(size));
  return context.body(null, 200);
}

function readSize(context: Context): number | null {
  const text = context.req.header("upload-length") ?? "";
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}

function readMetadata(context: Context): Record<string, string | null> | null {
  try {
    return Metadata.parse(context.req.header("upload-metadata"));
  } catch {
    return null;
  }
}
