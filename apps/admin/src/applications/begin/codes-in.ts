/** The characters of GB 32100: no I, O, S, V, Z. */
const code = /[0-9A-HJ-NPQRTUWXY]{18}/g;

/** The credit codes that the server has offered instead of one that cannot be. */
export function codesIn(message: string): readonly string[] {
  return [...new Set(message.match(code) ?? [])];
}
