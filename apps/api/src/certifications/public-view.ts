import type { PublicTitle } from "@shifan/contract";
import type { RegisterRow } from "@shifan/db";
import { type Policy, spellDate, standingOfTitle } from "@shifan/rules";

/** The number as it is kept, from what somebody typed or scanned: full-width signs, small letters and blanks do not matter. */
export function readCertificateNumber(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\s/g, "")
    .replace(/[‐‑‒–—−]/g, "-")
    .toUpperCase();
}

/**
 * What anybody may see of a title, with how it stands today.
 *
 * @param policy names the types and districts
 * @param today in Shanghai, YYYY-MM-DD
 */
export function publicTitle(
  { title, organizationName }: RegisterRow,
  { document }: Pick<Policy, "document">,
  today: string,
): PublicTitle {
  const { certificateNumber, platformName, platformType, district, documentNumber, validFrom, validTo } = title;
  const types = document.facts.find(({ id }) => id === document.alternatives_of)?.options ?? {};
  const standing = standingOfTitle(title, today);
  return {
    certificateNumber,
    platformName,
    organizationName,
    platformType,
    platformTypeName: types[platformType] ?? "",
    district,
    districtName: document.districts.find(({ id }) => id === district)?.name ?? "",
    documentNumber,
    validFrom,
    validTo,
    standing,
    standingText: spellStanding(title, standing),
    asOf: today,
    note: title.importedBy === null ? "" : "据纸质文件补录",
  };
}

function spellStanding(
  { validFrom, validTo, endedOn }: RegisterRow["title"],
  standing: PublicTitle["standing"],
): string {
  const ended = endedOn === null ? "" : spellDate(endedOn);
  switch (standing) {
    case "valid":
      return `有效，有效期到${spellDate(validTo)}24:00`;
    case "not_yet_valid":
      return `有效期从${spellDate(validFrom)}开始，还没有到`;
    case "expired":
      return `有效期已于${spellDate(validTo)}24:00届满`;
    case "cancelled":
      return `已于${ended}取消`;
    case "revoked":
      return `已于${ended}撤销`;
  }
}
