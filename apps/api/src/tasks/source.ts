import type { Task, TaskKind } from "@shifan/contract";
import type { Reach, RoundRow, Waiting } from "@shifan/db";
import { articleOfAct, type Grant, type PolicyDocument, parseDate, type Resource, spellDate } from "@shifan/rules";
import type { ProcedureServices } from "../acts/services.ts";

/** One thing that waits, as its source tells it. The article is put behind its sentence. */
export type Found = {
  kind: TaskKind;
  text: string;
  article: string | null;
  count: number;
  dueOn: string | null;
  work: Task["work"];
  /** Whether it is only to be expected and not to be worked on yet; by default it is to be worked on. */
  isUpcoming?: boolean;
  /** False where the first step was the caller's own and another has to confirm it; by default true. */
  mayAct?: boolean;
};

/** For whom, on which day and by which law is looked for what waits. One role at a time. */
export type TaskContext = {
  services: ProcedureServices;
  now: Date;
  today: string;
  userId: string;
  grant: Grant;
  document: PolicyDocument;
  /** The rounds that are neither a draft nor over. */
  rounds: readonly RoundRow[];
  /** What of a resource the role reaches with an act; null where it may not do it at all. */
  reach(resource: Resource, act: string): Reach | null;
};

/** Looks for what waits of one kind of work; nothing where the role does not do it. */
export type TaskSource = (context: TaskContext) => Promise<readonly Found[]>;

/** What is due within so many days is to be worked on; what is due later is to be expected. */
export const daysAhead = 30;

/** How many days a day is ahead of another; negative where it lies behind it. Both are days that exist. */
export function daysBetween(from: string, to: string): number {
  return (parseDate(to) ?? Number.NaN) - (parseDate(from) ?? Number.NaN);
}

/** 9月8日 of the present year, 2027年1月31日 of another. */
export function spellDay(day: string, today: string): string {
  const spelt = spellDate(day);
  return day.slice(0, 4) === today.slice(0, 4) ? spelt.slice(spelt.indexOf("年") + 1) : spelt;
}

/** 星期一 to 星期日. */
export function spellWeekday(day: string): string {
  // 1 January 1970 was a Thursday.
  return `星期${[..."日一二三四五六"][((parseDate(day) ?? Number.NaN) + 4) % 7]}`;
}

/** Where to work: at the record where it is one alone, else in the list, narrowed to the district in which the role is held. */
export function workOn(
  resource: string,
  { id }: Pick<Waiting, "id">,
  filter: Readonly<Record<string, unknown>>,
): Task["work"] {
  return id === null ? { resource, recordId: null, filter: { ...filter } } : { resource, recordId: id, filter: null };
}

/** The part of a list's filter that narrows it to the district of the role. */
export function inDistrict({ grant }: Pick<TaskContext, "grant">): { district?: string } {
  return grant.district === null ? {} : { district: grant.district };
}

/** The article on which an act rests, as the present version of the policy has it. */
export function articleFor({ document }: Pick<TaskContext, "document">, resource: Resource, act: string): string {
  return articleOfAct(document, resource, act);
}
