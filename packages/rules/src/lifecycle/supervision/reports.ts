import { defineMachine } from "../machine.ts";
import { refusal } from "../refusals.ts";

/** What a platform reports on: half a calendar year, or a whole one (第十二条、第十三条). */
export const reportKinds = ["half_year_report", "annual_report"] as const;
export type ReportKind = (typeof reportKinds)[number];

export const reportStates = ["drafted", "sent_to_district", "forwarded", "received"] as const;
export type ReportState = (typeof reportStates)[number];

export interface ReportContext {
  readonly today: string;
  /** Whether the title has a report on the period already; asked where the act makes one. */
  readonly isOnRecord?: boolean;
  /** The last day of the period reported on. */
  readonly periodEndsOn: string;
  /** Required fields that are empty, by their names. */
  readonly missingFields: readonly string[];
  readonly hasReasons: boolean;
}

const onlyOne = ({ isOnRecord }: ReportContext) => (isOnRecord ? refusal("report_exists") : null);
const periodIsOver = ({ today, periodEndsOn }: ReportContext) =>
  today <= periodEndsOn ? refusal("period_not_ended", { day: periodEndsOn }) : null;
const complete = ({ missingFields }: ReportContext) =>
  missingFields.length > 0 ? refusal("report_incomplete", { fields: missingFields }) : null;
const reasoned = ({ hasReasons }: ReportContext) => (hasReasons ? null : refusal("reasons_required"));

/** 示范平台工作总结: written by the platform, forwarded by the district in its package or, where it came late, by itself, received by the city. */
export const reportMachine = defineMachine<ReportState, ReportContext>({
  resource: "reports",
  states: reportStates,
  initial: "drafted",
  transitions: [
    { act: "create", from: null, to: "drafted", causes: [onlyOne] },
    { act: "edit", from: ["drafted"], to: "unchanged" },
    { act: "submit", from: ["drafted"], to: "sent_to_district", guards: [periodIsOver, complete] },
    { act: "return", from: ["sent_to_district"], to: "drafted", guards: [reasoned] },
    { act: "forward", from: ["sent_to_district"], to: "forwarded" },
    { act: "receive", from: ["forwarded"], to: "received" },
  ],
});
