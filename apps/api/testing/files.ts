import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import type { ProblemDocument } from "@shifan/contract";
import type { OpenDatabase } from "@shifan/db";
import type { Actor } from "@shifan/rules";
import { defaultFilePorts, type FilePorts } from "../src/files/ports.ts";
import type { FileServices } from "../src/files/services.ts";
import { createTestApp, type SettableClock } from "./app.ts";

/** The caller of the header `x-user`; the ports of accounts are not built here. */
export const headerPorts: FilePorts = {
  ...defaultFilePorts,
  actorOf: async (context): Promise<Actor> => ({ userId: context.req.header("x-user") ?? null, grants: [] }),
};

export type FilesTestOptions = {
  opened: OpenDatabase;
  clock?: SettableClock;
  ports?: Partial<FilePorts>;
  services?: Partial<FileServices>;
  dataDirectory?: string;
};

/** The app on a port, with a data folder of its own. */
export async function startFilesApp({ opened, clock, ports, services, dataDirectory }: FilesTestOptions) {
  const folder = dataDirectory ?? mkdtempSync(join(tmpdir(), "shifan-files-"));
  const test = await createTestApp({
    opened,
    ...(clock === undefined ? {} : { clock }),
    dataDirectory: folder,
    files: { ...services, filePorts: { ...headerPorts, ...ports } },
  });
  const server = serve({ fetch: test.app.fetch, hostname: "127.0.0.1", port: 0 });
  await once(server, "listening");
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...test,
    folder,
    origin,
    /** Every file that lies in the folders, without those of folders alone. */
    left: () => ["uploads", "files"].flatMap((part) => listFiles(join(folder, part))),
    stop: async () => {
      if ("closeAllConnections" in server) server.closeAllConnections();
      server.close();
      await once(server, "close");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type FilesApp = Awaited<ReturnType<typeof startFilesApp>>;

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
}

export const encodeMetadata = (metadata: Record<string, string>) =>
  Object.entries(metadata)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString("base64")}`)
    .join(",");

export type UploadOptions = {
  user?: string;
  filename?: string;
  purpose?: string;
  target?: string;
  headers?: Record<string, string>;
};

export type TusAnswer = { status: number; headers: Headers; problem: ProblemDocument };

/** One call of the protocol. */
export async function tus(
  { origin }: Pick<FilesApp, "origin">,
  method: string,
  path: string,
  options: { user?: string; headers?: Record<string, string>; body?: Buffer } = {},
): Promise<TusAnswer> {
  const { user = "user-1", headers = {}, body } = options;
  const response = await fetch(new URL(path, origin), {
    method,
    headers: { "tus-resumable": "1.0.0", "x-user": user, ...headers },
    ...(body === undefined ? {} : { body: new Uint8Array(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, problem: text === "" ? {} : JSON.parse(text) };
}

export const uploads = "/api/v1/files/uploads";

export function create(app: FilesApp, size: number, options: UploadOptions = {}): Promise<TusAnswer> {
  const { user, filename = "审计报告.pdf", purpose = "material", target = "application-1:M06", headers } = options;
  return tus(app, "POST", uploads, {
    ...(user === undefined ? {} : { user }),
    headers: {
      "upload-length": String(size),
      "upload-metadata": encodeMetadata({ purpose, target, filename }),
      ...headers,
    },
  });
}

export function send(app: FilesApp, path: string, offset: number, body: Buffer, user?: string): Promise<TusAnswer> {
  return tus(app, "PATCH", path, {
    ...(user === undefined ? {} : { user }),
    headers: { "upload-offset": String(offset), "content-type": "application/offset+octet-stream" },
    body,
  });
}

/** A whole upload. @returns the last answer, and the id that the file has when it was taken */
export async function upload(app: FilesApp, content: Buffer, options: UploadOptions = {}) {
  const created = await create(app, content.length, options);
  if (created.status !== 201) return { ...created, id: "" };
  const path = created.headers.get("location") ?? "";
  const answer = await send(app, path, 0, content, options.user);
  return { ...answer, id: path.split("/").at(-1) ?? "" };
}

/** A call as the caller named. */
export function ask(app: FilesApp, path: string, init: RequestInit = {}, user: string | null = "user-1") {
  const headers = new Headers(init.headers);
  if (user !== null) headers.set("x-user", user);
  return fetch(new URL(path, app.origin), { ...init, headers });
}
