import { fillText } from "../evaluate/advice.ts";
import type { Policy } from "../policy/policy.ts";
import type { CheckDocument } from "./check-documents.ts";
import { agree, compare, eachRow, notTimes, ratioAtLeast, share } from "./checks/figure-checks.ts";
import type { Found } from "./checks/found.ts";
import { noDuplicates, notRepeated, within, withoutApplicant } from "./checks/list-checks.ts";
import { elapsed, notAfterToday, range, sameDate, together } from "./checks/value-checks.ts";
import { FormCase } from "./form-case.ts";
import type { Finding, FormContext, FormData } from "./forms.ts";

/** A finding points to so many fields, and one check gives so many findings. */
const most = 100;

function run(check: CheckDocument, form: FormCase): readonly Found[] {
  switch (check.kind) {
    case "agree":
      return agree(check, form);
    case "compare":
      return compare(check, form);
    case "each_row":
      return eachRow(check, form);
    case "share":
      return share(check, form);
    case "ratio_at_least":
      return ratioAtLeast(check, form);
    case "not_times":
      return notTimes(check, form);
    case "range":
      return range(check, form);
    case "not_after_today":
      return notAfterToday(check, form);
    case "elapsed":
      return elapsed(check, form);
    case "same_date":
      return sameDate(check, form);
    case "together":
      return together(check, form);
    case "no_duplicates":
      return noDuplicates(check, form);
    case "without_applicant":
      return withoutApplicant(check, form);
    case "not_repeated":
      return notRepeated(check, form);
    case "within":
      return within(check, form);
  }
}

/**
 * The cross-checks of the policy on a form, in the policy's order (附件2, and 附件1 against it where its sample is in the
 * form). A check whose figures are not all given finds nothing. Nothing is refused: findings are shown, acknowledged and
 * travel with the case.
 */
export function crossCheck(policy: Policy, form: FormData, context: FormContext): Finding[] {
  const formCase = new FormCase(policy, form, context);
  const years = { round_year: String(context.roundYear), base_year: String(formCase.calendarYear("base_year")) };
  return policy.forms.checks.flatMap((check) =>
    run(check, formCase)
      .slice(0, most)
      .map(({ params, fields }) => ({
        code: check.code,
        check: check.id,
        level: check.level,
        article: check.article,
        params,
        fields: fields.slice(0, most),
        message: fillText(check.text, { ...years, ...params }),
      })),
  );
}
