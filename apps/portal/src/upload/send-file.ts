import { readProblem, type UploadLink } from "@shifan/contract/client";
import { type Outcome, setbackOf } from "../api/outcome.ts";

export type Sent = { fileId: string; link: UploadLink };
export type Sending = {
  outcome: Promise<Outcome<Sent> | { ok: false; kind: "stopped" }>;
  stop(): void;
};

/**
 * Sends one file for one material. A browser tells how far a body has gone only in the old way.
 *
 * @param onPercent whole percents of what has gone out
 */
export function sendFile(
  token: string,
  { material, file }: { material: string; file: File },
  onPercent: (percent: number) => void,
): Sending {
  const request = new XMLHttpRequest();
  const query = new URLSearchParams({ material, name: file.name });
  const outcome = new Promise<Awaited<Sending["outcome"]>>((resolve) => {
    request.open("POST", `/api/v1/upload-links/${encodeURIComponent(token)}/files?${query}`);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("accept", "application/json");
    request.upload.onprogress = ({ loaded, total }) => onPercent(total === 0 ? 0 : Math.floor((loaded / total) * 100));
    request.onabort = () => resolve({ ok: false, kind: "stopped" });
    request.onerror = () => resolve({ ok: false, kind: "unreachable" });
    request.onload = () => void outcomeOf(request).then(resolve);
    request.send(file);
  });
  return { outcome, stop: () => request.abort() };
}

async function outcomeOf(request: XMLHttpRequest): Promise<Outcome<Sent>> {
  if (request.status === 201) {
    try {
      return { ok: true, value: JSON.parse(request.responseText) as Sent };
    } catch {
      return { ok: false, kind: "unreachable" };
    }
  }
  const wait = request.getResponseHeader("retry-after");
  const response = new Response(request.responseText, {
    status: request.status,
    headers: wait === null ? {} : { "retry-after": wait },
  });
  return setbackOf(await readProblem(response));
}
