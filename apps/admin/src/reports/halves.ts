/** The half in which a day lies, and those before it, the latest first: 2026-H2, 2026-H1, … */
export function halvesUntil(today: string, count: number): readonly string[] {
  const year = Number(today.slice(0, 4));
  const latest = year * 2 + (today.slice(5, 7) > "06" ? 1 : 0);
  return Array.from({ length: count }, (_, back) => {
    const half = latest - back;
    return `${Math.floor(half / 2)}-H${(half % 2) + 1}`;
  });
}

/** 2026年下半年. */
export function halfText(half: string): string {
  return `${half.slice(0, 4)}年${half.endsWith("H1") ? "上" : "下"}半年`;
}
