import type { HearInspection } from "@shifan/contract";
import type { InspectionFile } from "@shifan/db";
import { daysAfter, lifecycleFigure } from "@shifan/rules";
import type { On } from "../acts/begin.ts";
import type { ActOutcome, InputErrors } from "../acts/outcome.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { exemptObligation } from "../obligations/consequences.ts";
import { actOnInspection } from "./act.ts";
import { checkBetween } from "./days.ts";

const findingsOf = {
  absent: ["accepted", "without_reason"],
  falsified: ["falsified", "not_falsified"],
} as const;

/**
 * Hears the unit that did not attend an appraisal, or whose papers are said to be falsified, and finds whether it is so: before, neither is a ground
 * for anything (第十三条).
 */
export function hearInspection(
  services: ProcedureServices,
  on: On,
  body: HearInspection,
): Promise<ActOutcome<InspectionFile>> {
  const { heardOn, hearing, finding, result } = body;
  const today = services.clock.today();
  return actOnInspection(services, on, {
    act: "hear",
    check: (inspection) => [
      ...checkBetween(heardOn, "/heardOn", { earliest: inspection.carriedOutOn, latest: today }),
      ...checkFinding(inspection, body),
    ],
    brings: () => ({ hasReasons: hearing !== "" }),
    changes: (_, { document }) => ({
      heardOn,
      hearing,
      foundOn: today,
      // Whoever is told something against them may answer that, too.
      findingAnswerUntil:
        finding === "accepted" || result === "passed"
          ? null
          : daysAfter(today, lifecycleFigure(document, "check_answer_days")),
      absenceFinding: finding === "accepted" || finding === "without_reason" ? finding : null,
      isFalsified: finding === "falsified" || finding === "not_falsified" ? finding === "falsified" : null,
      ...(result === null ? {} : { result }),
    }),
    follow: async (transaction, { id: period, kind, certificationId: subject }) => {
      if (kind !== "appraisal" || finding !== "accepted") return;
      // The law asks about 无故不参加 alone: whoever had reason to stay away owes this appraisal no more, and may be asked to another one.
      const key = { kind, subject, period, exemption: "absence_accepted" as const };
      await exemptObligation(services, transaction, { ...key, actor: on.actor });
    },
  });
}

/** The finding answers what was recorded; what was not falsified has a result of its own. What cannot be heard at all is refused by the table. */
function checkFinding({ result }: InspectionFile, body: HearInspection): InputErrors {
  if (result !== "absent" && result !== "falsified") return [];
  const open: readonly string[] = findingsOf[result];
  if (!open.includes(body.finding)) {
    return [{ path: "/finding", code: "not_allowed", message: `只能是：${open.join("、")}` }];
  }
  const needsResult = body.finding === "not_falsified";
  if (needsResult && body.result === null) {
    return [{ path: "/result", code: "required", message: "不成立的，请写明这次考核合格还是不合格" }];
  }
  return !needsResult && body.result !== null
    ? [{ path: "/result", code: "not_allowed", message: "只有弄虚作假不成立时才写" }]
    : [];
}
