import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** A file of the pages, in memory, packed once. */
export type PageFile = {
  type: string;
  etag: string;
  /** Whether its name changes with its content, so that it may be kept for ever. */
  immutable: boolean;
  plain: Buffer<ArrayBuffer>;
  packed(encoding: "br" | "gzip"): Buffer<ArrayBuffer>;
};

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".txt": "text/plain; charset=utf-8",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
  // What papers are drawn with: tables of characters, and the fonts that every PDF may take for given.
  ".bcmap": "application/octet-stream",
  ".pfb": "application/octet-stream",
};

const packable = /^(text|application)\/|\+xml/;

/** Every file of built pages by its path ("/assets/…"); none when they were not built. */
export function readPageFiles(directory: string): ReadonlyMap<string, PageFile> {
  const files = new Map<string, PageFile>();
  if (!existsSync(directory)) return files;
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(directory, file).split(sep).join("/")}`;
    files.set(path, fileOf(readFileSync(file), type, path.startsWith("/assets/")));
  }
  return files;
}

function fileOf(plain: Buffer<ArrayBuffer>, type: string, immutable: boolean): PageFile {
  const packed = new Map<string, Buffer<ArrayBuffer>>();
  const pack = (encoding: "br" | "gzip") => {
    if (!packable.test(type)) return plain;
    if (encoding === "gzip") return gzipSync(plain, { level: 9 });
    return brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
  };
  return {
    type,
    etag: `"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`,
    immutable,
    plain,
    packed: (encoding) => {
      const known = packed.get(encoding);
      if (known !== undefined) return known;
      const made = pack(encoding);
      packed.set(encoding, made);
      return made;
    },
  };
}
