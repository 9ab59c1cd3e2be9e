import { type FormField, type FormList, normaliseName } from "@shifan/rules";
import type { MergedRange, Sheet, SheetRow } from "../../spreadsheets/sheet.ts";
import { textOfCell } from "./cell-values.ts";

/** What stands in a column of a sheet: a column of the list, or one option of it, ticked (满意 | 不满意). */
export type HeadedColumn = { readonly field: FormField; readonly option: string | null };

export type Headings = {
  /** The last row of the headings. */
  readonly bottom: number;
  readonly columns: ReadonlyMap<number, HeadedColumn>;
  /** Columns with a heading that the list does not know. */
  readonly others: ReadonlyMap<number, string>;
};

/** Titles and explanations may stand above the headings. */
const rowsLookedAt = 30;
/** No table has more merged cells than this around its headings. */
const mergesLookedAt = 500;
const runningNumbers = new Set(["序号", "编号", "no", "no."]);

/** A heading as it is compared: without marks, and without the unit that people move in and out of brackets. */
function keyOf(text: string): string {
  return normaliseName(text).replace(/[*:,、。;]/g, "");
}
const withoutUnit = (key: string): string => key.replace(/\([^()]*\)/g, "").replace(/%$/, "");

type Known = { readonly exact: ReadonlyMap<string, FormField>; readonly loose: ReadonlyMap<string, FormField> };

function knownHeadings({ columns }: FormList): Known {
  const exact = new Map<string, FormField>();
  const loose = new Map<string, FormField>();
  for (const field of columns) {
    for (const text of [field.label, field.name]) {
      exact.set(keyOf(text), field);
      loose.set(withoutUnit(keyOf(text)), field);
    }
  }
  return { exact, loose };
}

function fieldOf({ exact, loose }: Known, text: string): FormField | undefined {
  const key = keyOf(text);
  return exact.get(key) ?? loose.get(withoutUnit(key));
}

/** The text over a column in a row; a merged cell stands over all that it covers. */
function headingAt(row: SheetRow, column: number, byNumber: ReadonlyMap<number, SheetRow>, merges: MergedRange[]) {
  const own = textOfCell(row.cells.get(column));
  if (own !== "") return own;
  const merge = merges.find(
    ({ top, bottom, left, right }) => top <= row.number && row.number <= bottom && left <= column && column <= right,
  );
  return merge === undefined ? "" : textOfCell(byNumber.get(merge.top)?.cells.get(merge.left));
}

/** Finds the row, or the two rows, in which the headings of a list stand; null where no more than one of them is found. */
export function findHeadings(list: FormList, { rows, merges }: Sheet): Headings | null {
  const known = knownHeadings(list);
  const upper = rows.filter(({ number }) => number <= rowsLookedAt + 1);
  const byNumber = new Map(upper.map((row) => [row.number, row]));
  const near = merges.filter(({ top }) => top <= rowsLookedAt + 1).slice(0, mergesLookedAt);
  let best: Headings | null = null;
  for (const row of upper.slice(0, rowsLookedAt)) {
    const below = byNumber.get(row.number + 1);
    for (const lower of below === undefined ? [null] : [null, below]) {
      const read = readHeadings(list, known, row, lower, (of, column) => headingAt(of, column, byNumber, near));
      if (read.columns.size > (best?.columns.size ?? Math.min(2, list.columns.length) - 1)) best = read;
    }
  }
  return best;
}

function readHeadings(
  list: FormList,
  known: Known,
  row: SheetRow,
  below: SheetRow | null,
  headingOf: (row: SheetRow, column: number) => string,
): Headings {
  const columns = new Map<number, HeadedColumn>();
  const others = new Map<number, string>();
  const widest = Math.max(...row.cells.keys(), ...(below?.cells.keys() ?? []));
  const options = optionsIn(list, below ?? row, headingOf, widest);
  const note = (text: string, column: number): void => {
    if (text.trim() === "" || runningNumbers.has(keyOf(text))) return;
    const field = fieldOf(known, text);
    if (field === undefined) others.set(column, text.trim());
    else columns.set(column, { field, option: null });
  };
  for (let column = 1; column <= widest; column += 1) {
    const option = options.get(column);
    const upper = headingOf(row, column);
    const lower = below === null ? "" : headingOf(below, column);
    if (option !== undefined) columns.set(column, option);
    else if (below !== null && !isHeading(known, lower) && lower !== upper) {
      // What stands below a heading is a row of the list, and not a second line of headings.
      if (lower !== "") return { bottom: row.number, columns: new Map(), others };
      note(upper, column);
    } else note(below === null ? upper : lower, column);
  }
  return { bottom: below?.number ?? row.number, columns, others };
}

const isHeading = (known: Known, text: string): boolean =>
  fieldOf(known, text) !== undefined || runningNumbers.has(keyOf(text));

/** Columns headed by the options of a choice; one alone is a value in a row and no heading. */
function optionsIn(
  { columns }: FormList,
  row: SheetRow,
  headingOf: (row: SheetRow, column: number) => string,
  widest: number,
): ReadonlyMap<number, HeadedColumn> {
  const found = new Map<number, HeadedColumn>();
  for (const field of columns) {
    if (field.type !== "choice") continue;
    const own = new Map<number, HeadedColumn>();
    for (let column = 1; column <= widest; column += 1) {
      const key = keyOf(headingOf(row, column));
      const option = field.options?.find(({ label }) => keyOf(label) === key);
      if (option !== undefined) own.set(column, { field, option: option.value });
    }
    if (new Set([...own.values()].map(({ option }) => option)).size < 2) continue;
    for (const [column, headed] of own) found.set(column, headed);
  }
  return found;
}
