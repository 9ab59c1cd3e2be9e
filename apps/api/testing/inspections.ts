import type { Inspection } from "@shifan/contract";
import { announceFile, confirmFile } from "@shifan/db";
import { itemsOfKind, type TitleCheckKind } from "@shifan/rules";
import { shippedPolicies } from "@shifan/rules/shipped";
import type { Browser } from "./accounts.ts";
import { policyId, type TestApp } from "./app.ts";
import { onceKey } from "./publicity.ts";

const base = "/api/v1/inspections";

/** Every item of a kind with the same rating. */
export function checklistOf(kind: TitleCheckKind, rating = "good", remark = "") {
  const document = shippedPolicies.find(({ id }) => id === policyId);
  if (document === undefined) throw new Error(`no shipped policy ${policyId}`);
  return itemsOfKind(document.supervision.checklist, kind).map(({ id: item }) => ({ item, rating, remark }));
}

/** A whole record of a check of a kind on a day. */
export function recordOf(kind: TitleCheckKind, carriedOutOn: string, own: object = {}) {
  const failed = { findings: "三月服务台账缺失，两项收费没有公开。" };
  return { carriedOutOn, inspectors: "张三、李四", checklist: checklistOf(kind), result: "passed", ...failed, ...own };
}

export function planCheck(by: Browser, body: object) {
  return by.call(base, { body, headers: onceKey() });
}

/** Plans a check. @returns its path @throws Error when it is refused */
export async function plannedCheck(by: Browser, body: object): Promise<string> {
  const { status, body: made } = await planCheck(by, body);
  if (status !== 201) throw new Error(`the check is not planned: ${JSON.stringify(made)}`);
  return `${base}/${(made as Inspection).id}`;
}

/** A photograph, or another file, that was handed in for a check. @returns its id */
export async function addPhotograph(
  { database, clock }: TestApp,
  inspectionId: string,
  uploadedBy: string,
  { name, mediaType, sha256 } = { name: "公示栏.jpg", mediaType: "image/jpeg", sha256: "e".repeat(64) },
): Promise<string> {
  const id = `photograph of ${inspectionId} by ${uploadedBy}`;
  const at = clock.now();
  await announceFile(database, {
    id,
    name,
    mediaType,
    size: 3,
    sha256,
    purpose: "inspection",
    target: inspectionId,
    uploadedBy,
    uploadedAt: at,
    storingSince: at,
  });
  await confirmFile(database, id);
  return id;
}
