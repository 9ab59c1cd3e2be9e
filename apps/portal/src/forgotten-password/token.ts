/** The token of a link for a new password, in the fragment of the address; null where the fragment names a part of the page, or nothing. */
export function tokenIn(fragment: string): string | null {
  return /^#([\w-]{16,200})$/.exec(fragment)?.[1] ?? null;
}
