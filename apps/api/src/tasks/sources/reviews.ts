import {
  applicationReachColumns,
  listOpenReviews,
  listPanelsUnderWay,
  reviewReachColumns,
  withinReach,
} from "@shifan/db";
import { lifecycleFigure } from "@shifan/rules";
import { policyOfRound } from "../../acts/policy-of-round.ts";
import { articleFor, type Found, spellDay, type TaskSource, workOn } from "../source.ts";

/** Received cases whose panel is to be assigned, filled up, reminded or ended. */
export const panelsUnderWay: TaskSource = async (context) => {
  const reach = context.reach("applications", "assign-experts");
  if (reach === null) return [];
  const { services, today, rounds } = context;
  const within = withinReach(reach, applicationReachColumns);
  const found: Found[] = [];
  for (const round of rounds) {
    const { document } = await policyOfRound(services.catalog, round, today);
    const least = lifecycleFigure(document, "experts_least");
    const panels = await listPanelsUnderWay(services.database, { within, roundId: round.id, least, today });
    for (const panel of panels) {
      const { stage, count, sheets, firstOn } = panel;
      const on = { count, work: workOn("applications", panel, { roundId: round.id, state: ["received"] }) };
      const article = articleFor(context, "applications", "assign-experts");
      const first = firstOn === null ? "" : spellDay(firstOn, today);
      if (stage === "unassigned") {
        const text = `待安排或补足专家${count}份，每份至少${least}名、单数`;
        found.push({ ...on, kind: "panels_to_assign", text, article, dueOn: null });
      } else if (stage === "scored") {
        const text = `专家评分已齐、待结束评审${count}份`;
        found.push({ ...on, kind: "reviews_to_finish", text, article, dueOn: null });
      } else if (stage === "overdue") {
        const text = `评审逾期${count}份，还差${sheets}张评分表，最早应在${first}交齐`;
        found.push({ ...on, kind: "reviews_overdue", text, article, dueOn: firstOn });
      } else {
        const text = `正在评审${count}份，还差${sheets}张评分表，最早${first}到期`;
        found.push({ ...on, kind: "reviews_due", text, article, dueOn: firstOn, isUpcoming: true });
      }
    }
  }
  return found;
};

/** What an expert has to declare and to hand in. */
export const ownReviews: TaskSource = async (context) => {
  const reach = context.reach("reviews", "submit");
  if (reach === null) return [];
  const { services, today, userId } = context;
  const reviews = await listOpenReviews(services.database, withinReach(reach, reviewReachColumns(userId)));
  return reviews.map((waiting) => {
    const { state, count, firstOn } = waiting;
    const last = firstOn === null ? "" : `，最早${spellDay(firstOn, today)}24:00到期`;
    const on = { count, dueOn: firstOn, work: workOn("reviews", waiting, { state: [state] }) };
    return state === "assigned"
      ? {
          ...on,
          kind: "conflicts_to_declare" as const,
          text: `先声明是否需要回避${count}份，声明后才能看材料${last}`,
          article: articleFor(context, "reviews", "declare-conflict"),
        }
      : {
          ...on,
          kind: "sheets_to_hand_in" as const,
          text: `待提交评分表${count}份${last}`,
          article: articleFor(context, "reviews", "submit"),
        };
  });
};
