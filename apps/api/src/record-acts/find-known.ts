import type { ActedResource } from "@shifan/contract";
import { type Actor, permittingGrant } from "@shifan/rules";
import type { ProcedureServices } from "../acts/services.ts";
import type { RecordInquiry } from "./inquiry.ts";
import { recordSources } from "./sources/index.ts";

/** A record of any kind that the caller may know of; null where there is none for them. */
export async function findKnown(
  services: ProcedureServices,
  actor: Actor,
  { resource, id }: { readonly resource: ActedResource; readonly id: string },
): Promise<RecordInquiry | null> {
  const found = await recordSources[resource](services, id, actor);
  if (found === null) return null;
  return permittingGrant(actor, found.resource, "read", found.relation) === null ? null : found;
}
