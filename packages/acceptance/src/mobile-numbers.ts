/** The numbers of mobile telephones in what was answered. Eleven digits inside a hash or an id are none. */
export function mobileNumbersIn(answered: unknown): readonly string[] {
  return JSON.stringify(answered).match(/(?<![\dA-Za-z])1[3-9]\d{9}(?![\dA-Za-z])/g) ?? [];
}
