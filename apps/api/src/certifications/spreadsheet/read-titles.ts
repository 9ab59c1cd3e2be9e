import { type ImportedTitle, importTitlesSchema, maximumFieldErrors } from "@shifan/contract";
import type { FormList, FormValues, Policy } from "@shifan/rules";
import type { InputErrors } from "../../acts/outcome.ts";
import { type ListReading, readListWorkbook } from "../../application-form/spreadsheet/read-list.ts";
import { fieldErrorsOf } from "../../http/validation.ts";
import type { WorkbookFault } from "../../spreadsheets/workbook.ts";
import { codeOf } from "../check-titles.ts";
import { checksList, givenOf, titlesList } from "./lists.ts";

type Rows = Extract<ListReading, { kind: "read" }>;

export type TitlesReading =
  | {
      readonly kind: "read";
      readonly titles: readonly ImportedTitle[];
      readonly ignoredColumns: readonly string[];
      /** Puts the faults of titles to the cells of the workbook. */
      placed(errors: InputErrors): InputErrors;
    }
  | { readonly kind: "unusable"; readonly fault: WorkbookFault }
  | { readonly kind: "invalid"; readonly errors: InputErrors };

const invalid = (errors: InputErrors): TitlesReading => ({
  kind: "invalid",
  errors: errors.slice(0, maximumFieldErrors),
});

/** Reads titles with their checks from a workbook into what the call in JSON takes; what is wrong is said at its cell. */
export async function readTitlesWorkbook(policy: Policy, bytes: Buffer): Promise<TitlesReading> {
  const [list, listOfChecks] = [titlesList(policy), checksList(policy)];
  const titles = await readListWorkbook(list, bytes, { sheet: "资格", mayBeMissing: false });
  if (titles.kind === "unusable") return titles;
  const checks = await readListWorkbook(listOfChecks, bytes, { sheet: listOfChecks.title, mayBeMissing: true });
  if (checks.kind === "unusable") return checks;
  if (titles.kind === "invalid" || checks.kind === "invalid") {
    return invalid([
      ...(titles.kind === "invalid" ? titles.errors : []),
      ...(checks.kind === "invalid" ? inChecks(listOfChecks, checks.errors) : []),
    ]);
  }
  if (titles.rows.length === 0) {
    return invalid([{ path: "", code: "no_rows", message: "“资格”表的表头下面没有填写的行，没有导入" }]);
  }
  const { byTitle, strangers } = assign(titles.rows, checks);
  const unassigned = inChecks(listOfChecks, strangers);
  if (unassigned.length > 0) return invalid(unassigned);
  const placed = placing([list, listOfChecks], titles, checks, byTitle);
  const body = titles.rows.map((row, at) => ({
    ...givenOf(row),
    checks: (byTitle[at] ?? []).map((index) => checkOf(checks.rows[index] ?? {})),
  }));
  const parsed = importTitlesSchema.safeParse({ titles: body });
  if (!parsed.success) return invalid(placed(fieldErrorsOf(parsed.error.issues)));
  const ignoredColumns = [...titles.ignoredColumns, ...checks.ignoredColumns];
  return { kind: "read", titles: parsed.data.titles, ignoredColumns, placed };
}

/** A row of the sheet of checks without what says of which title it is. */
function checkOf(row: FormValues) {
  const { uscc: _uscc, titleDocument: _document, platformName: _name, ...check } = row;
  return givenOf(check);
}

const inChecks = ({ title }: FormList, errors: InputErrors): InputErrors =>
  errors.map(({ cell, ...error }) => ({
    ...error,
    cell: cell === undefined ? undefined : `${title}!${cell}`,
  }));

/** Which checks belong to which title, by its code, its document and, where these do not decide, its platform. */
function assign(titles: readonly FormValues[], checks: Rows) {
  const byTitle: number[][] = titles.map(() => []);
  const strangers: InputErrors[number][] = [];
  const keyOf = (uscc: unknown, document: unknown) => JSON.stringify([codeOf({ uscc: String(uscc) }), document]);
  const known = Map.groupBy(titles.keys(), (at) => keyOf(titles[at]?.uscc, titles[at]?.documentNumber));
  for (const [index, row] of checks.rows.entries()) {
    const alike = known.get(keyOf(row.uscc, row.titleDocument)) ?? [];
    const own = alike.filter((at) => row.platformName === null || titles[at]?.platformName === row.platformName);
    const [title] = own;
    if (title !== undefined && own.length === 1) {
      byTitle[title]?.push(index);
      continue;
    }
    const [column, message] =
      own.length > 1
        ? (["platformName", "“资格”表里有几项资格是这个代码和文号，请写明平台名称"] as const)
        : (["titleDocument", "“资格”表里没有这个代码、文号和平台名称的资格"] as const);
    strangers.push({
      path: `/rows/${index}/${column}`,
      code: "unknown_title",
      message,
      cell: checks.cellOf(index, column),
    });
  }
  return { byTitle, strangers };
}

/** From /titles/3/checks/0/result to the cell in which it was written; of a column that is not there, to the row's first cell. */
function placing(
  [list, listOfChecks]: readonly [FormList, FormList],
  titles: Rows,
  checks: Rows,
  byTitle: readonly (readonly number[])[],
) {
  const say = (of: FormList, column: string, message: string) => {
    const label = of.columnsById.get(column)?.label;
    return label === undefined ? message : `“${label}”：${message}`;
  };
  return (errors: InputErrors): InputErrors =>
    errors.map((error) => {
      const [, , title = "", column = "", check, checkColumn = ""] = error.path.split("/");
      if (column !== "checks" || check === undefined) {
        const cell = titles.cellOf(Number(title), column) ?? titles.cellOf(Number(title), "uscc");
        return { ...error, cell, message: say(list, column, error.message) };
      }
      const index = byTitle[Number(title)]?.[Number(check)] ?? -1;
      const cell = checks.cellOf(index, checkColumn) ?? checks.cellOf(index, "uscc");
      const message = say(listOfChecks, checkColumn, error.message);
      return { ...error, cell: `${listOfChecks.title}!${cell}`, message };
    });
}
