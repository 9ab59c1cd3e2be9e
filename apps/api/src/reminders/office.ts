import type { PolicyDocument } from "@shifan/rules";
import { spellDistrict } from "./spell.ts";

/** The office of the city, beside the districts with their codes. */
export const cityOffice = "city";

/** What an office is called; null for one that the policy does not know. */
export function nameOfOffice(document: Pick<PolicyDocument, "districts">, office: string): string | null {
  return office === cityOffice ? "市工信局" : spellDistrict(document, office);
}
