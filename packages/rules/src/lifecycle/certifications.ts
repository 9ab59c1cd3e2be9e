import { addMonths, formatDate, parseDate, yearOfDay } from "../facts/calendar.ts";
import { defineMachine } from "./machine.ts";
import { refusal } from "./refusals.ts";
import { bySecondPerson } from "./second-person.ts";

/** The states of a title on record. Whether a valid one has expired is computed from its last day, never stored. */
export const certificationStates = ["valid", "cancelled", "revoked"] as const;
export type CertificationState = (typeof certificationStates)[number];

/** How a title was looked at in its years: by the district each half-year, by the city at random or by notice (Art. 13). */
export const titleCheckKinds = ["periodic_inspection", "spot_check", "appraisal"] as const;
/** 无故不参加 and 弄虚作假 are findings of an appraisal alone. */
export const titleCheckResults = ["passed", "failed", "absent", "falsified"] as const;
export const resultsOfAppraisals: readonly TitleCheckResult[] = ["absent", "falsified"];
export type TitleCheckKind = (typeof titleCheckKinds)[number];
export type TitleCheckResult = (typeof titleCheckResults)[number];

/** What a title from papers was entered with and may be corrected in: what the papers say, and nothing that was decided here. */
export const correctableFields = [
  "district",
  "platformName",
  "platformType",
  "documentNumber",
  "certificateNumber",
  "validFrom",
  "validTo",
  "source",
  "endedOn",
  "endServedOn",
  "endDocumentNumber",
  "endSource",
] as const;
export type CorrectableField = (typeof correctableFields)[number];

export interface CertificationContext {
  readonly isConfirmed: boolean;
  /** Whether the one who confirms is the one who entered it, or who proposed the correction that is open. */
  readonly isSamePerson: boolean;
  /** Whether it came from papers; one that a round has given is changed by a decision alone. */
  readonly isImported: boolean;
  /** Whether it was given up before anybody confirmed it. */
  readonly isDiscarded: boolean;
  /** Whether a correction waits for its second person. */
  readonly hasCorrection: boolean;
  readonly hasReasons: boolean;
  /** How the title stands today; not asked where the act makes the record. */
  readonly standing?: ReturnType<typeof standingOfTitle>;
}

const inForce = ({ standing }: CertificationContext) =>
  standing === "valid" ? null : refusal("title_not_valid", { standing: standing ?? "" });
const unconfirmed = ({ isConfirmed, isDiscarded }: CertificationContext) =>
  isConfirmed || isDiscarded ? refusal("wrong_state", { state: isConfirmed ? "confirmed" : "discarded" }) : null;
/** What somebody else has entered is refused, not withdrawn. */
const byWhoEntered = ({ isSamePerson }: CertificationContext) => (isSamePerson ? null : refusal("not_permitted"));
const reasoned = ({ hasReasons }: CertificationContext) => (hasReasons ? null : refusal("reasons_required"));
const fromPapers = ({ isImported, isConfirmed }: CertificationContext) =>
  isImported && isConfirmed ? null : refusal("wrong_state", { state: isImported ? "unconfirmed" : "granted" });
const oneCorrection = ({ hasCorrection }: CertificationContext) =>
  hasCorrection ? refusal("wrong_state", { state: "correction_open" }) : null;
const correctionOpen = ({ hasCorrection }: CertificationContext) =>
  hasCorrection ? null : refusal("wrong_state", { state: "no_correction" });

/**
 * Titles that exist already are entered from papers as they stand there, in force or ended, and bear on nothing until a second officer has
 * confirmed them. Until then whoever entered one may withdraw it and anybody else may refuse it; afterwards what the papers say is corrected, by
 * two persons as well.
 */
