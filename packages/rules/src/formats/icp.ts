/** What was written instead of a filing number of a website (ICP备案号), so that the answer can say what it is. */
export type IcpProblem =
  | "public_security_record"
  | "telecom_licence"
  | "province_missing"
  | "number_missing"
  | "unreadable";

export type IcpReading =
  | {
      readonly ok: true;
      /** Canonical form, e.g. 豫ICP备12345678号-1. */
      readonly number: string;
      /** The subject's number without the site's suffix. */
      readonly subject: string;
      readonly site: string | null;
      /** The province's character; it follows the subject, so that another than 豫 is allowed and only worth a remark. */
      readonly province: string;
    }
  | { readonly ok: false; readonly problem: IcpProblem };

const longest = 200;

/**
 * Reads a filing number, with or without spaces, in any width and case, also inside a short sentence such as
 * 备案号：豫ICP备12345678号-1. 公网安备 (public security) and ICP证 / B2 (telecom licences) are other things.
 */
export function readIcpNumber(text: string): IcpReading {
  if (text.length > longest) return { ok: false, problem: "unreadable" };
  const compact = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\u200b-\u200f\u2060\ufeff]/gu, "")
    .replace(/[\u2010-\u2015\u2212]/gu, "-");
  const [, province, subjectDigits, site = null] =
    /([\u4e00-\u9fa5])ICP备案?(?:第|字)?(\d{6,12})号?(?:-(\d{1,6}[AX]?))?(?![\dA-Z-])/u.exec(compact) ?? [];
  if (province !== undefined && !"的是为号案".includes(province)) {
    const subject = `${province}ICP备${subjectDigits}号`;
    return { ok: true, number: site === null ? subject : `${subject}-${site}`, subject, site, province };
  }
  return { ok: false, problem: explain(compact) };
}

function explain(compact: string): IcpProblem {
  if (/公网?安备|公安备案/u.test(compact)) return "public_security_record";
  if (/ICP证|[AB][12]-?\d{6,}|增值电信/u.test(compact)) return "telecom_licence";
  if (/^(?:备案号[:是为]?)?(?:ICP备案?)?\d{6,12}号?(?:-\d{1,6}[AX]?)?$/u.test(compact)) return "province_missing";
  return /ICP备/u.test(compact) ? "number_missing" : "unreadable";
}
