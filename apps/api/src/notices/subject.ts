import { appendEntry, type Database, findRound, lockNotice, type NoticeFile, type NoticeRow } from "@shifan/db";
import {
  type Actor,
  articleOfAct,
  type Grant,
  type NoticeContext,
  type NoticeState,
  noticeMachine,
  type Policy,
  type Relation,
} from "@shifan/rules";
import { policyOfRound } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import type { Subject } from "../acts/subject.ts";

/** Who reaches a notice: what is no draft is public. */
export function relationOfNotice({ state }: Pick<NoticeRow, "state">): Relation {
  const isPublished = state !== "draft";
  return { organization: null, district: null, account: null, isHandedIn: true, isPaper: false, isPublished };
}

/** The policy version of a notice is that of its round; of none, the one in force. */
export async function policyOfNotice(
  { catalog, clock, defaultPolicy }: ProcedureServices,
  database: Database,
  { roundId }: Pick<NoticeRow, "roundId">,
): Promise<Policy> {
  const round = roundId === null ? null : await findRound(database, roundId);
  return policyOfRound(catalog, round ?? { policyId: defaultPolicy, policyVersion: null }, clock.today());
}

/** Notices as records that live by their table. */
export function noticeSubject(services: ProcedureServices): Subject<NoticeFile, NoticeState, NoticeContext> {
  return {
    machine: noticeMachine,
    lock: lockNotice,
    idOf: ({ notice }) => notice.id,
    stateOf: ({ notice }) => notice.state,
    relationOf: ({ notice }) => relationOfNotice(notice),
    revisionOf: ({ notice }) => notice.revision,
    policyOf: (transaction, { notice }) => policyOfNotice(services, transaction, notice),
    recordOf: (file) => file,
  };
}

/** Notes in the trail a publicity that came into being, published at once, by an act on another record. */
export async function notePublished(
  transaction: Database,
  { userId }: Actor,
  { grant, policy, at }: { grant: Grant; policy: Policy; at: Date },
  file: NoticeFile,
): Promise<void> {
  await appendEntry(transaction, {
    at,
    actor: { userId, role: grant.role, district: grant.district, onBehalfOf: grant.onBehalfOf },
    resource: "notices",
    recordId: file.notice.id,
    act: "publish",
    outcome: "accepted",
    article: articleOfAct(policy.document, "notices", "publish"),
    ground: file.notice.reason,
    fields: ["title", "text", "startsOn", "endsOn", "officialUrl", "officialPublishedOn", "cases"],
    relation: relationOfNotice(file.notice),
    state: file,
    before: null,
    revision: file.notice.revision,
  });
}
