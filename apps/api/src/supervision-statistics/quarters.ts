/** A calendar quarter: its name, and its first and last day. */
export type Quarter = { quarter: string; name: string; from: string; to: string };

const ends = ["03-31", "06-30", "09-30", "12-31"] as const;
const spelt = ["一", "二", "三", "四"] as const;

/** The quarter of a day and those after it, so many in all. @param day YYYY-MM-DD */
export function quartersFrom(day: string, count: number): readonly Quarter[] {
  const first = Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);
  return Array.from({ length: count }, (_, n) => {
    const [year, place] = [Math.floor((first + n) / 4), (first + n) % 4];
    return {
      quarter: `${year}-Q${place + 1}`,
      name: `${year}年第${spelt[place]}季度`,
      from: `${year}-${String(place * 3 + 1).padStart(2, "0")}-01`,
      to: `${year}-${ends[place]}`,
    };
  });
}
