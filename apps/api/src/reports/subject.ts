import { lockReport, type ReportFile, type ReportRow } from "@shifan/db";
import {
  lastDayOf,
  missingOfReport,
  type Policy,
  type Relation,
  type ReportContext,
  type ReportState,
  reportMachine,
} from "@shifan/rules";
import { policyOfRound } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import type { Subject } from "../acts/subject.ts";

/** Who reaches a report: its platform, and once it was handed in its district and the city. */
export function relationOfReport({
  organizationId,
  district,
  submittedOn,
}: Pick<ReportRow, "organizationId" | "district" | "submittedOn">): Relation {
  const isHandedIn = submittedOn !== null;
  return { organization: organizationId, district, account: null, isHandedIn, isPaper: false, isPublished: false };
}

/** The policy version whose form a report is. */
export function policyOfReport(
  { catalog, clock, defaultPolicy }: Pick<ProcedureServices, "catalog" | "clock" | "defaultPolicy">,
  { policyVersion }: Pick<ReportRow, "policyVersion">,
): Promise<Policy> {
  return policyOfRound(catalog, { policyId: defaultPolicy, policyVersion }, clock.today());
}

/** Reports as records that live by their table, each by the policy version under which it was begun. */
export function reportSubject(services: ProcedureServices): Subject<ReportFile, ReportState, ReportContext> {
  return {
    machine: reportMachine,
    lock: lockReport,
    idOf: ({ id }) => id,
    stateOf: ({ state }) => state,
    relationOf: relationOfReport,
    revisionOf: ({ revision }) => revision,
    policyOf: (_, report) => policyOfReport(services, report),
    recordOf: (report) => report,
  };
}

/** What the table of reports asks of one. */
export function contextOfReport(
  policy: Policy,
  { period, content }: Pick<ReportRow, "period" | "content">,
  { today, hasReasons = false }: { today: string; hasReasons?: boolean },
): ReportContext {
  return { today, periodEndsOn: lastDayOf(period), missingFields: missingOfReport(policy, content), hasReasons };
}
