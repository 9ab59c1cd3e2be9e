/** What a number in a cell stands for, by its format; `month` is a date that shows no day. */
export type NumberFormat = "plain" | "date" | "month" | "percent";

/** Formats that are known by number alone (ECMA-376, 18.8.30, with those of Chinese editions). */
function builtInFormat(id: number): NumberFormat {
  if (id === 9 || id === 10) return "percent";
  if (id === 17 || id === 55 || id === 57) return "month";
  const isDate = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  return isDate ? "date" : "plain";
}

/** What a format of the workbook's own shows: letters in quotes, brackets and after a backslash are decoration. */
function formatOfCode(code: string): NumberFormat {
  const [positive = ""] = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, "").split(";");
  if (positive.includes("%")) return "percent";
  if (/general/i.test(positive) || !/[ymdhs]/i.test(positive)) return "plain";
  return /y/i.test(positive) && !/d/i.test(positive) ? "month" : "date";
}

/** The format of each cell style, from the parts of `styles.xml`. */
export function numberFormats(codes: ReadonlyMap<number, string>, styles: readonly number[]): NumberFormat[] {
  return styles.map((id) => {
    const code = codes.get(id);
    return code === undefined ? builtInFormat(id) : formatOfCode(code);
  });
}

const millisecondsOfDay = 86_400_000;

/**
 * The day that a serial number of a spreadsheet stands for, YYYY-MM-DD; null where there is none.
 *
 * @param startsIn1904 the other epoch, which workbooks from old Macintoshes have
 */
export function dayOfSerial(serial: number, startsIn1904: boolean): string | null {
  const day = Math.floor(serial);
  // Day 60 of the common epoch is 29 February 1900, which never was; nothing of ours is older than that.
  if (!(day > 60 && day < 2_958_466)) return null;
  const epoch = startsIn1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  return new Date(epoch + day * millisecondsOfDay).toISOString().slice(0, 10);
}
