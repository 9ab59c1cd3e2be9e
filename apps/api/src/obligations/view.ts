import type { Obligation } from "@shifan/contract";
import type { ObligationListRow, ObligationRow } from "@shifan/db";
import {
  type Actor,
  articleOfAct,
  isLateAfterLastDay,
  isPeriod,
  type ObligationHolder,
  obligationMachine,
  obligationRule,
  openActs,
  type Policy,
  permittingGrant,
  type Role,
  spellDate,
  spellPeriod,
} from "@shifan/rules";
import { relationOfObligation } from "./subject.ts";

const rolesOfHolder: Readonly<Record<ObligationHolder, readonly Role[]>> = {
  platform: ["applicant", "platform"],
  district: ["district"],
  city: ["city"],
};

/** Whether an actor acts for the one who owes an obligation. */
export function isHeldBy(actor: Actor, row: ObligationRow): boolean {
  const grants = actor.grants.filter(({ role }) => rolesOfHolder[row.holder].includes(role));
  const relation = relationOfObligation(row);
  return permittingGrant({ ...actor, grants }, "obligations", "mark-late-reason", relation) !== null;
}

/** Of an obligation what its standing follows from. Only an appraisal can be unrecorded. */
type Standing = Pick<ObligationRow, "kind" | "state" | "isBinding" | "dueOn" | "doneOn"> & {
  readonly isUnrecorded?: boolean;
};

/** How an obligation stands on a day. */
export function standingOf(owed: Standing, today: string): Obligation["standing"] {
  const { state, dueOn, doneOn, isUnrecorded = false } = owed;
  if (state === "not_applicable") return state;
  const mayBeLate = isLateAfterLastDay({ ...owed, isUnrecorded });
  if (state === "done") return doneOn !== null && doneOn > dueOn && mayBeLate ? "done_late" : "done";
  return mayBeLate && today > dueOn ? "late" : "due";
}

/** Whether an obligation is open after its last day, or was done after it; nothing that is not owed is late. */
export function isLate(owed: Standing | null, today: string): boolean {
  const standing = owed && standingOf(owed, today);
  return standing === "late" || standing === "done_late";
}

const exemptionTexts = {
  partial_period: "不满整个半年，从第一个完整的半年起要求",
  title_ended: "资格在此之前结束",
  nothing_to_report: "辖区没有要报送的平台",
  called_off: "考核已取消安排",
  absence_accepted: "没有参加的原因已经采纳；再安排考核的，另行通知",
  title_corrected: "资格的日期已更正，更正后不在这个期间",
} as const satisfies Record<NonNullable<Obligation["exemption"]>, string>;

function spellStanding(row: ObligationListRow, standing: Obligation["standing"], today: string): string {
  const last = `${spellDate(row.dueOn)}24:00`;
  switch (standing) {
    case "due":
      if (row.isUnrecorded && today > row.dueOn) return `考核定在${spellDate(row.dueOn)}，结果还没有登记`;
      return row.isBinding ? `待办，最后期限${last}` : `可以办，到${last}为止`;
    case "late":
      return `逾期未办，最后期限是${last}`;
    case "done":
      return `已于${spellDate(row.doneOn ?? "")}办结`;
    case "done_late":
      return `已于${spellDate(row.doneOn ?? "")}办结，晚于最后期限${last}`;
    case "not_applicable":
      return `不适用：${row.exemption === null ? "" : exemptionTexts[row.exemption]}`;
  }
}

/** An obligation as its reader sees it. @param policy names it and its article */
export function describeObligation(
  { document }: Pick<Policy, "document">,
  actor: Actor,
  row: ObligationListRow,
  today: string,
): Obligation {
  const { id, kind, holder, period, dueOn, isBinding, state, exemption, doneOn, doneBy } = row;
  const { lateReason, lateReasonOn, district, certificationId, organizationId, platformName, revision } = row;
  const rule = obligationRule(document, kind);
  const standing = standingOf(row, today);
  const open = openActs(obligationMachine, { state, relation: relationOfObligation(row), actor });
  return {
    id,
    kind,
    title: rule?.title ?? "",
    article: rule?.article ?? articleOfAct(document, "obligations", "plan"),
    holder,
    period,
    periodText: isPeriod(period) ? spellPeriod(period) : "",
    dueOn,
    isBinding,
    state,
    standing,
    standingText: spellStanding(row, standing, today),
    exemption,
    doneOn,
    doneBy,
    lateReason,
    lateReasonOn,
    district,
    certificationId,
    organizationId,
    platformName,
    revision,
    allowedActs: open.filter((act) => act !== "mark-late-reason" || (isLate(row, today) && isHeldBy(actor, row))),
  };
}
