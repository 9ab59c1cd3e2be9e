import { maximumFilesOfRecord, uploadMetadataSchema } from "@shifan/contract";
import { countFilesOf, findFile } from "@shifan/db";
import { maximumFileBytes } from "@shifan/rules";
import { Metadata } from "@tus/server";
import type { Context } from "hono";
import { problem, refuse } from "../../http/problem.ts";
import { createRateLimit } from "../../http/rate-limit.ts";
import { createRouter } from "../../http/router.ts";
import { fieldErrorsOf } from "../../http/validation.ts";
import { checkQuota } from "../quota.ts";
import type { FileServices } from "../services.ts";
import { passOn, tusVersion } from "./answers.ts";
import { cancelUploadRoute, continueUploadRoute, createUploadRoute, readUploadRoute } from "./descriptions.ts";
import { createTusServer } from "./tus.ts";

const creationsPerMinute = 60;

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
    const beyond = await checkQuota(services, metadata.data, size);
    if (beyond !== null) return refuse(context, beyond);
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
