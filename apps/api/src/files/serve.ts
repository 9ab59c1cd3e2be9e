import { Readable } from "node:stream";
import { acceptedFileTypes, type FileMediaType } from "@shifan/contract";
import type { FileRow } from "@shifan/db";
import type { Context } from "hono";
import { problem } from "../http/problem.ts";
import { contentDisposition } from "./disposition.ts";
import { type ByteRange, readRange } from "./range.ts";
import type { ContentStorage } from "./storage/storage.ts";

/** A content runs nothing and loads nothing, whatever it holds and whoever opens it. */
const contentPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

/**
 * Answers with the content of a file that the caller may see: all of it, the part that is asked for, or that it has not changed.
 *
 * @param noteReading leaves an entry in the trail before anything is shown
 */
export async function serveContent(
  context: Context,
  contentStorage: ContentStorage,
  file: FileRow,
  noteReading: () => Promise<void> = async () => {},
) {
  if (namesContent(context.req.header("if-none-match"), file)) {
    describeContent(context, file);
    return context.body(null, 304);
  }
  const part = rangeOf(context, file);
  if (part === "unsatisfiable") {
    context.header("content-range", `bytes */${file.size}`);
    return problem(context, "range_not_satisfiable");
  }
  const isAsked = context.req.method !== "HEAD";
  // Nothing is shown of which the trail does not know.
  if (isAsked) await noteReading();
  // Before any header: if it is not there, the answer is another one.
  const content = isAsked ? await contentStorage.read(file.sha256, part) : null;
  describeContent(context, file);
  context.header("content-length", String(part === null ? file.size : part.end - part.start + 1));
  if (part !== null) context.header("content-range", `bytes ${part.start}-${part.end}/${file.size}`);
  const status = part === null ? 200 : 206;
  return content === null
    ? context.body(null, status)
    : context.body(Readable.toWeb(content) as ReadableStream, status);
}

function describeContent(context: Context, file: FileRow): void {
  const { isShownInline } = acceptedFileTypes[file.mediaType as FileMediaType];
  context.header("content-type", file.mediaType);
  context.header("content-disposition", contentDisposition(isShownInline ? "inline" : "attachment", file.name));
  context.header("content-security-policy", contentPolicy);
  context.header("etag", `"${file.sha256}"`);
  context.header("accept-ranges", "bytes");
  // Asked for again at every look, so that a right that was lost is lost at once.
  context.header("cache-control", "private, no-cache");
}

/** The part that is asked for; null: the whole. */
function rangeOf(context: Context, file: FileRow): ByteRange | "unsatisfiable" | null {
  const ifRange = context.req.header("if-range");
  if (ifRange !== undefined && !namesContent(ifRange, file)) return null;
  const range = readRange(context.req.header("range"), file.size);
  return range === "whole" ? null : range;
}

function namesContent(header: string | undefined, { sha256 }: FileRow): boolean {
  return (header ?? "").split(",").some((tag) => tag.trim().replace(/^W\//, "") === `"${sha256}"`);
}