export const certificationMachine = defineMachine<CertificationState, CertificationContext>({
  resource: "certifications",
  states: certificationStates,
  initial: "valid",
  transitions: [
    { act: "import", from: null, to: "unchanged" },
    // The consequence of `applications.certify`, decided there.
    { act: "grant", isConsequence: true, from: null, to: "valid" },
    { act: "confirm", from: certificationStates, to: "unchanged", guards: [unconfirmed, bySecondPerson] },
    {
      act: "refuse",
      isAside: true,
      from: certificationStates,
      to: "unchanged",
      guards: [unconfirmed, bySecondPerson, reasoned],
    },
    {
      act: "withdraw",
      isAside: true,
      from: certificationStates,
      to: "unchanged",
      guards: [unconfirmed, byWhoEntered, reasoned],
    },
    {
      act: "correct",
      isAside: true,
      from: certificationStates,
      to: "unchanged",
      guards: [fromPapers, oneCorrection, reasoned],
    },
    { act: "confirm-correction", from: certificationStates, to: "unchanged", guards: [correctionOpen, bySecondPerson] },
    {
      act: "drop-correction",
      isAside: true,
      from: certificationStates,
      to: "unchanged",
      guards: [correctionOpen, reasoned],
    },
    // The consequences of a sanction, decided there (第十三条、第十四条): its confirmation, its service, its withdrawal.
    { act: "cancel", isConsequence: true, from: ["valid"], to: "cancelled" },
    { act: "revoke", isConsequence: true, from: ["valid"], to: "revoked" },
    { act: "serve-end", isConsequence: true, from: ["cancelled", "revoked"], to: "unchanged" },
    { act: "reinstate", isConsequence: true, from: ["cancelled", "revoked"], to: "valid" },
    // The best are put forward to the province (第十五条); no platform has a right to it.
    { act: "recommend-to-province", from: ["valid"], to: "unchanged", guards: [inForce] },
    { act: "record-province-result", from: certificationStates, to: "unchanged" },
  ],
});

/** What of an organization's titles bears on a new application. */
export interface TitleRecord {
  readonly state: CertificationState;
  readonly validTo: string;
  /** The day of the decision that ended it. */
  readonly endedOn: string | null;
  /** The recorded service of that decision. */
  readonly endServedOn: string | null;
}

/** The last day of the ban that a revocation brings: the corresponding day so many years on, that day included. */
export function lastDayOfBan({ endedOn, endServedOn }: TitleRecord, banYears: number): string | null {
  const from = parseDate(endServedOn ?? endedOn ?? "");
  return from === undefined ? null : formatDate(addMonths(from, banYears * 12));
}

/**
 * The day from which a revocation bars on a day: that of its recorded service, else of its decision. Null where it does not bar then, since it bars
 * no more, or not yet.
 */
export function barredSince(title: TitleRecord, day: string, banYears: number): string | null {
  const last = title.state === "revoked" ? lastDayOfBan(title, banYears) : null;
  const from = title.endServedOn ?? title.endedOn;
  return last !== null && from !== null && from <= day && day <= last ? from : null;
}

/**
 * What stands in the way of handing in on a day: a ban that bars then, a title that has not ended by then and does not end in the day's calendar
 * year. Asked of a day that has passed, such as that of a dossier's receipt, it is answered as things stood on that day: what was decided later
 * changes nothing. Cancellation brings no ban. The titles given are confirmed ones: others bear on nothing.
 */
export function titleObstacles(
  titles: readonly TitleRecord[],
  day: string,
  banYears: number,
): { readonly barredUntil: string | null; readonly titleValidTo: string | null } {
  const bans = titles.flatMap((title) => {
    const last = barredSince(title, day, banYears) === null ? null : lastDayOfBan(title, banYears);
    return last === null ? [] : [last];
  });
  const year = yearOfDay(parseDate(day) ?? Number.NaN);
  const standing = titles.flatMap(({ state, validTo, endedOn }) =>
    (state === "valid" || (endedOn !== null && day < endedOn)) && yearOfDay(parseDate(validTo) ?? Number.NaN) > year
      ? [validTo]
      : [],
  );
  return { barredUntil: bans.toSorted().at(-1) ?? null, titleValidTo: standing.toSorted().at(-1) ?? null };
}

/** The last day of a title that begins on a day: the corresponding day so many years on, that day included (第十四条). @throws RangeError for a day that does not exist */
export function lastDayOfTitle(validFrom: string, years: number): string {
  const from = parseDate(validFrom);
  if (from === undefined) throw new RangeError(`no such day: ${validFrom}`);
  return formatDate(addMonths(from, years * 12));
}

/** How a title stands on a day. That it has expired is never stored. */
export function standingOfTitle(
  {
    state,
    validFrom,
    validTo,
  }: { readonly state: CertificationState; readonly validFrom: string; readonly validTo: string },
  today: string,
): CertificationState | "expired" | "not_yet_valid" {
  if (state !== "valid") return state;
  if (today < validFrom) return "not_yet_valid";
  return today <= validTo ? "valid" : "expired";
}
