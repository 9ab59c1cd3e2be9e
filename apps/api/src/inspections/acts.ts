import type { CheckAgainInspection, NotifyInspection } from "@shifan/contract";
import { type InspectionFile, lockCertification } from "@shifan/db";
import { daysAfter, halfOf, lifecycleFigure } from "@shifan/rules";
import type { On } from "../acts/begin.ts";
import type { ActOutcome } from "../acts/outcome.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { exemptObligation } from "../obligations/consequences.ts";
import { planAppraisalObligation } from "../obligations/plan.ts";
import { actOnInspection } from "./act.ts";
import { checkBetween, checkDayToCome } from "./days.ts";
import { titleOf } from "./subject.ts";

type Outcome = Promise<ActOutcome<InspectionFile>>;

/** Moves a planned look to another day. */
export function editInspection(services: ProcedureServices, on: On, plannedOn: string): Outcome {
  const today = services.clock.today();
  return actOnInspection(services, on, {
    act: "edit",
    check: () => checkDayToCome(plannedOn, "/plannedOn", today),
    changes: () => ({ plannedOn, period: halfOf(plannedOn) }),
  });
}

/** Announces an appraisal with its content and its day, so many days before at least and while the title runs. */
export function notifyInspection(services: ProcedureServices, on: On, body: NotifyInspection): Outcome {
  const { noticeText, takesPlaceOn } = body;
  const today = services.clock.today();
  return actOnInspection(services, on, {
    act: "notify",
    check: async ({ certificationId }, { document }, transaction) => {
      const earliest = daysAfter(today, lifecycleFigure(document, "appraisal_notice_days"));
      // Against the end of the title at the same moment, after which nobody may be asked to attend.
      const title = await lockCertification(transaction, certificationId);
      // On a day without the title nothing could be recorded of it, and the unit would owe what nobody can do.
      const latest = title?.validTo ?? null;
      return checkBetween(takesPlaceOn, "/takesPlaceOn", { earliest, latest });
    },
    changes: () => ({ noticeText, takesPlaceOn, notifiedOn: today }),
    follow: async (transaction, { id: noticeId, certificationId }) => {
      const title = await titleOf(transaction, certificationId);
      await planAppraisalObligation(services, transaction, { title, noticeId, dueOn: takesPlaceOn, actor: on.actor });
    },
  });
}

/** The unit's own words, in time or later; until the look is closed, the last ones stand. */
export function answerInspection(services: ProcedureServices, on: On, answer: string): Outcome {
  const answeredOn = services.clock.today();
  return actOnInspection(services, on, { act: "answer", changes: () => ({ answer, answeredOn }) });
}

/** Looks again at what was to be put right. It is no new check. */
export function checkInspectionAgain(services: ProcedureServices, on: On, body: CheckAgainInspection): Outcome {
  const { checkedAgainOn, checkedAgain, isRectified, fileIds } = body;
  const today = services.clock.today();
  return actOnInspection(services, on, {
    act: "check-again",
    fileIds,
    check: ({ carriedOutOn, rectifyUntil }) =>
      rectifyUntil === null
        ? [{ path: "/checkedAgainOn", code: "not_allowed", message: "这次检查没有要求整改" }]
        : checkBetween(checkedAgainOn, "/checkedAgainOn", { earliest: carriedOutOn, latest: today }),
    brings: () => ({ hasReasons: checkedAgain !== "" }),
    changes: () => ({ checkedAgainOn, checkedAgain, isRectified }),
  });
}

/** Closes a look: the unit has answered or had its time, and what was to be put right was looked at again. */
export function closeInspection(services: ProcedureServices, on: On): Outcome {
  const closedOn = services.clock.today();
  return actOnInspection(services, on, {
    act: "close",
    changes: () => ({ closedOn }),
  });
}

/** Calls a look off that did not take place, with the reason. */
export function callOffInspection(services: ProcedureServices, on: On, reason: string): Outcome {
  return actOnInspection(services, on, {
    act: "call-off",
    ground: reason,
    brings: () => ({ hasReasons: reason !== "" }),
    changes: () => ({ reason }),
    follow: async (transaction, { id: period, kind, certificationId: subject, notifiedOn }) => {
      if (kind !== "appraisal" || notifiedOn === null) return;
      const key = { kind, subject, period, exemption: "called_off" as const };
      await exemptObligation(services, transaction, { ...key, actor: on.actor, ground: reason });
    },
  });
}
