import { acceptedFilesText } from "@shifan/contract";
import { announceFile, confirmFile, deleteContentUnlessUsed, deleteFile, findFile } from "@shifan/db";
import type { ProblemDetails } from "../../http/problem.ts";
import { inspectFile } from "../content/inspect.ts";
import { cleanFileName } from "../name.ts";
import { checkQuota } from "../quota.ts";
import { ScannerUnavailable } from "../scanner.ts";
import type { FileServices } from "../services.ts";
import type { PartialUpload } from "./partial.ts";

export type CompleteOutcome =
  | { ok: true }
  | ({
      ok: false;
      code:
        | "file_type_not_accepted"
        | "file_unsafe"
        | "file_encrypted"
        | "file_damaged"
        | "scan_unavailable"
        | "file_quota_exceeded"
        | "unknown_upload";
    } & ProblemDetails);

/**
 * Takes an upload of which every byte has come: looks what it is, has it scanned, stores the content and then the file, whose id is the
 * upload's. Done again (after a cut, or by two at once) it comes to the same. What is refused is removed; what could not be scanned stays.
 */
export async function completeUpload(services: FileServices, upload: PartialUpload): Promise<CompleteOutcome> {
  const { database, clock, partialUploads, contentStorage } = services;
  if ((await findFile(database, upload.id)) !== null) return { ok: true };
  const path = partialUploads.pathOf(upload.id);
  const { sha256, finding } = await inspectFile(path);
  const refusal = finding.ok ? await scan(services, path) : describe(finding, upload.filename);
  if (refusal !== null && refusal.code === "scan_unavailable") return refusal;
  if (refusal !== null || !finding.ok) {
    await partialUploads.remove(upload.id);
    return refusal ?? { ok: false, code: "file_damaged" };
  }
  const { id, size, purpose, target, uploadedBy } = upload;
  await announceFile(database, {
    id,
    sha256,
    size,
    mediaType: finding.mediaType,
    name: cleanFileName(upload.filename, finding.mediaType),
    purpose,
    target,
    uploadedBy,
    uploadedAt: clock.now(),
    storingSince: clock.machine(),
  });
  // Of several that came at the same moment, each counts itself and whoever was announced before: together they stay within the bound.
  const beyond = await checkQuota(services, upload, null);
  if (beyond !== null) {
    await deleteFile(database, id);
    await deleteContentUnlessUsed(database, sha256, () => contentStorage.remove(sha256));
    await partialUploads.remove(id);
    return beyond;
  }
  // Only now: from the announcement on nobody removes the content.
  if (!(await contentStorage.has(sha256))) await contentStorage.store(sha256, path, id);
  await confirmFile(database, id);
  await partialUploads.remove(id);
  return { ok: true };
}

type Refusal = Extract<CompleteOutcome, { ok: false }>;

function describe(
  finding: Extract<Awaited<ReturnType<typeof inspectFile>>["finding"], { ok: false }>,
  filename: string,
): Refusal {
  if (finding.code !== "file_type_not_accepted") return finding;
  const name = filename === "" ? "这个文件" : `“${filename.slice(-60)}”`;
  return {
    ok: false,
    code: finding.code,
    detail: `${name}的内容是${finding.found}。请转换后再上传；接受${acceptedFilesText}。`,
  };
}

async function scan({ scanFile }: FileServices, path: string): Promise<Refusal | null> {
  if (scanFile === null) return null;
  try {
    const result = await scanFile(path);
    if (result.clean) return null;
    return { ok: false, code: "file_unsafe", detail: `病毒检查发现了 ${result.found}，没有接收。请先杀毒再上传。` };
  } catch (cause) {
    if (cause instanceof ScannerUnavailable) return { ok: false, code: "scan_unavailable" };
    throw cause;
  }
}
