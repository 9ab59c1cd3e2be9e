import type { TitleCheckKind, TitleCheckResult } from "../certifications.ts";
import { defineMachine } from "../machine.ts";
import { refusal } from "../refusals.ts";

/** The states of a look at a title: 定期检查 by the district, 抽查 and 考核 by the city (第十三条). */
export const inspectionStates = ["planned", "notified", "carried_out", "heard", "closed", "called_off"] as const;
export type InspectionState = (typeof inspectionStates)[number];

/** What came of hearing a unit that did not attend an appraisal: its reason was accepted, or it had none (无故). */
export const absenceFindings = ["accepted", "without_reason"] as const;
export type AbsenceFinding = (typeof absenceFindings)[number];

/** What is found after a hearing: of an absence, or of what was said to be falsified. */
export const hearingFindings = [...absenceFindings, "falsified", "not_falsified"] as const;
export type HearingFinding = (typeof hearingFindings)[number];

export interface InspectionContext {
  readonly today: string;
  readonly kind: TitleCheckKind;
  /** How the title stands today. An unconfirmed one bears on nothing. */
  readonly titleStanding: "valid" | "expired" | "cancelled" | "revoked" | "not_yet_valid" | "unconfirmed";
  /** The result on record, or the one that the act brings. */
  readonly result: TitleCheckResult | null;
  readonly hasReasons: boolean;
  /** Items of the checklist that are not answered, by their titles. */
  readonly openItems: readonly string[];
  /** The last day on which the unit may answer the latest letter to it, and whether it has. */
  readonly answerUntil: string | null;
  readonly isAnswered: boolean;
  /** Whether what was to be put right has been looked at again, or nothing was. */
  readonly isRectified: boolean;
}

/** Only a title that stands is looked at. */
const titleStands = ({ titleStanding }: InspectionContext) =>
  titleStanding === "valid" ? null : refusal("title_not_valid", { standing: titleStanding });
const appraisalAlone = ({ kind }: InspectionContext) =>
  kind === "appraisal" ? null : refusal("wrong_state", { state: kind });
const announcedFirst = ({ kind }: InspectionContext) =>
  kind === "appraisal" ? refusal("wrong_state", { state: "planned" }) : null;
/** 无故不参加 and 弄虚作假 are findings of an appraisal alone; elsewhere they are told as findings. */
const resultOfItsKind = ({ kind, result }: InspectionContext) =>
  kind !== "appraisal" && (result === "absent" || result === "falsified") ? refusal("result_of_appraisal_only") : null;
const checklistDone = ({ openItems, result }: InspectionContext) =>
  openItems.length > 0 && result !== "absent" ? refusal("checklist_incomplete", { items: openItems }) : null;
const reasoned = ({ hasReasons }: InspectionContext) => (hasReasons ? null : refusal("reasons_required"));
const unitHadItsTime = ({ answerUntil, isAnswered, today }: InspectionContext) =>
  !isAnswered && answerUntil !== null && today <= answerUntil
    ? refusal("period_not_ended", { day: answerUntil })
    : null;
const hearingIsFor = ({ result }: InspectionContext) =>
  result === "absent" || result === "falsified" ? null : refusal("wrong_state", { state: result ?? "" });
const heardFirst = ({ result }: InspectionContext) =>
  result === "absent" || result === "falsified" ? refusal("hearing_required") : null;
const putRight = ({ isRectified }: InspectionContext) => (isRectified ? null : refusal("rectification_open"));

/** The district's periodic inspections: planned, carried out with the checklist, closed. */
export const inspectionMachine = defineMachine<InspectionState, InspectionContext>({
  resource: "inspections",
  states: ["planned", "carried_out", "closed", "called_off"],
  initial: "planned",
  transitions: [
    { act: "plan", from: null, to: "planned", causes: [titleStands] },
    { act: "edit", from: ["planned"], to: "unchanged" },
    { act: "record", from: ["planned"], to: "carried_out", guards: [resultOfItsKind, checklistDone] },
    // The unit's own words stand beside the finding.
    { act: "answer", from: ["carried_out"], to: "unchanged" },
    { act: "check-again", from: ["carried_out"], to: "unchanged", guards: [reasoned] },
    { act: "close", from: ["carried_out"], to: "closed", guards: [unitHadItsTime, putRight] },
    { act: "call-off", isAside: true, from: ["planned"], to: "called_off", guards: [reasoned] },
  ],
});

/** The city's spot checks, which come unannounced, and appraisals, which are announced; absence and falsification are heard first. */
export const cityCheckMachine = defineMachine<InspectionState, InspectionContext>({
  resource: "city_checks",
  states: inspectionStates,
  initial: "planned",
  transitions: [
    { act: "plan", from: null, to: "planned", causes: [titleStands] },
    // What was announced stands: another day is another appraisal.
    { act: "edit", from: ["planned"], to: "unchanged" },
    { act: "notify", from: ["planned"], to: "notified", causes: [titleStands], guards: [appraisalAlone] },
    { act: "record", from: ["planned"], to: "carried_out", guards: [announcedFirst, resultOfItsKind, checklistDone] },
    { act: "record", from: ["notified"], to: "carried_out", guards: [checklistDone] },
    // The unit's own words stand beside the finding.
    { act: "answer", from: ["carried_out", "heard"], to: "unchanged" },
    { act: "check-again", from: ["carried_out", "heard"], to: "unchanged", guards: [reasoned] },
    { act: "hear", from: ["carried_out"], to: "heard", guards: [hearingIsFor, reasoned, unitHadItsTime] },
    { act: "close", from: ["carried_out"], to: "closed", guards: [heardFirst, unitHadItsTime, putRight] },
    { act: "close", from: ["heard"], to: "closed", guards: [unitHadItsTime, putRight] },
    { act: "call-off", isAside: true, from: ["planned", "notified"], to: "called_off", guards: [reasoned] },
  ],
});

/** A draw of the titles that are to be looked at: the seed is committed to before the titles to draw from are known (抽查). */
export const spotCheckDrawStates = ["committed", "drawn"] as const;
export type SpotCheckDrawState = (typeof spotCheckDrawStates)[number];

export interface SpotCheckDrawContext {
  /** How many titles there are to draw from. */
  readonly population: number;
}

const somethingToDraw = ({ population }: SpotCheckDrawContext) =>
  population === 0 ? refusal("nothing_to_draw") : null;

export const spotCheckDrawMachine = defineMachine<SpotCheckDrawState, SpotCheckDrawContext>({
  resource: "spot_check_draws",
  states: spotCheckDrawStates,
  initial: "committed",
  transitions: [
    { act: "commit", from: null, to: "committed" },
    { act: "draw", from: ["committed"], to: "drawn", guards: [somethingToDraw] },
  ],
});
