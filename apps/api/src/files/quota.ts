import { sumFilesOf } from "@shifan/db";
import type { FilePurpose } from "@shifan/rules";
import type { ProblemDetails } from "../http/problem.ts";
import { recordOfTarget } from "./ports.ts";
import type { FileServices } from "./services.ts";

export type QuotaRefusal = { ok: false; code: "file_quota_exceeded" } & ProblemDetails;

const bytesOfMegabyte = 1_000_000;

/**
 * Whether the files of a record with all its parts stay within what they may come to; null when they do. An upload counts from its beginning
 * with the size that it announced, so that many at once do not fill the disk.
 *
 * @param upcoming the bytes of a file that is about to come; null where the file in question is counted already
 */
export async function checkQuota(
  { database, partialUploads, filesQuota, filePorts }: FileServices,
  { purpose, target }: { purpose: FilePurpose; target: string },
  upcoming: number | null,
): Promise<QuotaRefusal | null> {
  const records = await filePorts.sharersOf(purpose, target);
  const stored = await sumFilesOf(database, records);
  const coming =
    upcoming === null
      ? []
      : (await partialUploads.list()).filter((upload) => records.includes(recordOfTarget(upload.target)));
  const files = stored.files + coming.length;
  const bytes = stored.bytes + coming.reduce((total, { size }) => total + size, 0);
  const isWithin =
    files + (upcoming === null ? 0 : 1) <= filesQuota.files &&
    bytes + (upcoming ?? 0) <= filesQuota.megabytes * bytesOfMegabyte;
  if (isWithin) return null;
  const { files: most, megabytes } = filesQuota;
  const present = Math.ceil(bytes / bytesOfMegabyte);
  const detail = `一份申报（或一个单位的授权材料）的文件合计最多${most}个、${megabytes} MB，连同正在上传的现有${files}个、${present} MB。请删除不用的文件，或压缩后再上传。`;
  return { ok: false, code: "file_quota_exceeded", detail };
}
