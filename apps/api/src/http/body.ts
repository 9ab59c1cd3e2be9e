import type { Context, MiddlewareHandler } from "hono";
import { problem } from "./problem.ts";
import { scanJson } from "./scan-json.ts";

export const megabyte = 1_000_000;

export type BodyLimits = {
  maximumBytes: number;
  /** A smaller limit that depends on what came. */
  maximumBytesOf?: (value: unknown) => number;
  /** Whether nothing at all counts as {}. */
  optional?: boolean;
};

/**
 * Reads the body of a request once, before it is validated: the kind of content, the size (counted while it streams when it is not declared),
 * the encoding, and whether it is JSON that means one thing only.
 */
export function readJsonBody({ maximumBytes, maximumBytesOf, optional = false }: BodyLimits): MiddlewareHandler {
  return async (context, next) => {
    const bytes = await readBytes(context, maximumBytes);
    if (bytes === null) return problem(context, "too_large");
    if (optional && bytes.byteLength === 0) {
      replaceBody(context, "{}", "application/json");
      return next();
    }
    if (!isJson(context.req.header("content-type"))) return problem(context, "unsupported_media_type");
    const text = decode(bytes);
    const parsed = text === null ? null : parse(text);
    if (text === null || parsed === null) return problem(context, "not_json");
    if (maximumBytesOf !== undefined && bytes.byteLength > maximumBytesOf(parsed.value)) {
      return problem(context, "too_large");
    }
    const errors = scanJson(text);
    if (errors.length > 0) return problem(context, "invalid_input", { errors });
    // The validation reads the body as text, which hono would make of the bytes by way of a whole response. It keeps promises here.
    Object.assign(context.req.bodyCache, { text: Promise.resolve(text) });
    return next();
  };
}

/** Reads a body that is no JSON once, as it is: the kind of content by its header, and the size. @param detail what is taken, for the refusal */
export function readBinaryBody({
  maximumBytes,
  mediaType,
  detail,
}: {
  maximumBytes: number;
  mediaType: string;
  detail: string;
}): MiddlewareHandler {
  return async (context, next) => {
    const [type = ""] = (context.req.header("content-type") ?? "").toLowerCase().split(";");
    if (type.trim() !== mediaType) return problem(context, "unsupported_media_type", { detail });
    return (await readBytes(context, maximumBytes)) === null ? problem(context, "too_large") : next();
  };
}

function isJson(contentType: string | undefined): boolean {
  const [type = "", ...parameters] = (contentType ?? "").toLowerCase().split(";");
  if (!/^application\/([\w.-]+\+)?json$/.test(type.trim())) return false;
  return parameters.every((parameter) => !/^\s*charset\s*=/.test(parameter) || /=\s*"?utf-?8"?\s*$/.test(parameter));
}

/** The whole body, kept with the request for who reads it next; null when it is too large. */
async function readBytes(context: Context, maximumBytes: number): Promise<ArrayBuffer | null> {
  const declared = context.req.header("content-length");
  // The server lets no body grow beyond its declared length.
  if (declared !== undefined && Number(declared) > maximumBytes) return null;
  if (declared === undefined || context.req.header("transfer-encoding") !== undefined) {
    const counted = await countWhileReading(context.req.raw, maximumBytes);
    if (counted === null) return null;
    replaceBody(context, counted, context.req.header("content-type"));
  }
  return context.req.arrayBuffer();
}

async function countWhileReading(request: Request, maximumBytes: number): Promise<Buffer<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > maximumBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function replaceBody(context: Context, body: Buffer<ArrayBuffer> | string, contentType: string | undefined): void {
  const headers = new Headers(context.req.raw.headers);
  if (contentType !== undefined) headers.set("content-type", contentType);
  context.req.bodyCache = {};
  context.req.raw = new Request(context.req.raw.url, { method: context.req.raw.method, headers, body });
}

const decoder = new TextDecoder("utf-8", { fatal: true });

function decode(bytes: ArrayBuffer): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

function parse(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}
