import { randomUUID } from "node:crypto";
import type { CreateReport } from "@shifan/contract";
import {
  type CertificationFile,
  type Database,
  findReportOf,
  insertReport,
  lockCertification,
  type ReportFile,
} from "@shifan/db";
import {
  type Actor,
  calendarYearOf,
  firstDayOf,
  isPeriod,
  lastDayOf,
  type ReportKind,
  readReport,
  spellDate,
  spellPeriod,
} from "@shifan/rules";
import { type CreationOutcome, type InputErrors, invalid } from "../acts/outcome.ts";
import { performCreationIn } from "../acts/perform.ts";
import { policyOfRound } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { maySeeTitle } from "../certifications/view.ts";
import { contextOfReport, relationOfReport, reportSubject } from "./subject.ts";

/** Half a year has a half-year report, a year an annual one. */
function isPeriodOf(kind: ReportKind, period: string): boolean {
  return isPeriod(period) && (kind === "annual_report") === (period === String(calendarYearOf(period)));
}

function checkPeriod({ kind, period }: CreateReport, title: CertificationFile, today: string): InputErrors {
  if (!isPeriodOf(kind, period)) {
    const message = kind === "annual_report" ? "年度总结写年份，如2027" : "半年总结写上半年或下半年，如2027-H1";
    return [{ path: "/period", code: "other_kind", message }];
  }
  const [first, last] = [firstDayOf(period), lastDayOf(period)];
  if (today < first) {
    return [
      {
        path: "/period",
        code: "not_begun",
        message: `${spellPeriod(period)}还没有开始，${spellDate(first)}起可以填写`,
      },
    ];
  }
  const end = title.endedOn ?? title.validTo;
  if (last < title.validFrom || first > end) {
    const message = `${spellPeriod(period)}不在这个资格的有效期（${spellDate(title.validFrom)}至${spellDate(end)}）之内`;
    return [{ path: "/period", code: "outside_title", message }];
  }
  return [];
}

/** Begins the report of a title on a period: empty, since whatever is proposed is for people to take over. */
export async function createReport(
  services: ProcedureServices,
  transaction: Database,
  actor: Actor & { userId: string },
  request: CreateReport,
): Promise<CreationOutcome<ReportFile>> {
  const { catalog, clock, defaultPolicy } = services;
  const { certificationId, kind, period } = request;
  // Locked, so that of two begun at the same moment the second sees the first.
  const title = await lockCertification(transaction, certificationId);
  if (title === null || title.confirmedBy === null || !maySeeTitle(actor, title)) return { kind: "unknown" };
  const today = clock.today();
  const policy = await policyOfRound(catalog, { policyId: defaultPolicy, policyVersion: null }, today);
  const errors = checkPeriod(request, title, today);
  if (errors.length > 0) return invalid(...errors);
  const { organizationId, district } = title;
  const empty = readReport(policy, {});
  const content = empty.ok ? empty.values : {};
  const at = clock.now();
  return performCreationIn(
    transaction,
    reportSubject(services),
    {
      actor,
      act: "create",
      relation: relationOfReport({ organizationId, district, submittedOn: null }),
      policy,
      at,
    },
    {
      context: async (inside) => ({
        ...contextOfReport(policy, { period, content }, { today }),
        isOnRecord: (await findReportOf(inside, { certificationId, period })) !== null,
      }),
      write: async (inside) => {
        const row = await insertReport(inside, {
          id: randomUUID(),
          certificationId,
          organizationId,
          district,
          kind,
          period,
          policyVersion: policy.version,
          content,
          createdBy: actor.userId,
          createdAt: at,
        });
        return { row, result: row, fields: ["certificationId", "kind", "period"] };
      },
    },
  );
}
