import {
  type Database,
  findInterpretation,
  type InterpretationRow,
  listChecksOnRecord,
  type SanctionRow,
} from "@shifan/db";
import {
  type CancellationGround,
  type CheckOnRecord,
  findSetting,
  groundsForCancellation,
  type PolicyDocument,
  type SanctionContext,
  withSetting,
} from "@shifan/rules";
import { findReplacement } from "../interpretations/replacement.ts";

type Grounded = Pick<SanctionRow, "kind" | "ground" | "certificationId">;
type Standing = Pick<SanctionContext, "hasGround" | "needsInterpretation">;
/** What a decision rests on beside the record. */
export type Cited = { readonly today: string; readonly interpretationId: string | null };

/** A ground of a cancellation as the checks of a title hold it; undefined where they do not. */
export function findGround(
  checks: readonly CheckOnRecord[],
  ground: string,
  document: PolicyDocument,
): CancellationGround | undefined {
  return groundsForCancellation(checks, document).find((each) => each.ground === ground);
}

/**
 * Whether the ground of a sanction is on record. That of a revocation is the city's own finding, with its evidence; those of a cancellation follow
 * from what is recorded of the title's spot checks and appraisals, and one that holds by one reading alone waits for an interpretation (第十七条).
 */
export async function standingOfGround(
  database: Database,
  { kind, ground, certificationId }: Grounded,
  document: PolicyDocument,
  cited: Cited,
): Promise<Standing> {
  if (kind === "revocation") return { hasGround: true, needsInterpretation: false };
  const interpretation = await findCited(database, cited);
  const read = interpretation === null ? document : readBy(document, interpretation);
  const found = findGround(await listChecksOnRecord(database, certificationId), ground, read);
  // How a check ends that is still open no interpretation says.
  const isOpen = found?.sequence?.doubts.includes("check_not_closed") ?? false;
  if (interpretation !== null && isOpen) return { hasGround: false, needsInterpretation: false };
  // One that decides a setting has to settle it; one in words alone is taken at its word.
  const isSettled = interpretation !== null && interpretation.settingId === null;
  return { hasGround: found !== undefined, needsInterpretation: found?.certainty === "undetermined" && !isSettled };
}

/** The interpretation that is cited, where it is issued and counts on the day: from its own first day until that of what takes its place; null otherwise. */
export async function findCited(
  database: Database,
  { today, interpretationId }: Cited,
): Promise<InterpretationRow | null> {
  const found = interpretationId === null ? null : await findInterpretation(database, interpretationId);
  if (found === null || found.fromOn === null || found.fromOn > today) return null;
  return (await findReplacement(database, found, today)) === null ? found : null;
}

/** The policy as an interpretation reads it, for the one case that cites it. */
function readBy(document: PolicyDocument, { settingId, settingValue }: InterpretationRow): PolicyDocument {
  if (settingId === null || settingValue === null || findSetting(document, settingId) === undefined) return document;
  const { version, selectable_from } = document;
  const { date: from, ground } = selectable_from;
  return withSetting(document, { id: settingId, value: settingValue, version, from, ground });
}
