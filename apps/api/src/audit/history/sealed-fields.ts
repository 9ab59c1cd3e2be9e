import { findPresentState, findReview, type RecordName } from "@shifan/db";
import type { Actor } from "@shifan/rules";
import type { ProcedureServices } from "../../acts/services.ts";
import { ownCasesOf, seesSheet } from "../../reviews/visibility.ts";

const none: ReadonlySet<string> = new Set();

/** What the reader of a record is not shown of it yet: the points of a sheet that is not open to them, the seed of a draw that was not made. */
export async function sealedFields(
  services: ProcedureServices,
  actor: Actor,
  { resource, recordId }: RecordName,
): Promise<ReadonlySet<string>> {
  const { database } = services;
  if (resource === "reviews") {
    const review = await findReview(database, recordId);
    if (review === null || seesSheet(review, actor, await ownCasesOf(services, actor))) return none;
    return new Set(["scores", "total", "reopened"]);
  }
  if (resource !== "spot_check_draws") return none;
  const state = await findPresentState(database, resource, recordId);
  return JSON.stringify(state).includes('"state":"drawn"') ? none : new Set(["seed"]);
}
