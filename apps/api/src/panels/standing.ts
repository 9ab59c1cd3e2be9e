import { type Database, findPanel, listReviewsOf, type PanelRow, type ReviewListRow } from "@shifan/db";
import { type ExpertPanel, lifecycleFigure, type Policy, spreadOf } from "@shifan/rules";

/** How the review of a case stands. */
export type PanelStanding = {
  /** Null before anybody is appointed. */
  readonly panel: PanelRow | null;
  /** In the order of appointment, the recused ones included. */
  readonly reviews: readonly ReviewListRow[];
  /** How many count: the recused ones do not. */
  readonly assigned: number;
  readonly submitted: number;
  /** The locked totals that count, in points. */
  readonly totals: readonly number[];
  readonly minimum: number;
  readonly spreadToDiscuss: number;
};

export async function readPanelStanding(
  database: Database,
  applicationId: string,
  policy: Policy,
): Promise<PanelStanding> {
  const reviews = await listReviewsOf(database, applicationId);
  const counting = reviews.map(({ review }) => review).filter(({ state }) => state !== "recused");
  const totals = counting.flatMap(({ state, total }) => (state === "submitted" && total !== null ? [total] : []));
  return {
    panel: await findPanel(database, applicationId),
    reviews,
    assigned: counting.length,
    submitted: totals.length,
    totals,
    minimum: lifecycleFigure(policy.document, "experts_least"),
    spreadToDiscuss: lifecycleFigure(policy.document, "score_spread"),
  };
}

/** What the decision on an act has to know of the panel. */
export function panelContext(
  { assigned, submitted, minimum, totals, spreadToDiscuss, panel }: PanelStanding,
  brought: Partial<Pick<ExpertPanel, "assigned" | "conflicted" | "isDiscussed">> = {},
): ExpertPanel {
  return {
    assigned,
    submitted,
    minimum,
    conflicted: [],
    spread: spreadOf(totals),
    spreadToDiscuss,
    isDiscussed: panel !== null && panel.discussion !== null,
    ...brought,
  };
}
