import { randomUUID } from "node:crypto";
import { maximumFieldErrors } from "@shifan/contract";
import { findServedList, lockOrganization, type NewServedEnterprise, writeServedList } from "@shifan/db";
import { type FormList, type FormValues, openActs, permittingGrant, readRow, servedListMachine } from "@shifan/rules";
import type { On } from "../acts/begin.ts";
import { type ActOutcome, type InputErrors, invalid } from "../acts/outcome.ts";
import { performActIn, performCreationIn } from "../acts/perform.ts";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { readListWorkbook } from "../application-form/spreadsheet/read-list.ts";
import { sealRow } from "../applications/row-values.ts";
import { checkPeriod } from "../reports/check-period.ts";
import type { WorkbookFault } from "../spreadsheets/workbook.ts";
import { readListFile, relationOfList, type ServedListFile, servedListSubject } from "./subject.ts";

/** Whose list is written, by whom, in the state that they have seen; the id is the organization's. */
export type ListOn = On & { readonly period: string };

type Rows =
  | { readonly ok: true; readonly rows: readonly FormValues[] }
  | { readonly ok: false; readonly errors: InputErrors };

/** Writes a list as a whole, the first time or in the place of what it was. The revision of a list that was never kept is 0. */
async function writeList(
  services: ProcedureServices,
  { actor, id, period, revision }: ListOn,
  readRows: (list: FormList) => Rows,
): Promise<ActOutcome<ServedListFile>> {
  const { clock, database, personalKeys } = services;
  const policy = await policyInForce(services);
  const { servedList } = policy.reportForm;
  const at = clock.now();
  return database.transaction(async (transaction) => {
    // Locked, so that of two who begin the same list at the same moment the second finds it.
    const organization = await lockOrganization(transaction, id);
    if (organization === null || servedList === null) return { kind: "unknown" };
    const relation = await relationOfList(transaction, organization, period);
    const mayEdit = openActs(servedListMachine, { state: "kept", relation, actor }).includes("edit");
    const errors = mayEdit
      ? checkPeriod({ isAnnual: false, period, name: "服务名单", begin: "录入" }, clock.today())
      : [];
    if (errors.length > 0) return invalid(...errors);
    const read = mayEdit ? readRows(servedList) : ({ ok: true, rows: [] } as const);
    const subject = servedListSubject(services, organization, period);
    const write = async () => {
      const rows = read.ok ? read.rows : [];
      const sealed = rows.map((values): NewServedEnterprise => {
        return { rowId: randomUUID(), ...sealRow(servedList, values, personalKeys) };
      });
      const written = { organizationId: id, period, changedBy: actor.userId, changedAt: at };
      const list = await writeServedList(transaction, written, sealed);
      const row = await readListFile(transaction, organization, list);
      return { row, result: row, fields: ["rows"] };
    };
    const context = async () => null;
    const known = await findServedList(transaction, { organizationId: id, period });
    if (known !== null) {
      const check = async () => (read.ok ? [] : read.errors);
      const request = { actor, id: `${id}/${period}`, act: "edit", revision, at };
      return performActIn(transaction, subject, request, { check, context, write });
    }
    if (mayEdit && revision !== 0) return { kind: "stale", revision: 0, state: "unknown" };
    if (!read.ok) return invalid(...read.errors);
    const request = { actor, act: "edit", relation, policy, at };
    const outcome = await performCreationIn(transaction, subject, request, { context, write });
    // Whoever may not read a list learns neither that there is none nor that there is such an organization; the trail says that they tried.
    const mayRead = permittingGrant(actor, "served_lists", "read", relation) !== null;
    return outcome.kind === "refused" && !mayRead ? { kind: "unknown" } : outcome;
  });
}

/** Puts rows in the place of all that a list has. All of them are good, or none is written. */
export async function replaceServedList(
  services: ProcedureServices,
  on: ListOn,
  raw: readonly unknown[],
): Promise<ActOutcome<ServedListFile>> {
  const policy = await policyInForce(services);
  return writeList(services, on, ({ id }) => {
    const rows: FormValues[] = [];
    const errors: InputErrors[number][] = [];
    for (const [index, each] of raw.entries()) {
      const reading = readRow(policy, id, each, `/rows/${index}`);
      if (reading.ok) rows.push(reading.values);
      else errors.push(...reading.errors);
      if (errors.length >= maximumFieldErrors) break;
    }
    return errors.length === 0 ? { ok: true, rows } : { ok: false, errors: errors.slice(0, maximumFieldErrors) };
  });
}

/** Takes a list from a workbook, in the place of all that it has. When one cell is wrong, nothing is taken. */
export async function importServedList(
  services: ProcedureServices,
  on: ListOn,
  bytes: Buffer,
): Promise<
  | {
      readonly kind: "written";
      readonly outcome: ActOutcome<ServedListFile>;
      readonly rows: number;
      readonly ignoredColumns: readonly string[];
    }
  | { readonly kind: "unusable"; readonly fault: WorkbookFault }
> {
  const policy = await policyInForce(services);
  const { servedList } = policy.reportForm;
  if (servedList === null) return { kind: "written", outcome: { kind: "unknown" }, rows: 0, ignoredColumns: [] };
  const reading = await readListWorkbook(servedList, bytes);
  if (reading.kind === "unusable") return reading;
  if (reading.kind === "invalid") {
    const outcome = await writeList(services, on, () => ({ ok: false, errors: reading.errors }));
    return { kind: "written", outcome, rows: 0, ignoredColumns: [] };
  }
  const { rows, ignoredColumns } = reading;
  const outcome = await writeList(services, on, () => (rows.length === 0 ? noRows : { ok: true, rows }));
  return { kind: "written", outcome, rows: rows.length, ignoredColumns };
}

const noRows: Rows = {
  ok: false,
  errors: [{ path: "", code: "no_rows", message: "表头下面没有填写的行，没有导入" }],
};
