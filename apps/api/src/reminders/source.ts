import type { Task } from "@shifan/contract";
import type {
  HolidayCalendar,
  PolicyDocument,
  ReminderAudience,
  ReminderSubject,
  ReminderValues,
  StaffRole,
} from "@shifan/rules";
import type { ProcedureServices } from "../acts/services.ts";

/** On which day and by which law duties are looked for. */
export type ReminderContext = {
  services: ProcedureServices;
  /** YYYY-MM-DD in Shanghai. */
  today: string;
  document: PolicyDocument;
  calendar: HolidayCalendar;
};

/** Whom a duty concerns, before anybody knows who that is today. */
export type Told =
  | { audience: "applicant" | "platform"; organizationId: string }
  | { audience: "district"; role: StaffRole; district: string }
  | { audience: "city" | "administrator"; role: StaffRole; district: null }
  | { audience: "expert"; userId: string }
  | { audience: "prospect"; recipientId: string };

/** Something that is due on a day and is neither done nor gone, for one reader. */
export type StandingDuty = {
  /** The record that it is about: its resource as in the address, and its id there. */
  resource: string;
  recordId: string;
  /** YYYY-MM-DD. */
  dueOn: string;
  /** The last day on which telling is of use, where that is another than the rule has it. */
  endsOn?: string | null;
  told: Told;
  /** Which case it is, as its reader knows it: 2026年度申报（草稿）. Left out where the rule's title says it. */
  matter?: string;
  /** Where to work, where that is not the record itself: another record, or in the console a list with its filter. */
  work?: Task["work"];
  /** What the words of the policy ask for besides day and days left; looked up when it is told and not before. */
  values: () => Promise<ReminderValues>;
};

/** Where duties are looked for: days of which there is something to tell, and, where they are known already, the records. */
export type DutyQuery = { subject: ReminderSubject; days: readonly string[]; recordIds: readonly string[] | null };

/** Finds what stands of a subject and is due on one of the days. */
export type ReminderSource = (context: ReminderContext, query: DutyQuery) => Promise<readonly StandingDuty[]>;

/** What a duty is known by among those of its reader. */
export function keyOfDuty({
  resource,
  recordId,
  dueOn,
  told,
}: Pick<StandingDuty, "resource" | "recordId" | "dueOn"> & { told: { audience: ReminderAudience } }): string {
  return `${resource} ${recordId} ${dueOn} ${told.audience}`;
}
