import { Problem } from "@shifan/contract/client";
import type { FilePurpose } from "@shifan/rules";
import { pathOf } from "../api/data-provider.ts";
import { ask } from "../api/server.ts";

/** For what a file is uploaded, and for which record. */
export type UploadTo = { readonly purpose: FilePurpose; readonly target: string };

/** One file on its way. */
export type Upload = {
  /** Sends what has not come yet. @returns the file's id @throws Problem when the server does not take the file, TypeError without a connection */
  run(): Promise<string>;
  /** Gives the file up; what has come of it is removed. */
  stop(): Promise<void>;
};

const version = { "tus-resumable": "1.0.0" };
/** Small enough that a slow line shows progress, large enough that a fast one does not notice. */
const pieceBytes = 512 * 1024;
/** How long until it is tried again by itself, one after the other, in milliseconds. */
const pauses: readonly number[] = [1_000, 3_000, 8_000];

/**
 * A resumable upload (tus 1.0.0): in pieces, gone on with where it was cut, also after the person has signed in again.
 *
 * @param onSent with the bytes that the server has
 */
export function createUpload(file: File, to: UploadTo, onSent: (bytes: number) => void): Upload {
  let path: string | null = null;
  let isStopped = false;
  let sent = 0;
  const tell = (bytes: number) => {
    sent = bytes;
    onSent(bytes);
  };

  const sendRest = async (): Promise<string> => {
    let offset = path === null ? null : await offsetAt(path);
    if (path === null || offset === null) {
      path = await announce(file, to);
      offset = 0;
    }
    tell(offset);
    while (offset < file.size && !isStopped) {
      const piece = file.slice(offset, offset + pieceBytes);
      const headers = {
        ...version,
        "upload-offset": String(offset),
        "content-type": "application/offset+octet-stream",
      };
      await ask<null>({ method: "PATCH", path, file: piece, headers });
      offset += piece.size;
      tell(offset);
    }
    return decodeURIComponent(path.split("/").at(-1) ?? "");
  };

  return {
    run: async () => {
      for (let attempt = 0, before = sent; ; attempt += 1) {
        try {
          return await sendRest();
        } catch (cause) {
          // A line that breaks again and again and still carries something is gone on with.
          if (sent > before) attempt = 0;
          before = sent;
          const pause = pauses[attempt];
          if (isStopped || pause === undefined || !mayPass(cause)) throw cause;
          await new Promise((resolve) => setTimeout(resolve, pause));
        }
      }
    },
    stop: async () => {
      isStopped = true;
      if (path !== null) await ask<null>({ method: "DELETE", path, headers: version }).catch(() => undefined);
    },
  };
}

/** What is over as soon as it is asked how far the upload is. */
const passing: readonly string[] = ["upload_offset_conflict", "upload_incomplete", "upload_busy"];

/** Whether the same call may go through a little later: the line, a server that is busy, a piece that came twice. */
export function mayPass(cause: unknown): boolean {
  return !(cause instanceof Problem) || cause.status >= 500 || cause.status === 429 || passing.includes(cause.code);
}

/** Removes a file that was uploaded and not handed in. */
export async function removeFile(id: string): Promise<void> {
  await ask<null>({ method: "DELETE", path: pathOf("files", id) });
}

async function announce(file: File, { purpose, target }: UploadTo): Promise<string> {
  const metadata = Object.entries({ purpose, target, filename: file.name.slice(-300) });
  const headers = {
    ...version,
    "upload-length": String(file.size),
    "upload-metadata": metadata.map(([name, value]) => `${name} ${base64(value)}`).join(","),
  };
  const answer = await ask<Blob>({ method: "POST", path: pathOf("files", "uploads"), headers, answer: "file" });
  return new URL(answer.headers.get("location") ?? "", "http://server").pathname;
}

/** How many bytes have come; null where the server knows the upload no longer. */
async function offsetAt(path: string): Promise<number | null> {
  try {
    const { headers } = await ask<null>({ method: "HEAD", path, headers: version });
    return Number(headers.get("upload-offset"));
  } catch (cause) {
    if (cause instanceof Problem && cause.status === 404) return null;
    throw cause;
  }
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
