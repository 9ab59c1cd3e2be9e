import { randomUUID } from "node:crypto";
import { findCertification } from "@shifan/db";
import type { AbsenceFinding, TitleCheckKind, TitleCheckResult } from "@shifan/rules";
import type { TestApp } from "./app.ts";

export type TestCheck = {
  certificationId: string;
  kind: TitleCheckKind;
  carriedOutOn: string;
  result: TitleCheckResult;
  absenceFinding?: AbsenceFinding;
  isFalsified?: boolean;
};

/** A look at a title that is closed, as if all its acts had been done. @returns its id */
export async function addClosedCheck({ database, clock }: TestApp, check: TestCheck): Promise<string> {
  const { certificationId, kind, carriedOutOn: day, result, absenceFinding = null, isFalsified = null } = check;
  const title = await findCertification(database, certificationId);
  const id = randomUUID();
  const at = clock.now().toISOString();
  const text = (value: string | null | undefined) => (value === null || value === undefined ? "null" : `'${value}'`);
  await database.execute(
    `insert into inspections (id, kind, certification_id, organization_id, district, period, state, planned_on, checklist, findings, carried_out_on, recorded_on,
      result, answer_until, absence_finding, is_falsified, closed_on, created_by, created_at, revision)
      values ('${id}', '${kind}', '${certificationId}', ${text(title?.organizationId)}, ${text(title?.district)}, '2026-H1', 'closed', '${day}', '{}',
      '记录', '${day}', '${day}', '${result}', '${day}', ${text(absenceFinding)}, ${isFalsified}, '${day}', 'officer', '${at}', 1)`,
  );
  return id;
}
