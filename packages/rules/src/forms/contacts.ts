/** Half width, without spaces; the many strokes that people and programs write for a hyphen are one. */
const compact = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[\s\u200b-\u200f\u2060\ufeff]/gu, "")
    .replace(/[\u2010-\u2015\u2212]/gu, "-");

const withoutCountry = (text: string): string => text.replace(/^(\+|00)86-?/, "");

/** A mobile number of eleven digits. Segments are not looked at: the lists of them age badly. */
export function readMobile(text: string): string | undefined {
  const digits = withoutCountry(compact(text)).replace(/-/g, "");
  return /^1[3-9]\d{9}$/.test(digits) ? digits : undefined;
}

/** A mobile, a landline with area code (extension after a hyphen), or a 400 or 800 number. */
export function readPhone(text: string): string | undefined {
  const mobile = readMobile(text);
  if (mobile !== undefined) return mobile;
  const number = withoutCountry(compact(text))
    .replace(/^\((0\d{2,3})\)-?/, "$1-")
    .replace(/(转|转分机|ext\.?|x)(?=\d)/i, "-");
  if (/^[48]00-?\d{3}-?\d{4}$/.test(number)) return number.replace(/-/g, "");
  return /^0\d{2,3}-?\d{7,8}(-\d{1,6})?$/.test(number) ? number : undefined;
}

export function readEmail(text: string): string | undefined {
  const address = compact(text);
  return address.length <= 254 && /^[^@<>"',;:]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(address) ? address : undefined;
}

export function readPostcode(text: string): string | undefined {
  const digits = compact(text);
  return /^\d{6}$/.test(digits) ? digits : undefined;
}

/** The address of a website, with or without its scheme; only http and https. */
export function readWebsite(text: string): string | undefined {
  const address = compact(text);
  if (!/^(https?:\/\/)?[^\s/?#:@]+\.[^\s/?#:@.]+(:\d{1,5})?([/?#].*)?$/i.test(address)) {
    return undefined;
  }
  return URL.canParse(/^https?:/i.test(address) ? address : `http://${address}`) ? address : undefined;
}
