import { findOrganizationName, findPresentState, findReview, type Json, type RecordName, SealError } from "@shifan/db";
import type { ProcedureServices } from "../../acts/services.ts";

type Members = { readonly [name: string]: Json };

const membersOf = (value: Json | undefined): Members =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Members) : {};
const textOf = (value: Json | undefined) => (typeof value === "string" && value !== "" ? value : null);

/** Whose a record is, or what it is called, out of its own state; null for one without a name. */
export async function findRecordName(
  services: Pick<ProcedureServices, "database" | "clock">,
  record: RecordName,
): Promise<string | null> {
  const { database, clock } = services;
  const review = record.resource === "reviews" ? await findReview(database, record.recordId) : null;
  const state = membersOf(await findStateOf(services, record));
  const core = { ...state, ...membersOf(state.notice), ...membersOf(state.organization) };
  const organizationId =
    review?.application.organizationId ??
    textOf(core.organizationId) ??
    (record.resource === "organizations" ? record.recordId : null);
  if (organizationId !== null) return findOrganizationName(database, organizationId, clock.today());
  return textOf(core.platformName) ?? textOf(core.title) ?? textOf(core.name);
}

async function findStateOf({ database }: Pick<ProcedureServices, "database">, { resource, recordId }: RecordName) {
  try {
    return await findPresentState(database, resource, recordId);
  } catch (cause) {
    if (cause instanceof SealError) return undefined;
    throw cause;
  }
}
