import { createRoute, z } from "@hono/zod-openapi";
import { uploadedByLinkSchema, uploadLinkSchema } from "@shifan/contract";
import { jsonOf } from "../accounts/sign-in-routes.ts";
import { refuseAct } from "../acts/answer.ts";
import { refusals } from "../documentation/refusals.ts";
import type { FileServices } from "../files/services.ts";
import { problem, refuse } from "../http/problem.ts";
import { createRateLimit } from "../http/rate-limit.ts";
import { createRouter } from "../http/router.ts";
import { takeFile } from "./take-file.ts";
import { describeLink, openLink, type UploadLinkServices, uploadMinutes } from "./upload-links.ts";

const tags = ["提醒"];
const tokenParameters = z.strictObject({
  token: z.string().max(100).meta({ description: "链接 /upload/ 后面的一段" }),
});
const filesPerMinute = 60;

const readRoute = createRoute({
  method: "get",
  path: "/api/v1/upload-links/{token}",
  operationId: "readUploadLink",
  tags,
  summary: "聊天里给的上传链接：哪个单位，还缺哪些材料",
  description: `${uploadMinutes}分钟内有效，不用登录。`,
  security: [],
  request: { params: tokenParameters },
  responses: {
    200: { description: "要传的材料", content: jsonOf(uploadLinkSchema) },
    ...refusals("unknown_upload_link", "invalid_input"),
  },
});

const takeRoute = createRoute({
  method: "post",
  path: "/api/v1/upload-links/{token}/files",
  operationId: "uploadByLink",
  tags,
  summary: "为一项材料传一个文件",
  description:
    "文件的内容就是请求的内容，Content-Length 写字节数，文件名在 name 里。检查和登录后上传的一样，办理人是要链接的人。",
  security: [],
  request: {
    params: tokenParameters,
    query: z.strictObject({
      material: z.string().max(20).meta({ description: "M01 到 M14" }),
      name: z.string().max(1_000).default("").meta({ description: "文件名，只供显示" }),
    }),
    body: {
      required: true,
      content: { "application/octet-stream": { schema: z.string().meta({ format: "binary" }) } },
    },
  },
  responses: {
    201: { description: "已收下", content: jsonOf(uploadedByLinkSchema) },
    ...refusals(
      "invalid_request",
      "unknown_upload_link",
      "unknown_record",
      "invalid_input",
      "rate_limited",
      "file_empty",
      "file_too_large",
      "too_many_files",
      "file_type_not_accepted",
      "file_unsafe",
      "file_encrypted",
      "file_damaged",
      "file_quota_exceeded",
      "scan_unavailable",
      "upload_incomplete",
      "unknown_upload",
      "wrong_state",
      "not_permitted",
      "stale",
    ),
  },
});

/** Papers of a case that come by a link from a chat. */
export function uploadLinkRoutes(services: UploadLinkServices & FileServices) {
  const router = createRouter();
  const limit = createRateLimit(filesPerMinute);

  router.openapi(readRoute, async (context) => {
    const open = await openLink(services, context.req.valid("param").token);
    if (open === null) return problem(context, "unknown_upload_link");
    return context.json(await describeLink(services, open), 200, { "cache-control": "no-store" });
  });

  router.openapi(takeRoute, async (context) => {
    const open = await openLink(services, context.req.valid("param").token);
    if (open === null) return problem(context, "unknown_upload_link");
    const retryAfterSeconds = limit.take(open.link.id, services.clock.machine());
    if (retryAfterSeconds !== null) return problem(context, "rate_limited", { retryAfterSeconds });
    const length = context.req.header("content-length") ?? "";
    const content = context.req.raw.body;
    if (!/^\d{1,15}$/.test(length) || content === null) {
      return problem(context, "invalid_request", { detail: "请在 Content-Length 里写文件的字节数。" });
    }
    const { material, name } = context.req.valid("query");
    const { materials } = await describeLink(services, open);
    if (!materials.some(({ id }) => id === material)) return problem(context, "unknown_record");
    const taken = await takeFile(services, open, { material, name, size: Number(length), content });
    if (taken.kind === "not_accepted") return refuse(context, taken);
    if (taken.kind !== "taken") return refuseAct(context, taken);
    return context.json({ fileId: taken.fileId, link: await describeLink(services, open) }, 201);
  });
  return router;
}
