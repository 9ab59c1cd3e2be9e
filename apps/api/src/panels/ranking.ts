import type { Ranking } from "@shifan/contract";
import { findRound, listReviewedCases, listTotalsOfRound } from "@shifan/db";
import { type Actor, fullMarks, lifecycleFigure, permittingGrant, rankCases, spellMean, spreadOf } from "@shifan/rules";
import { policyOfRound } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { findPlatformNames } from "../applications/platform-name.ts";
import { formatInstant } from "../clock.ts";
import { relationOfRound } from "../rounds/subject.ts";
import { describeDiscussion, mayReadPanels } from "./view.ts";

/**
 * The cases of a round by the mean of their totals (第十一条: 择优). A case has its place from the end of its review on and keeps it, whatever becomes
 * of it; before, not even the city sees how it is going to stand.
 */
export async function readRanking(
  { database, catalog, clock }: ProcedureServices,
  actor: Actor,
  roundId: string,
): Promise<Ranking | "unknown_record" | "not_permitted"> {
  const round = await findRound(database, roundId);
  if (round === null || permittingGrant(actor, "rounds", "read", relationOfRound(round)) === null) {
    return "unknown_record";
  }
  if (!mayReadPanels(actor)) return "not_permitted";
  const today = clock.today();
  const policy = await policyOfRound(catalog, round, today);
  const reviews = Map.groupBy(await listTotalsOfRound(database, roundId), ({ applicationId }) => applicationId);
  const rows = await listReviewedCases(database, roundId, today);
  const platformNames = await findPlatformNames(database, policy, rows);
  const cases = rows.map((each) => {
    const counting = (reviews.get(each.id) ?? []).filter(({ state }) => state !== "recused");
    const locked = counting.flatMap(({ total }) => total ?? []);
    return { ...each, counting, locked, totals: each.panel?.finishedAt ? locked : [] };
  });
  const ranked = new Map(rankCases(cases).map((each) => [each.id, each]));
  const described = cases.map(({ id, organizationName, district, state, panel, counting, locked, totals }) => {
    const standing = ranked.get(id);
    return {
      applicationId: id,
      organizationName,
      platformName: platformNames.get(id) ?? organizationName,
      district,
      state,
      rank: standing?.rank ?? null,
      isTied: standing?.isTied ?? false,
      mean: standing === undefined ? null : spellMean(standing.mean),
      exactMean: standing?.mean ?? null,
      totals,
      spread: totals.length < 2 ? null : spreadOf(totals),
      discussion: describeDiscussion(panel),
      assigned: counting.length,
      submitted: locked.length,
      finishedAt: panel?.finishedAt ? formatInstant(panel.finishedAt) : null,
    };
  });
  const last = described.length + 1;
  return {
    roundId,
    year: round.year,
    fullMarks: fullMarks(policy.document.score_sheet),
    spreadToDiscuss: lifecycleFigure(policy.document, "score_spread"),
    cases: described.toSorted((left, right) => (left.rank ?? last) - (right.rank ?? last)),
  };
}
