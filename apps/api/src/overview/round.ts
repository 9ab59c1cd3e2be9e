import type { Overview, RoundFunnel } from "@shifan/contract";
import { listRounds, listStandingPublicities, type RoundRow } from "@shifan/db";
import { type Actor, articleOfAct, type PolicyDocument, type RoundState } from "@shifan/rules";
import type { ProcedureServices } from "../acts/services.ts";
import { funnelOf } from "../round-funnels/funnel.ts";
import { daysBetween, spellDay } from "../tasks/source.ts";

export type CurrentRound = { row: RoundRow; funnel: RoundFunnel; publicityEndsOn: string | null };

/** The newest round that was announced and not called off, as its reader reaches it; null before the first. */
export async function currentRound(services: ProcedureServices, actor: Actor): Promise<CurrentRound | null> {
  const { database, defaultPolicy } = services;
  const rounds = await listRounds(database, { withDrafts: false, policyId: defaultPolicy });
  const row = rounds.find(({ state }) => state !== "cancelled");
  if (row === undefined) return null;
  const [publicity] = await listStandingPublicities(database, [row.id]);
  return { row, funnel: await funnelOf(services, actor, row), publicityEndsOn: publicity?.endsOn ?? null };
}

const standing: Readonly<Record<RoundState, string>> = {
  draft: "还没有公布",
  open: "正在申报",
  closed: "申报已截止，正在推荐",
  in_review: "正在评审",
  list_proposed: "名单已拟定，待公示",
  in_publicity: "正在公示",
  decided: "已公布结果",
  archived: "已归档",
  cancelled: "已取消",
};

/** Where a round stands, in a sentence. */
export function spellRound({ row, funnel }: CurrentRound): string {
  const certified = funnel.all.stages.find(({ stage }) => stage === "certified")?.reached ?? 0;
  return `${row.year}年度${standing[row.state]}：已提交${funnel.all.handedIn}份，已认定${certified}家`;
}

/** The days to come of a round. */
export function daysOfRound(
  document: PolicyDocument,
  { row, publicityEndsOn }: CurrentRound,
  today: string,
): Overview["next"] {
  const days = [
    { day: row.submissionDeadline, what: "申报截止", act: "submit" },
    { day: row.recommendationDeadline, what: "推荐截止", act: "recommend" },
    { day: publicityEndsOn, what: "公示期满", act: "certify" },
  ];
  return days.flatMap(({ day, what, act }) =>
    day === null || day < today
      ? []
      : [
          {
            dueOn: day,
            daysLeft: daysBetween(today, day),
            text: `${row.year}年度${what}，${spellDay(day, today)}24:00`,
            article: articleOfAct(document, "applications", act),
          },
        ],
  );
}
