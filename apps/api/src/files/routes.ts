import { createRoute, z } from "@hono/zod-openapi";
import { fileSchema } from "@shifan/contract";
import { refusals } from "../documentation/refusals.ts";
import { refuse } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import { createReadingNote } from "./note-reading.ts";
import { describeFile, findReadableFile } from "./read.ts";
import { removeFile } from "./remove.ts";
import { serveContent } from "./serve.ts";
import type { FileServices } from "./services.ts";
import { uploadRoutes } from "./uploads/routes.ts";

const tags = ["文件"];
const fileParameters = z.strictObject({ id: z.string().meta({ description: "文件的编号" }) });
const readRefusals = ["unauthorized", "unknown_file", "upload_incomplete"] as const;

const readFileRoute = createRoute({
  method: "get",
  path: "/api/v1/files/{id}",
  operationId: "readFile",
  tags,
  summary: "一个文件的名称、类型、大小",
  request: { params: fileParameters },
  responses: {
    200: { description: "文件的说明", content: { "application/json": { schema: fileSchema } } },
    ...refusals(...readRefusals),
  },
});

const readContentRoute = createRoute({
  method: "get",
  path: "/api/v1/files/{id}/content",
  operationId: "readFileContent",
  tags,
  summary: "文件的内容",
  description: "PDF和常见图片可以直接看，其余只能下载。支持 Range 取一段，ETag 是内容的SHA-256。",
  request: {
    params: fileParameters,
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
    ...refusals(...readRefusals, "range_not_satisfiable"),
  },
});

const removeFileRoute = createRoute({
  method: "delete",
  path: "/api/v1/files/{id}",
  operationId: "removeFile",
  tags,
  summary: "删除还没有提交的文件",
  request: { params: fileParameters },
  responses: {
    204: { description: "已删除" },
    ...refusals(...readRefusals, "not_permitted", "file_in_use"),
  },
});

/** Files of people: coming in, shown to whoever may see them, and taken back. */
export function fileRoutes(services: FileServices) {
  const { contentStorage, filePorts } = services;
  const noteReading = createReadingNote(services);
  const router = createRouter();
  router.route("/", uploadRoutes(services));

  router.openapi(readFileRoute, async (context) => {
    const actor = await filePorts.actorOf(context);
    const found = await findReadableFile(services, actor, context.req.valid("param").id);
    if (!found.ok) return refuse(context, found);
    context.header("etag", `"${found.file.sha256}"`);
    return context.json(describeFile(found.file), 200);
  });

  router.openapi(readContentRoute, async (context) => {
    const actor = await filePorts.actorOf(context);
    const found = await findReadableFile(services, actor, context.req.valid("param").id);
    if (!found.ok) return refuse(context, found);
    const { file } = found;
    return serveContent(context, contentStorage, file, () => noteReading(actor, file));
  });

  router.openapi(removeFileRoute, async (context) => {
    const actor = await filePorts.actorOf(context);
    const outcome = await removeFile(services, actor, context.req.valid("param").id);
    return outcome.ok ? context.body(null, 204) : refuse(context, outcome);
  });
  return router;
}
