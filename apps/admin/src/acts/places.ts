import { addressOf } from "../home/work.ts";
import type { Place } from "./obstacle-lines.tsx";
import { actTexts } from "./texts.ts";

const { places: words } = actTexts;

/** The states of cases that nobody has decided on before the list, and of those on it. */
const undecided = ["submitted", "returned", "accepted", "surveyed", "recommended", "received", "reviewed"];
const onList = ["proposed", "in_publicity", "objected"];

/** What may be missing of a case, by the tab on which it is supplied. */
const tabOfCode: Readonly<Record<string, keyof typeof words.tabs>> = {
  materials_unchecked: "check",
  materials_incomplete: "check",
  report_not_of_submission_month: "check",
  findings_unacknowledged: "check",
  sample_too_small: "survey",
  survey_incomplete: "survey",
  experts_not_enough: "panel",
  reviews_incomplete: "panel",
  spread_undiscussed: "panel",
};

/** Where what a case misses is supplied. */
export function placeOfCase(
  { id, organizationId }: { readonly id: string; readonly organizationId: string },
  code: string,
): Place | null {
  const tab = tabOfCode[code];
  if (tab !== undefined)
    return { to: `/applications/${encodeURIComponent(id)}/show?tab=${tab}`, label: words.tabs[tab] };
  if (code === "objection_open" || code === "objection_upheld") {
    const filter = { applicationId: id };
    return { to: addressOf({ resource: "objections", recordId: null, filter }), label: words.objections };
  }
  if (code === "mandate_unconfirmed" || code === "reapply_barred" || code === "title_still_valid") {
    return {
      to: addressOf({ resource: "organizations", recordId: organizationId, filter: null }),
      label: words.organization,
    };
  }
  return null;
}

/** Where what a round misses is supplied: at its cases. */
export function placeOfRound(
  { id, state }: { readonly id: string; readonly state: string },
  code: string,
): Place | null {
  if (code !== "cases_undecided" && code !== "quota_exceeded" && code !== "nothing_proposed") return null;
  const states =
    code === "quota_exceeded" ? ["proposed"] : state === "in_review" ? undecided : [...undecided, ...onList];
  const filter = { roundId: id, state: states };
  return { to: addressOf({ resource: "applications", recordId: null, filter }), label: words.cases };
}

/** Where what a sanction misses is supplied. */
export function placeOfSanction({ certificationId }: { readonly certificationId: string }, code: string): Place | null {
  if (code === "interpretation_required") return { to: "/interpretations", label: words.interpretations };
  if (code !== "ground_missing" && code !== "title_not_valid") return null;
  return {
    to: addressOf({ resource: "certifications", recordId: certificationId, filter: null }),
    label: words.certification,
  };
}
