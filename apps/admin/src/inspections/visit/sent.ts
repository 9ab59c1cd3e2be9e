import type { KeptFile, KeptVisit, SeenInspection, VisitValues } from "./kept.ts";

/** Every picture of a visit: photographs first, then what was signed. */
export function filesOf({ fileIds = [], signatures = null }: VisitValues): readonly KeptFile[] {
  return [...fileIds, signatures?.inspectors ?? null, signatures?.unit ?? null].filter((each) => each !== null);
}

/** The same with the id under which the server has a picture. */
export function withId(values: VisitValues, key: string, id: string): VisitValues {
  const named = <File extends KeptFile | null>(file: File): File => (file?.key === key ? { ...file, id } : file);
  const { fileIds = [], signatures = null } = values;
  return {
    ...values,
    fileIds: fileIds.map(named),
    signatures:
      signatures === null
        ? null
        : { ...signatures, inspectors: named(signatures.inspectors), unit: named(signatures.unit) },
  };
}

/** The body with the ids of its files: what was signed is among them. */
export function withFiles(body: Record<string, unknown>, values: VisitValues): Record<string, unknown> {
  const { signatures = null } = values;
  const fileIds = filesOf(values).flatMap(({ id }) => id ?? []);
  const signed = signatures?.inspectors == null ? null : signatures;
  return {
    ...body,
    fileIds,
    signatures:
      signed === null
        ? null
        : {
            inspectorsFileId: signed.inspectors?.id ?? "",
            unitFileId: signed.unit?.id ?? null,
            unsignedReason: signed.unit === null ? signed.unsignedReason : null,
          },
  };
}

/** Whether what is on record is what was sent. */
export function isOurs(present: SeenInspection, { toSend, values }: KeptVisit): boolean {
  if (toSend === null || present.recordedOn === null) return false;
  const ids = filesOf(values).flatMap(({ id }) => id ?? []);
  return (
    present.inspectors === toSend.inspectors &&
    present.result === toSend.result &&
    present.carriedOutOn === toSend.carriedOutOn &&
    (present.findings ?? "") === (toSend.findings ?? "") &&
    ids.length === present.fileIds.length &&
    ids.every((id) => present.fileIds.includes(id))
  );
}
