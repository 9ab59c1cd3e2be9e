import type { Review, ReviewSummary } from "@shifan/contract";
import {
  findOrganizationName,
  findReview,
  findRound,
  listReopenedReviews,
  listReviews,
  type ReopenedReviewRow,
  type ReviewFilter,
  type ReviewListRow,
  type ReviewPage,
  reviewReachColumns,
  withinReach,
} from "@shifan/db";
import {
  type Actor,
  daysOverdue,
  fullMarks,
  openActs,
  type Policy,
  permittingGrant,
  reachableBy,
  reviewMachine,
  type ScoreSheet,
  type Scores,
} from "@shifan/rules";
import { policyOfRound } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { findPlatformNames } from "../applications/platform-name.ts";
import { policyOfApplication } from "../applications/subject.ts";
import { formatInstant } from "../clock.ts";
import { relationOfReview } from "./subject.ts";
import { arePapersOpen, isUnderReview, ownCasesOf, seesSheet } from "./visibility.ts";

/** A review that the reader may see; null where there is none. */
export async function findVisibleReview(
  { database }: Pick<ProcedureServices, "database">,
  actor: Actor,
  id: string,
): Promise<ReviewListRow | null> {
  const found = await findReview(database, id);
  if (found === null) return null;
  return permittingGrant(actor, "reviews", "read", relationOfReview(found.review)) === null ? null : found;
}

/** The names alone: who applies, with which platform, in which district. */
export type NamesOfCase = {
  readonly organizationName: string;
  readonly platformName: string;
  readonly district: string;
};

/** The names of one case, as they are today. */
export async function readNames(
  { database, clock }: ProcedureServices,
  policy: Policy,
  { id, organizationId, district }: ReviewListRow["application"],
): Promise<NamesOfCase> {
  const organizationName = await findOrganizationName(database, organizationId, clock.today());
  const names = await findPlatformNames(database, policy, [{ id, organizationName }]);
  return { organizationName, platformName: names.get(id) ?? organizationName, district };
}

function summarize(
  { review, application, dueOn, expert }: ReviewListRow,
  names: NamesOfCase,
  { isShown, today }: { isShown: boolean; today: string },
): ReviewSummary {
  const { id, applicationId, state, total, submittedAt, revision } = review;
  return {
    id,
    applicationId,
    roundId: application.roundId,
    ...names,
    expert,
    state,
    dueOn,
    overdueDays: daysOverdue({ state, dueOn, application: application.state }, today),
    total: isShown ? total : null,
    submittedAt: submittedAt === null ? null : formatInstant(submittedAt),
    revision,
  };
}

/** A review as its reader sees it: before the declaration names alone, and of another's sheet nothing before it is locked. */
export async function describeReview(services: ProcedureServices, actor: Actor, row: ReviewListRow): Promise<Review> {
  const { review, application } = row;
  const policy = await policyOfApplication(services, services.database, application);
  const isOwn = review.userId === actor.userId;
  const isShown = seesSheet(row, actor, await ownCasesOf(services, actor));
  const showsHistory = isOwn || !isUnderReview(row);
  const reopened = showsHistory ? await listReopenedReviews(services.database, review.id) : [];
  const { state, declaredAt, recusedReason, recusedBy, scores } = review;
  return {
    ...summarize(row, await readNames(services, policy, application), { isShown, today: services.clock.today() }),
    applicationState: application.state,
    declaredAt: declaredAt === null ? null : formatInstant(declaredAt),
    recusal:
      recusedReason === null
        ? null
        : { reason: recusedReason, by: recusedBy === review.userId ? ("expert" as const) : ("city" as const) },
    scores: isShown && scores !== null ? copyOf(scores) : null,
    reopened: reopened.map(describeReopened),
    sheet: describeSheet(policy.document.score_sheet),
    arePapersOpen: isOwn && arePapersOpen(row),
    allowedActs: isUnderReview(row)
      ? [...openActs(reviewMachine, { state, relation: relationOfReview(review), actor })]
      : [],
  };
}

function describeReopened({ n, scores, total, submittedAt, reopenedAt, reason }: ReopenedReviewRow) {
  return {
    n,
    scores: copyOf(scores),
    total,
    submittedAt: formatInstant(submittedAt),
    reopenedAt: formatInstant(reopenedAt),
    reason,
  };
}

function copyOf({ items, directions, opinion }: Scores) {
  return { items: { ...items }, directions: { ...directions }, opinion };
}

function describeSheet(sheet: ScoreSheet): Review["sheet"] {
  const { article, ground, items, directions } = sheet;
  return {
    article,
    ground,
    fullMarks: fullMarks(sheet),
    items: items.map(({ id, title, article: of, most, anchors }) => ({ id, title, article: of, most, anchors })),
    directions: directions.map(({ id, title }) => ({ id, title })),
  };
}

/** A page of the reviews that a reader sees. */
export async function readReviews(
  services: ProcedureServices,
  actor: Actor,
  filter: ReviewFilter,
  page: ReviewPage,
): Promise<{ reviews: ReviewSummary[]; total: number; last: { value: string; id: string } | null }> {
  const { database, catalog, clock } = services;
  const within = withinReach(reachableBy(actor, "reviews", "read"), reviewReachColumns(actor.userId));
  const day = clock.today();
  const { rows, total } = await listReviews(database, { within, filter, page, day });
  const ownCases = await ownCasesOf(services, actor);
  const platformNames = new Map<string, string>();
  for (const [roundId, ofRound] of Map.groupBy(rows, ({ application }) => application.roundId)) {
    const round = await findRound(database, roundId);
    if (round === null) throw new Error(`the round ${roundId} of a review is missing`);
    const cases = ofRound.map(({ application: { id }, organizationName }) => ({ id, organizationName }));
    const found = await findPlatformNames(database, await policyOfRound(catalog, round, day), cases);
    for (const [id, name] of found) platformNames.set(id, name);
  }
  const last = rows.at(-1)?.review;
  return {
    reviews: rows.map((row) => {
      const { application, organizationName } = row;
      const platformName = platformNames.get(application.id) ?? organizationName;
      const names = { organizationName, platformName, district: application.district };
      return summarize(row, names, { isShown: seesSheet(row, actor, ownCases), today: day });
    }),
    total,
    last: last === undefined ? null : { value: last.createdAt.toISOString(), id: last.id },
  };
}
