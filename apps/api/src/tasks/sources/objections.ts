import {
  countOpenComplaints,
  listOpenObjections,
  objectionsWithin,
  readHolidayCalendar,
  type Waiting,
  withinReach,
} from "@shifan/db";
import type { ObjectionState } from "@shifan/rules";
import { lastDayToAdmit } from "../../objections/last-day-to-admit.ts";
import { articleFor, type Found, spellDay, type TaskContext, type TaskSource, workOn } from "../source.ts";

/** Objections to published cases, each with the day that its state sets. */
export const openObjections: TaskSource = async (context) => {
  const reach = context.reach("objections", "admit");
  if (reach === null) return [];
  const open = await listOpenObjections(context.services.database, objectionsWithin(reach));
  const found: Found[] = [];
  for (const waiting of open) found.push(await tellObjections(context, waiting));
  return found;
};

async function tellObjections(context: TaskContext, waiting: Waiting & { state: ObjectionState }): Promise<Found> {
  const { state, count, firstOn } = waiting;
  const { today } = context;
  const first = firstOn === null ? "" : spellDay(firstOn, today);
  const on = { count, work: workOn("objections", waiting, { state }) };
  switch (state) {
    case "filed": {
      const dueOn = firstOn === null ? null : await admitBy(context, firstOn);
      const last = dueOn === null ? "" : `，应在${spellDay(dueOn, today)}前决定是否受理`;
      const article = articleFor(context, "objections", "admit");
      return {
        ...on,
        kind: "objections_to_admit",
        text: `新到异议${count}件，最早${first}收到${last}`,
        article,
        dueOn,
      };
    }
    case "admitted":
    case "under_inquiry": {
      const article = articleFor(context, "objections", "inquire");
      const isOver = firstOn !== null && firstOn < today;
      const text =
        state === "under_inquiry"
          ? `正在查证的异议${count}件，最早${first}到期`
          : `已受理的异议${count}件，单位说明期${isOver ? `最早${first}已满，可以作出处理` : `最早到${first}`}`;
      return { ...on, kind: "objections_to_decide", text, article, dueOn: state === "admitted" ? null : firstOn };
    }
    default: {
      const article = articleFor(context, "objections", "reply");
      const text = `已有处理结果、待书面答复的异议${count}件，最早${first}作出`;
      return { ...on, kind: "objections_to_reply", text, article, dueOn: null };
    }
  }
}

/** The last day on which it is to be decided whether an objection of a day is admitted; null where the calendar is not known that far. */
async function admitBy({ services, document }: TaskContext, receivedOn: string): Promise<string | null> {
  const year = Number(receivedOn.slice(0, 4));
  const calendar = await readHolidayCalendar(services.database, [year, year + 1]);
  return lastDayToAdmit(calendar, { document }, receivedOn);
}

/** Complaints that nobody has answered: about platforms and the procedure, or about staff. */
export const openComplaints: TaskSource = async (context) => {
  const offices = [
    { resource: "complaints", subjects: ["platform", "procedure"], kind: "complaints_to_reply", what: "监督投诉" },
    {
      resource: "staff_complaints",
      subjects: ["staff"],
      kind: "staff_complaints_to_reply",
      what: "对工作人员的投诉",
    },
  ] as const;
  const found: Found[] = [];
  for (const { resource, subjects, kind, what } of offices) {
    const reach = context.reach(resource, "reply");
    if (reach === null) continue;
    const within = withinReach(reach, {});
    const waiting = await countOpenComplaints(context.services.database, { within, subjects });
    if (waiting.count === 0) continue;
    const first = waiting.firstOn === null ? "" : `，最早${spellDay(waiting.firstOn, context.today)}收到`;
    const filter = { state: "open", ...(subjects.length === 1 ? { subject: subjects[0] } : {}) };
    found.push({
      kind,
      text: `${what}待答复${waiting.count}件${first}`,
      article: articleFor(context, resource, "reply"),
      count: waiting.count,
      dueOn: null,
      work: workOn("complaints", waiting, filter),
    });
  }
  return found;
};
