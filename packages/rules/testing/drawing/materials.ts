import fc from "fast-check";
import { formatDate, yearOfDay } from "../../src/facts/calendar.ts";
import { type Applicant, stated } from "./applicant.ts";
import { dayAround, mostly, mostlyTrue } from "./values.ts";

const allMaterials = ["M01", "M02", "M03", "M04", "M05", "M06", "M07", "M08", "M09", "M10", "M11", "M12", "M13", "M14"];
const openItems = ["服务内容", "服务流程", "服务标准", "服务收费", "服务时间"];
const queryPages = ["行政处罚信息", "列入经营异常名录信息", "严重违法失信企业名单"];

/** Nearly all of a list, now and then a few. */
function mostOf(all: readonly string[]): fc.Arbitrary<readonly string[]> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant([...all]) }, { weight: 2, arbitrary: fc.subarray([...all]) });
}

/** The papers in hand, and what is on them; of a paper that is not in hand nothing is known. */
export function materials(submission: number, listed: boolean): fc.Arbitrary<Applicant> {
  const baseYear = yearOfDay(submission) - 1;
  const day = dayAround(submission, [0], 45).map(formatDate);
  const year = mostly([baseYear], [baseYear - 1, baseYear + 1]);
  return fc
    .record({
      inHand: mostOf(allMaterials),
      website: fc.boolean(),
      icp: mostly(["豫ICP备2021001234号-1", "豫ICP备12345678号"], ["豫公网安备41010502000001号", "123456"]),
      permit: fc.boolean(),
      permitEnd: fc.integer({ min: submission - 3, max: submission + 900 }).map(formatDate),
      creditReport: day,
      query: day,
      pages: mostOf(queryPages),
      sealed: mostlyTrue,
      auditYear: year,
      covers: fc.boolean(),
      specialYear: year,
      agreements: fc.integer({ min: 0, max: 90 }),
      evidence: fc.integer({ min: 0, max: 6 }),
      open: mostOf(openItems),
      declarationSealed: mostlyTrue,
      declarationSigned: mostlyTrue,
      declaration: fc.integer({ min: submission - 30, max: submission + 1 }).map(formatDate),
    })
    .map((drawn) => {
      const has = (material: string): boolean => drawn.inHand.includes(material);
      const queried = has("M03") && listed;
      return stated({
        materials_in_hand: drawn.inHand,
        has_website: drawn.website,
        permit_required: drawn.permit,
        icp_number: has("M05") && drawn.website ? drawn.icp : undefined,
        permit_valid_to: has("M05") && drawn.permit ? drawn.permitEnd : undefined,
        credit_report_date: has("M03") ? drawn.creditReport : undefined,
        gsxt_query_date: queried ? drawn.query : undefined,
        gsxt_pages: queried ? drawn.pages : undefined,
        gsxt_sealed: queried ? drawn.sealed : undefined,
        annual_audit_year: has("M06") ? drawn.auditYear : undefined,
        annual_audit_covers_service_income: has("M06") ? drawn.covers : undefined,
        special_audit_year: has("M06") && !drawn.covers ? drawn.specialYear : undefined,
        audit_verification_code: has("M06") ? "20260001" : undefined,
        agreement_small_micro_count: has("M10") ? drawn.agreements : undefined,
        activity_evidence_count: has("M12") ? drawn.evidence : undefined,
        five_open_items: has("M08") ? drawn.open : undefined,
        declaration_sealed: has("M14") ? drawn.declarationSealed : undefined,
        declaration_signed_by_legal_rep: has("M14") ? drawn.declarationSigned : undefined,
        declaration_date: has("M14") ? drawn.declaration : undefined,
      });
    });
}
