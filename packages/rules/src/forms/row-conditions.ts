import type { RowCondition } from "./figures.ts";
import type { FormValues } from "./forms.ts";

/** Whether a row is like that; undefined while a value that decides it is not given. */
export function rowMeets(condition: RowCondition, row: FormValues, submissionDay: string): boolean | undefined {
  if ("all" in condition) return junction(condition.all, false, row, submissionDay);
  if ("any" in condition) return junction(condition.any, true, row, submissionDay);
  if ("blank" in condition) return row[condition.blank] == null;
  if ("given" in condition) return row[condition.given] != null;
  const value = row[condition.column];
  if (value == null) return undefined;
  if ("is" in condition) return value === condition.is;
  if ("begins_with" in condition) return String(value).startsWith(condition.begins_with);
  return String(value) >= submissionDay;
}

/** One that equals `decisive` decides; else one that is open leaves the whole open. */
function junction(
  conditions: readonly RowCondition[],
  decisive: boolean,
  row: FormValues,
  submissionDay: string,
): boolean | undefined {
  let result: boolean | undefined = !decisive;
  for (const condition of conditions) {
    const met = rowMeets(condition, row, submissionDay);
    if (met === decisive) return decisive;
    if (met === undefined) result = undefined;
  }
  return result;
}
