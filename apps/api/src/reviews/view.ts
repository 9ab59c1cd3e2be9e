import type { Review, ReviewSummary } from "@shifan/contract";
import {
  findOrganizationName,
  findPanel,
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
import { findPlatformName } from "../applications/platform-name.ts";
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
export async function describeCase(
  { database, clock }: ProcedureServices,
  policy: Policy,
  { id, organizationId, district }: ReviewListRow["application"],
): Promise<{ organizationName: string; platformName: string; district: string }> {
  const organizationName = await findOrganizationName(database, organizationId, clock.today());
  return {
    organizationName,
    platformName: await findPlatformName(database, policy, { id, organizationName }),
    district,
  };
}

async function summarize(
  services: ProcedureServices,
  policy: Policy,
  { review, application, expert }: ReviewListRow,
  isShown: boolean,
): Promise<ReviewSummary> {
  const { id, applicationId, state, total, submittedAt, revision } = review;
  const panel = await findPanel(services.database, applicationId);
  return {
    id,
    applicationId,
    roundId: application.roundId,
    ...(await describeCase(services, policy, application)),
    expert,
    state,
    dueOn: panel?.dueOn ?? "",
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
    ...(await summarize(services, policy, row, isShown)),
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
  const { rows, total } = await listReviews(database, { within, filter, page });
  const ownCases = await ownCasesOf(services, actor);
  const policies = new Map<string, Policy>();
  const reviews: ReviewSummary[] = [];
  for (const row of rows) {
    const { roundId } = row.application;
    const round = policies.has(roundId) ? null : await findRound(database, roundId);
    if (round !== null) policies.set(roundId, await policyOfRound(catalog, round, clock.today()));
    const policy = policies.get(roundId);
    if (policy === undefined) throw new Error(`the round ${roundId} of a review is missing`);
    reviews.push(await summarize(services, policy, row, seesSheet(row, actor, ownCases)));
  }
  const last = rows.at(-1)?.review;
  return {
    reviews,
    total,
    last: last === undefined ? null : { value: last.createdAt.toISOString(), id: last.id },
  };
}
