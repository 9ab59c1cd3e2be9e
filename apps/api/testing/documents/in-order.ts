/** The first of the texts that does not come after the ones before it, white space apart; null where all come in order. */
export function firstOutOfOrder(text: string, expected: readonly string[]): string | null {
  let from = 0;
  for (const each of expected) {
    const wanted = each.replace(/\s/g, "");
    const at = text.indexOf(wanted, from);
    if (at < 0) return each;
    from = at + wanted.length;
  }
  return null;
}
