import type {
  DecideSanction,
  NotifySanction,
  PublishSanction,
  ReinstateSanction,
  ServeSanction,
} from "@shifan/contract";
import type { Database, SanctionFile } from "@shifan/db";
import { formatDate, lifecycleFigure, type Policy, parseDate, sanctionOfPolicy, spellDate } from "@shifan/rules";
import type { On } from "../acts/begin.ts";
import type { ActOutcome, InputErrors } from "../acts/outcome.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { checkDay } from "../organizations/input.ts";
import { actOnSanction } from "./act.ts";
import { endTitle, reinstateTitle, serveTitleEnd } from "./consequences.ts";
import { findCited } from "./grounds.ts";

type Outcome = Promise<ActOutcome<SanctionFile>>;

/** The last day of so many days, the day of the notice not counted. */
const daysAfter = (day: string, days: number) => formatDate((parseDate(day) ?? 0) + days);

/** Tells the unit what is held against it, and until when it may state its case (陈述申辩). */
export function notifySanction(services: ProcedureServices, on: On, { statementUntil }: NotifySanction): Outcome {
  const today = services.clock.today();
  const earliest = ({ document }: Policy) => daysAfter(today, lifecycleFigure(document, "statement_days"));
  return actOnSanction(services, on, {
    act: "notify",
    check: async (_, __, policy) => {
      if (statementUntil === undefined) return [];
      if (parseDate(statementUntil) === undefined) {
        return [{ path: "/statementUntil", code: "no_such_day", message: "没有这一天，请再核对一下日期" }];
      }
      const least = earliest(policy);
      const message = `陈述申辩的最后一天不早于${spellDate(least)}`;
      return statementUntil < least ? [{ path: "/statementUntil", code: "too_early", message }] : [];
    },
    changes: (_, policy) => ({ notifiedOn: today, statementUntil: statementUntil ?? earliest(policy) }),
  });
}

/** The unit states its case; until it was heard, the last statement counts. */
export function stateCase(services: ProcedureServices, on: On, statement: string): Outcome {
  const statedOn = services.clock.today();
  return actOnSanction(services, on, { act: "state-case", changes: () => ({ statement, statedOn }) });
}

/** Records that the unit was heard, or that it let its time pass. */
export function hearSanction(services: ProcedureServices, on: On, hearing: string): Outcome {
  const heardOn = services.clock.today();
  return actOnSanction(services, on, { act: "hear", changes: () => ({ hearing, heardOn }) });
}

/** Decides, with the number of the document. It takes effect when a second officer confirms it. */
export function decideSanction(
  services: ProcedureServices,
  on: On,
  { decision, documentNumber, ...optional }: DecideSanction,
): Outcome {
  const interpretationId = optional.interpretationId ?? null;
  return actOnSanction(services, on, {
    act: "decide",
    ground: documentNumber,
    interpretationId,
    check: (transaction, sanction, policy) =>
      checkCited(transaction, sanction, policy, { today: services.clock.today(), interpretationId }),
    changes: () => ({ decision, documentNumber, interpretationId, decidedBy: on.actor.userId }),
  });
}

/** An interpretation that a decision cites must count, be about its article, and not about another case alone. */
async function checkCited(
  transaction: Database,
  { id, kind }: SanctionFile,
  { document }: Policy,
  cited: { today: string; interpretationId: string | null },
): Promise<InputErrors> {
  if (cited.interpretationId === null) return [];
  const found = await findCited(transaction, cited);
  const { article } = sanctionOfPolicy(document, kind);
  const isOfThisCase = found !== null && (found.recordId === null || found.recordId === id);
  if (isOfThisCase && found.article.startsWith(article)) return [];
  const message = `没有这件已发布、已起算的${article}的解释，或它只就别的事项作出`;
  return [{ path: "/interpretationId", code: "unknown_interpretation", message }];
}

