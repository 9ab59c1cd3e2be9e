import { formatScaled, parseScaled } from "./decimal.ts";

/** Thousands separators, as officials print amounts: 1234567.8 → 1,234,567.8. */
export function groupDigits(text: string): string {
  const [whole = "", fraction] = text.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** An amount in 元 as people write it: 1600000.00 → 160万元; where 万元 would take more than two decimals, the exact 元. */
export function spellMoney(yuan: string): string {
  const cents = parseScaled(yuan, 2);
  const exact = `${groupDigits(formatScaled(cents, 2))}元`;
  if (Math.abs(cents) < 1_000_000) return exact;
  const tenThousands = formatScaled(cents, 6);
  const decimals = tenThousands.split(".")[1]?.length ?? 0;
  return decimals > 2 ? exact : `${groupDigits(tenThousands)}万元`;
}
