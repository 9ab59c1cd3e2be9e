import { listSheetsDueOn } from "@shifan/db";
import type { ReminderSubject } from "@shifan/rules";
import type { ReminderSource, StandingDuty } from "../source.ts";
import { among, toldCity } from "./together.ts";

/** States of a review whose sheet is still to come. */
const open = ["assigned", "scoring"];

/** Until when experts score: each expert's own sheets together, and for the city all of them. */
const scoringDeadline: ReminderSource = async ({ services }, query) => {
  const sheets = await listSheetsDueOn(services.database, query.days);
  const own = sheets.map(
    ({ roundId, userId, dueOn, count, firstId }): StandingDuty => ({
      resource: "reviews",
      recordId: roundId,
      dueOn,
      told: { audience: "expert", userId },
      work:
        count === 1
          ? { resource: "reviews", recordId: firstId, filter: null }
          : { resource: "reviews", recordId: null, filter: { state: open } },
      values: async () => ({ open: String(count) }),
    }),
  );
  const byRound = Map.groupBy(sheets, ({ roundId, dueOn }) => `${roundId} ${dueOn}`);
  const ofCity = [...byRound.values()].flatMap((together): StandingDuty[] => {
    const [first] = together;
    if (first === undefined) return [];
    const { roundId, dueOn } = first;
    const count = together.reduce((sum, each) => sum + each.count, 0);
    return [
      {
        resource: "reviews",
        recordId: roundId,
        dueOn,
        told: toldCity,
        work: { resource: "applications", recordId: null, filter: { roundId, state: ["received"] } },
        values: async () => ({ open: String(count) }),
      },
    ];
  });
  return among(query, [...own, ...ofCity]);
};

export const reviewSources = { scoring_deadline: scoringDeadline } satisfies Partial<
  Record<ReminderSubject, ReminderSource>
>;
