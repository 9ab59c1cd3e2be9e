import type { RecordInspection } from "@shifan/contract";
import { type Database, findFile } from "@shifan/db";
import type { InputErrors } from "../acts/outcome.ts";

/** Both sides sign with pictures that belong to this look, each with its own; a unit that does not sign has its reason on record. */
export async function checkSignatures(
  transaction: Database,
  { signatures, fileIds }: Pick<RecordInspection, "signatures" | "fileIds">,
): Promise<InputErrors> {
  if (signatures === null) return [];
  const { inspectorsFileId, unitFileId, unsignedReason } = signatures;
  const ofUnit = "/signatures/unitFileId";
  const unknown = (path: string, id: string | null) =>
    id === null || fileIds.includes(id)
      ? []
      : [{ path, code: "unknown_file", message: "没有这个签字，请先上传到这次检查，并写进照片和材料" }];
  return [
    ...unknown("/signatures/inspectorsFileId", inspectorsFileId),
    ...unknown(ofUnit, unitFileId),
    ...(await checkPicture(transaction, "/signatures/inspectorsFileId", inspectorsFileId)),
    ...(await checkPicture(transaction, ofUnit, unitFileId)),
    ...(unitFileId === inspectorsFileId
      ? [{ path: ofUnit, code: "repeated", message: "检查人员和单位各签各的，不能是同一个签字" }]
      : []),
    ...(unitFileId === null && unsignedReason === null
      ? [{ path: "/signatures/unsignedReason", code: "required", message: "单位没有签字的，请写明理由" }]
      : []),
    ...(unitFileId !== null && unsignedReason !== null
      ? [{ path: "/signatures/unsignedReason", code: "not_allowed", message: "单位签了字的，不写没有签字的理由" }]
      : []),
  ];
}

/** What was signed on the spot is a picture; a paper that was signed is a paper among the files. */
async function checkPicture(transaction: Database, path: string, id: string | null): Promise<InputErrors> {
  const file = id === null ? null : await findFile(transaction, id);
  if (file === null || file.mediaType.startsWith("image/")) return [];
  return [{ path, code: "not_allowed", message: "签字要是图片；在纸上签的，扫描件放在照片和材料里" }];
}
