import { defineMachine } from "../machine.ts";
import { refusal } from "../refusals.ts";

/** What a district sends to the city: by the end of July for the half-year, by the end of January for the year (第十三条). */
export const packageKinds = ["half_year_package", "annual_package"] as const;
export type PackageKind = (typeof packageKinds)[number];

export const packageStates = ["drafted", "sent", "received"] as const;
export type PackageState = (typeof packageStates)[number];

export interface PackageContext {
  readonly today: string;
  /** Whether the district has a package of the period already; asked where the act makes one. */
  readonly isOnRecord?: boolean;
  readonly periodEndsOn: string;
  /** Names of the platforms whose report or inspection is missing without a reason. */
  readonly unexplained: readonly string[];
  /** Whether the 检查情况报告 is there, or the policy does not ask for it with this package. */
  readonly hasInspectionReport: boolean;
  readonly hasReasons: boolean;
}

const onlyOne = ({ isOnRecord }: PackageContext) => (isOnRecord ? refusal("package_exists") : null);
const periodIsOver = ({ today, periodEndsOn }: PackageContext) =>
  today <= periodEndsOn ? refusal("period_not_ended", { day: periodEndsOn }) : null;
const missingExplained = ({ unexplained }: PackageContext) =>
  unexplained.length > 0 ? refusal("missing_unexplained", { names: unexplained }) : null;
const inspectionsReported = ({ hasInspectionReport }: PackageContext) =>
  hasInspectionReport ? null : refusal("inspection_report_missing");
const reasoned = ({ hasReasons }: PackageContext) => (hasReasons ? null : refusal("reasons_required"));

/** All summaries, one report on the inspections and a cover letter. What is missing is named with its reason and holds nobody else back. */
export const packageMachine = defineMachine<PackageState, PackageContext>({
  resource: "packages",
  states: packageStates,
  initial: "drafted",
  transitions: [
    { act: "create", from: null, to: "drafted", causes: [onlyOne] },
    { act: "edit", from: ["drafted"], to: "unchanged" },
    { act: "send", from: ["drafted"], to: "sent", guards: [periodIsOver, inspectionsReported, missingExplained] },
    { act: "send-back", from: ["sent"], to: "drafted", guards: [reasoned] },
    { act: "receive", from: ["sent"], to: "received" },
  ],
});
