const named: Readonly<Record<string, string>> = { "on-the-day": "当天", "last-working-day": "最后一个工作日" };

/** An occasion as people call it: 提前7天, 次日后3天, 第2次. */
export function spellOccasion(occasion: string): string {
  const known = named[occasion];
  if (known !== undefined) return known;
  const [, kind, rest] = /^(before|after|in-its-year|every|snoozed|resent)-(.+)$/.exec(occasion) ?? [];
  switch (kind) {
    case "before":
      return `提前${rest}天`;
    case "after":
      return `过后${rest}天`;
    case "in-its-year":
      return `当年${Number(rest?.slice(0, 2))}月${Number(rest?.slice(3))}日`;
    case "every":
      return `第${rest}次`;
    case "snoozed":
      return "本人推后";
    case "resent":
      return `再发第${rest}次`;
    default:
      return occasion;
  }
}
