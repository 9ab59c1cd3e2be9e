const digits = "零一二三四五六七八九";

/** A whole number below 10^8 as it is read out in Chinese. */
export function spellNumber(value: number): string {
  if (value >= 10_000) {
    const rest = value % 10_000;
    const zero = rest > 0 && rest < 1_000 ? "零" : "";
    return `${spellNumber(Math.floor(value / 10_000))}万${zero}${rest === 0 ? "" : spellNumber(rest)}`;
  }
  for (const [unit, name] of [
    [1_000, "千"],
    [100, "百"],
    [10, "十"],
  ] as const) {
    if (value < unit) continue;
    const rest = value % unit;
    const zero = rest > 0 && rest < unit / 10 ? "零" : "";
    return `${digits[Math.floor(value / unit)]}${name}${zero}${rest === 0 ? "" : spellNumber(rest)}`;
  }
  return digits[value] ?? "";
}

/** An amount in 元 as people write it: with separators, in 万元, or in characters. */
export function spellAmount(yuan: string, pick: (ways: number) => number): string {
  const [whole = "", cents = "00"] = yuan.split(".");
  const ways = [`${whole.replace(/\B(?=(\d{3})+$)/g, ",")}.${cents.padEnd(2, "0")}元`, `${yuan}元`];
  if (/^0*$/.test(cents) && whole.endsWith("0000")) ways.push(`${whole.slice(0, -4)}万`);
  if (/^0*$/.test(cents) && /^\d{1,8}$/.test(whole)) ways.push(`${spellNumber(Number(whole))}元`);
  return ways[pick(ways.length)] as string;
}

/** A day as people write it. */
export function spellDay(date: string, pick: (ways: number) => number): string {
  const [year = "", month = "", day = ""] = date.split("-").map(Number).map(String);
  return [`${year}年${month}月${day}日`, date, `${year}.${month}.${day}`][pick(3)] as string;
}
