import type { CertifyApplication } from "@shifan/contract";
import type { ApplicationRow, CertificationRow, NoticeCaseRow } from "@shifan/db";
import { type CasePublicity, lifecycleFigure, type Policy, parseDate, spellDate } from "@shifan/rules";
import type { InputErrors } from "../acts/outcome.ts";
import { checkDay } from "../organizations/input.ts";

/** What is known of a case that a document is to certify. */
type Known = {
  readonly application: Pick<ApplicationRow, "state" | "organizationId">;
  readonly publicity: CasePublicity | null;
  /** As it was published. */
  readonly listed: NoticeCaseRow | undefined;
  /** Those on record, of its organization among others. */
  readonly titles: readonly CertificationRow[];
};

/**
 * What of a certification's document cannot stand for a case, as long as the case waits for it: in any other state it is the state that stands in the
 * way. A title is known by operator, document and platform, and given once.
 */
export function documentErrors(
  policy: Policy,
  { application, publicity, listed, titles }: Known,
  { documentNumber, certifiedOn, validTo }: CertifyApplication,
  today: string,
): InputErrors {
  if (application.state !== "in_publicity") return [];
  const errors = [...checkDay(certifiedOn, "/certifiedOn", today)];
  const hasEnded = publicity !== null && today > publicity.endsOn;
  if (errors.length === 0 && hasEnded && certifiedOn <= publicity.endsOn) {
    const message = `公示到${spellDate(publicity.endsOn)}24:00，认定文件的日期应在这之后`;
    errors.push({ path: "/certifiedOn", code: "before_publicity_end", message });
  }
  if (validTo !== null && (parseDate(validTo) === undefined || validTo <= certifiedOn)) {
    const years = lifecycleFigure(policy.document, "validity_years");
    const message = `有效期最后一天应晚于认定日期；不写则从认定之日起${years}年`;
    errors.push({ path: "/validTo", code: "order", message });
  }
  const same = titles.find(
    (title) =>
      title.organizationId === application.organizationId &&
      title.documentNumber === documentNumber &&
      title.platformName === listed?.platformName,
  );
  if (same !== undefined) {
    const { certificateNumber } = same;
    const message = `在册的资格中已有这个文号认定的“${same.platformName}”${certificateNumber === null ? "" : `（编号${certificateNumber}）`}，请核对文号`;
    errors.push({ path: "/documentNumber", code: "on_record", message });
  }
  return errors;
}
