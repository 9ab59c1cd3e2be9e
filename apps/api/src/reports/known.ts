import {
  findObligationOf,
  findReportBefore,
  findServedList,
  listReportsHandedIn,
  listServedEnterprises,
  type ObligationRow,
  type ReportRow,
  type ServedListRow,
} from "@shifan/db";
import { countServed, type FormValues, halvesOf, type Policy, proposeReport, type ServedFigures } from "@shifan/rules";
import type { ProcedureServices } from "../acts/services.ts";

/** What is on record around a report. */
export type Known = {
  readonly obligation: ObligationRow | null;
  readonly previous: ReportRow | null;
  /** Of an annual report: its halves, each with the report on it that was handed in. */
  readonly halves: readonly { readonly period: string; readonly report: ReportRow | null }[];
  readonly servedLists: readonly ServedListRow[];
  /** With what the report may begin. */
  readonly proposal: FormValues;
};

/** Counts the lists of some halves together; null where one of them was never kept: half of a count is none. */
async function countLists(
  { database, clock }: ProcedureServices,
  policy: Policy,
  { organizationId }: ReportRow,
  { halves, kept }: { halves: readonly string[]; kept: readonly ServedListRow[] },
): Promise<ServedFigures | null> {
  if (policy.reportForm.servedList === null || kept.length < halves.length) return null;
  const rows = await listServedEnterprises(database, organizationId, halves);
  // Counting reads nothing that is sealed.
  return countServed(
    policy,
    rows.map(({ data }) => data as FormValues),
    clock.today(),
  );
}

export async function readKnown(services: ProcedureServices, policy: Policy, report: ReportRow): Promise<Known> {
  const { database } = services;
  const { kind, certificationId, organizationId, period } = report;
  const halves = halvesOf(period);
  const lists = await Promise.all(halves.map((half) => findServedList(database, { organizationId, period: half })));
  const kept = lists.filter((list) => list !== null);
  const handedIn = kind === "annual_report" ? await listReportsHandedIn(database, organizationId, halves) : [];
  const ofHalves = handedIn.filter(({ state }) => state !== "drafted");
  const [first = null, second = null] = halves.map((half) => ofHalves.findLast((each) => each.period === half) ?? null);
  const served = await countLists(services, policy, report, { halves, kept });
  return {
    obligation: await findObligationOf(database, { kind, subject: certificationId, period }),
    previous: await findReportBefore(database, { organizationId, kind, period }),
    halves:
      kind === "annual_report" ? halves.map((half, at) => ({ period: half, report: at === 0 ? first : second })) : [],
    servedLists: kept,
    proposal: proposeReport(policy, { first: first?.content ?? null, second: second?.content ?? null, served }),
  };
}
