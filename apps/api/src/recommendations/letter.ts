import { randomUUID } from "node:crypto";
import {
  type ApplicationRow,
  appendEntry,
  type Database,
  findApplication,
  findRecommendationByNumber,
  insertRecommendation,
  insertRecommendedApplication,
  listRecommendedApplications,
  lockRound,
  type RecommendationRow,
  stateOfRecommendation,
} from "@shifan/db";
import { type Actor, articleOfAct, type Grant, type Policy } from "@shifan/rules";
import type { InputErrors } from "../acts/outcome.ts";
import { relationOfRecommendation } from "./view.ts";

/** A letter of recommendation (推荐文件) while cases are put into it. It is made with its first case, so that none stands empty. */
export type Letter = {
  readonly documentNumber: string;
  readonly issuedOn: string;
  kept: RecommendationRow | null;
  /** Under which grant and article cases were put into it by this call; null while none was. */
  written: { readonly grant: Grant; readonly article: string; readonly isNew: boolean } | null;
  /** The letter as it was before this call; null where there was none. */
  before: unknown;
};

export function beginLetter({ documentNumber, issuedOn }: Pick<Letter, "documentNumber" | "issuedOn">): Letter {
  return { documentNumber, issuedOn, kept: null, written: null, before: null };
}

/**
 * Locks the rounds of applications, always in one order: two officers who write the same letter at the same moment come one after the other,
 * and find each other's.
 */
export async function lockRoundsOf(transaction: Database, applicationIds: readonly string[]): Promise<void> {
  const rounds = new Set<string>();
  for (const id of applicationIds) {
    const application = await findApplication(transaction, id);
    if (application !== null) rounds.add(application.roundId);
  }
  for (const id of [...rounds].toSorted()) await lockRound(transaction, id);
}

/** What keeps a case out of the letter, which is of one district and one round and has each rank once. */
export async function checkPlaceInLetter(
  transaction: Database,
  letter: Letter,
  { id, district, roundId }: ApplicationRow,
  rank: number,
): Promise<InputErrors> {
  const { documentNumber, issuedOn } = letter;
  letter.kept ??= await findRecommendationByNumber(transaction, { district, roundId, documentNumber });
  if (letter.kept === null) return [];
  if (letter.kept.district !== district || letter.kept.roundId !== roundId) {
    return [{ path: "/id", code: "other_letter", message: "一份推荐文件只写一个推荐部门、一个批次的申报" }];
  }
  if (letter.kept.issuedOn !== issuedOn) {
    const message = `这个文号的推荐文件，日期是${letter.kept.issuedOn}`;
    return [{ path: "/issuedOn", code: "other_letter", message }];
  }
  const recommended = await listRecommendedApplications(transaction, letter.kept.id);
  if (recommended.some(({ applicationId }) => applicationId === id)) {
    const message = "这份文件推荐过这一件，已被市工信局退回；重新推荐要另出一份推荐文件";
    return [{ path: "/documentNumber", code: "repeated", message }];
  }
  if (!recommended.some((each) => each.rank === rank)) return [];
  return [{ path: "/rank", code: "repeated", message: `这份文件里已有第${rank}名` }];
}

/** Puts a case into the letter. */
export async function putIntoLetter(
  transaction: Database,
  letter: Letter,
  application: ApplicationRow,
  recommended: { rank: number; opinion: string },
  by: { userId: string; grant: Grant; policy: Policy; at: Date },
): Promise<void> {
  const { documentNumber, issuedOn } = letter;
  const isNew = letter.kept === null || letter.written?.isNew === true;
  if (letter.kept !== null && letter.written === null)
    letter.before = await stateOfRecommendation(transaction, letter.kept.id);
  if (letter.kept === null) {
    const { district, roundId } = application;
    letter.kept = {
      id: randomUUID(),
      district,
      roundId,
      documentNumber,
      issuedOn,
      createdBy: by.userId,
      createdAt: by.at,
    };
    await insertRecommendation(transaction, letter.kept);
  }
  await insertRecommendedApplication(transaction, {
    recommendationId: letter.kept.id,
    applicationId: application.id,
    ...recommended,
  });
  letter.written = { grant: by.grant, article: articleOfAct(by.policy.document, "applications", "recommend"), isNew };
}

/** Notes in the trail how the letter stands after the call; nothing where no case came into it. */
export async function noteLetter(
  transaction: Database,
  { userId }: Actor,
  { kept, written, before }: Letter,
  at: Date,
): Promise<void> {
  if (kept === null || written === null) return;
  const { grant, article, isNew } = written;
  const state = await stateOfRecommendation(transaction, kept.id);
  await appendEntry(transaction, {
    at,
    actor: { userId, role: grant.role, district: grant.district, onBehalfOf: grant.onBehalfOf },
    resource: "recommendations",
    recordId: kept.id,
    act: "create",
    outcome: "accepted",
    article,
    ground: null,
    relation: relationOfRecommendation(kept),
    fields: isNew ? ["documentNumber", "issuedOn", "applications"] : ["applications"],
    state,
    before,
    // A letter only grows: of two entries the one with more cases is the later.
    revision: state.applications.length,
  });
}