/** The second officer confirms: the decision takes effect on this day, the title ends; or its withdrawal does, and the title stands again. */
export function confirmSanction(services: ProcedureServices, on: On): Outcome {
  const today = services.clock.today();
  const isWithdrawal = ({ state }: SanctionFile) => state === "reinstatement_decided";
  return actOnSanction(services, on, {
    act: "confirm",
    changes: (sanction) =>
      isWithdrawal(sanction)
        ? { reinstatedOn: today, reinstatementConfirmedBy: on.actor.userId }
        : { effectiveOn: today, confirmedBy: on.actor.userId },
    follow: (transaction, sanction) =>
      isWithdrawal(sanction)
        ? reinstateTitle(services, transaction, on.actor, sanction)
        : endTitle(services, transaction, on.actor, sanction),
  });
}

/** Gives up a proposal, a notice or a decision that has not taken effect, or its withdrawal: then the decision stays in effect. */
export function dropSanction(services: ProcedureServices, on: On, reason: string): Outcome {
  return actOnSanction(services, on, { act: "drop", changes: () => ({ droppedReason: reason }) });
}

/** A day on which something was done with a decision: real, past or today, and not before it took effect. */
function checkAfterEffect(day: string, path: string, { effectiveOn }: SanctionFile, today: string): InputErrors {
  const errors = checkDay(day, path, today);
  if (errors.length > 0 || effectiveOn === null || day >= effectiveOn) return errors;
  return [{ path, code: "before_effect", message: `不能早于决定生效的${spellDate(effectiveOn)}` }];
}

/** The public is not told before the unit was served. Without a service the table refuses. */
function checkPublished(publishedOn: string, sanction: SanctionFile, today: string): InputErrors {
  const path = "/publishedOn";
  const errors = checkAfterEffect(publishedOn, path, sanction, today);
  const { servedOn } = sanction;
  if (errors.length > 0 || servedOn === null || publishedOn >= servedOn) return errors;
  return [{ path, code: "before_service", message: `不能早于送达的${spellDate(servedOn)}` }];
}

/** Records the service of a decision (送达): a ban counts from its day, and so do the days to answer. A message in a chat is no service. */
export function serveSanction(
  services: ProcedureServices,
  on: On,
  { method, servedOn, receipt }: ServeSanction,
): Outcome {
  return actOnSanction(services, on, {
    act: "serve",
    check: async (_, sanction) => checkAfterEffect(servedOn, "/servedOn", sanction, services.clock.today()),
    changes: (_, { document }) => ({
      servedOn,
      serviceMethod: method,
      serviceReceipt: receipt,
      answerUntil: daysAfter(servedOn, lifecycleFigure(document, "sanction_answer_days")),
    }),
    follow: (transaction, sanction) => serveTitleEnd(services, transaction, on.actor, sanction, servedOn),
  });
}

/** The unit answers the decision; its last answer counts. Nothing follows from it: a wrong decision is withdrawn by another. */
export function answerSanction(services: ProcedureServices, on: On, answer: string): Outcome {
  const answeredOn = services.clock.today();
  return actOnSanction(services, on, { act: "answer", changes: () => ({ answer, answeredOn }) });
}

/** Records where the decision is published, once the unit was served. */
export function publishSanction(
  services: ProcedureServices,
  on: On,
  { officialUrl, publishedOn }: PublishSanction,
): Outcome {
  return actOnSanction(services, on, {
    act: "publish",
    check: async (_, sanction) => checkPublished(publishedOn, sanction, services.clock.today()),
    changes: () => ({ officialUrl, publishedOn }),
  });
}

/** Decides to withdraw a wrong decision; it takes effect when a second officer confirms it. Nothing is deleted. */
export function decideReinstatement(
  services: ProcedureServices,
  on: On,
  { reason, documentNumber }: ReinstateSanction,
): Outcome {
  return actOnSanction(services, on, {
    act: "reinstate",
    ground: documentNumber,
    changes: () => ({
      reinstatement: reason,
      reinstatementNumber: documentNumber,
      reinstatementBy: on.actor.userId,
    }),
  });
}
