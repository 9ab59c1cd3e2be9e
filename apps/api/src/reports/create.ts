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
import { firstDayOf, lastDayOf, permittingGrant, readReport, spellDate, spellPeriod } from "@shifan/rules";
import type { Person } from "../acts/begin.ts";
import { type CreationOutcome, type InputErrors, invalid } from "../acts/outcome.ts";
import { performCreationIn } from "../acts/perform.ts";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { maySeeTitle } from "../certifications/view.ts";
import { checkPeriod } from "./check-period.ts";
import { contextOfReport, relationOfReport, reportSubject } from "./subject.ts";

/** What of a period cannot stand for a title: nothing can be told of a time in which it was not valid. */
function checkPeriodOf({ kind, period }: CreateReport, title: CertificationFile, today: string): InputErrors {
  const asked = { isAnnual: kind === "annual_report", period, name: "总结", begin: "填写" };
  const errors = checkPeriod(asked, today);
  if (errors.length > 0) return errors;
  const end = title.endedOn ?? title.validTo;
  if (lastDayOf(period) >= title.validFrom && firstDayOf(period) <= end) return [];
  const message = `${spellPeriod(period)}不在这个资格的有效期（${spellDate(title.validFrom)}至${spellDate(end)}）之内`;
  return [{ path: "/period", code: "outside_title", message }];
}

/** Begins the report of a title on a period: empty, since whatever is proposed is for people to take over. */
export async function createReport(
  services: ProcedureServices,
  transaction: Database,
  actor: Person,
  request: CreateReport,
): Promise<CreationOutcome<ReportFile>> {
  const { clock } = services;
  const { certificationId, kind, period } = request;
  // Locked, so that of two begun at the same moment the second sees the first.
  const title = await lockCertification(transaction, certificationId);
  if (title === null || title.confirmedBy === null || !maySeeTitle(actor, title)) return { kind: "unknown" };
  const today = clock.today();
  const policy = await policyInForce(services, today);
  const { organizationId, district } = title;
  const relation = relationOfReport({ organizationId, district, submittedOn: null });
  const mayCreate = permittingGrant(actor, "reports", "create", relation) !== null;
  const errors = mayCreate ? checkPeriodOf(request, title, today) : [];
  if (errors.length > 0) return invalid(...errors);
  const empty = readReport(policy, {});
  const content = empty.ok ? empty.values : {};
  const at = clock.now();
  return performCreationIn(
    transaction,
    reportSubject(services),
    { actor, act: "create", relation, policy, at },
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
