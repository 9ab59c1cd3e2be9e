import { type Database, findRunningRound, listProspects, listSelfChecks, type Prospect } from "@shifan/db";
import { type DialogState, gapsOfYear, type TimeCondition, timeConditionOf } from "@shifan/dialog";
import { type ReminderSubject, yearOf } from "@shifan/rules";
import type { ReminderContext, ReminderSource } from "../source.ts";
import { among } from "./together.ts";

/** What a self-check says of time and of the year that runs. */
type Judged = { condition: TimeCondition | null; gaps: readonly string[] };

/** What was judged of a self-check, and of which answers, on which day and for which round. */
type Known = Map<string, { of: string; judged: Judged }>;
const knownIn = new WeakMap<Database, Known>();

/**
 * Everybody who asked, with what their answers say. Those that are unchanged since the last look of the same day are not read again: what it costs
 * is what was answered since.
 */
async function judgeProspects(context: ReminderContext): Promise<(Prospect & Judged)[]> {
  const { services, today } = context;
  const { database, defaultPolicy } = services;
  const prospects = await listProspects(database);
  const running = await findRunningRound(database, defaultPolicy);
  const round =
    running?.state === "open" && running.submissionDeadline !== null && running.submissionDeadline >= today
      ? { year: running.year, submissionDeadline: running.submissionDeadline }
      : null;
  const stampOf = ({ revision }: Prospect) => `${revision} ${today} ${round?.year} ${round?.submissionDeadline}`;
  const before = knownIn.get(database) ?? new Map();
  const now: Known = new Map();
  const changed = prospects.filter((prospect) => before.get(prospect.sessionId)?.of !== stampOf(prospect));
  const read = await listSelfChecks(
    database,
    changed.map(({ sessionId }) => sessionId),
  );
  const checks = new Map(read.map((check) => [check.id, check]));
  for (const prospect of prospects) {
    const { sessionId } = prospect;
    const of = stampOf(prospect);
    const known = before.get(sessionId);
    const check = checks.get(sessionId);
    if (known?.of === of) now.set(sessionId, known);
    else if (check !== undefined) now.set(sessionId, { of, judged: await judge(context, check, round) });
  }
  knownIn.set(database, now);
  return prospects.flatMap((prospect) => {
    const known = now.get(prospect.sessionId);
    return known === undefined ? [] : { ...prospect, ...known.judged };
  });
}

type SelfCheck = Awaited<ReturnType<typeof listSelfChecks>>[number];

async function judge(
  { services, today }: ReminderContext,
  { policyId, policyVersion, state, lastUsedOn }: SelfCheck,
  round: { year: number; submissionDeadline: string } | null,
): Promise<Judged> {
  const policy = await services.catalog.find(policyId, policyVersion);
  // Answers under a version that this release cannot use say nothing.
  if (policy === null) return { condition: null, gaps: [] };
  const held = { policy, newerPolicy: null, round };
  return {
    // As of the day of the last answer: on the day itself the condition is met, and there is none to wait for.
    condition: timeConditionOf(state as DialogState, { ...held, today: lastUsedOn }),
    gaps: gapsOfYear(state as DialogState, { ...held, today }, Number(yearOf(today))),
  };
}

/** The day from which nothing but time stood in the way of those who asked. */
const eligibleOn: ReminderSource = async (context, query) => {
  const judged = await judgeProspects(context);
  const found = judged.flatMap(({ recipientId, sessionId, condition }) => {
    if (condition === null || !query.days.includes(condition.day)) return [];
    const { title, article } = condition.criterion;
    return {
      resource: "chat-sessions",
      recordId: sessionId,
      dueOn: condition.day,
      told: { audience: "prospect" as const, recipientId },
      values: async () => ({ condition: title, condition_article: article }),
    };
  });
  return among(query, found);
};

/** What those who asked can still mend by the end of the year. */
const yearEndGap: ReminderSource = async (context, query) => {
  const dueOn = `${yearOf(context.today)}-12-31`;
  if (!query.days.includes(dueOn)) return [];
  const judged = await judgeProspects(context);
  const found = judged.flatMap(({ recipientId, sessionId, gaps }) =>
    gaps.length === 0
      ? []
      : {
          resource: "chat-sessions",
          recordId: sessionId,
          dueOn,
          told: { audience: "prospect" as const, recipientId },
          values: async () => ({ gaps: gaps.join("；") }),
        },
  );
  return among(query, found);
};

export const prospectSources = {
  eligible_on: eligibleOn,
  year_end_gap: yearEndGap,
} satisfies Partial<Record<ReminderSubject, ReminderSource>>;
