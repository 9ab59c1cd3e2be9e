const fullDate = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
const month = /^(\d{4})[-/.年](\d{1,2})月?$/;

const pad = (digits: string) => digits.padStart(2, "0");

/**
 * A day or a month as people write it (2021年3月15日, 2021/3/15, 2021.3, 20210315), as YYYY-MM-DD or YYYY-MM; the text itself where it is
 * neither, so that the check of the value refuses it. Whether the day exists is judged there too.
 */
export function readWrittenDay(text: string): string {
  const compact = text.normalize("NFKC").replace(/\s/g, "");
  // What a spreadsheet adds when a date is turned into text.
  const written = compact.length > 8 ? compact.replace(/(T?\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?)$/, "") : compact;
  const [, year, monthOf, day] = fullDate.exec(written) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(written) ?? [];
  if (year !== undefined && monthOf !== undefined && day !== undefined) return `${year}-${pad(monthOf)}-${pad(day)}`;
  const [, yearOfMonth, monthAlone] = month.exec(written) ?? /^(\d{4})(\d{2})$/.exec(written) ?? [];
  if (yearOfMonth !== undefined && monthAlone !== undefined) return `${yearOfMonth}-${pad(monthAlone)}`;
  return text;
}
