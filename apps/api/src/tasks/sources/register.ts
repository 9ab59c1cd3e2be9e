import { listHolidayYears, listWaitingMandates, organizationReachColumns, withinReach } from "@shifan/db";
import { missingHolidayYears } from "../../holidays/missing-years.ts";
import { articleFor, type Found, inDistrict, spellDay, type TaskSource, workOn } from "../source.ts";

/** Claims to act for a unit whose papers are there; beside another's claim it is decided between the two. */
export const waitingMandates: TaskSource = async (context) => {
  const reach = context.reach("organizations", "confirm-mandate");
  if (reach === null) return [];
  const waiting = await listWaitingMandates(context.services.database, withinReach(reach, organizationReachColumns));
  return waiting.map((each) => {
    const { state, count, firstOn } = each;
    const what = state === "claimed" ? "经办人授权待核实" : "有两人提出经办、待确定由谁办";
    const first = firstOn === null ? "" : `，最早${spellDay(firstOn, context.today)}提出`;
    return {
      kind: "mandates_to_confirm" as const,
      text: `${what}${count}件${first}`,
      article: articleFor(context, "organizations", "confirm-mandate"),
      count,
      dueOn: null,
      work: workOn("organizations", each, { mandate: state, ...inDistrict(context) }),
    };
  });
};

/** The days off of this year, and of the next once they are usually announced: without them working days cannot be counted. */
export const missingHolidays: TaskSource = async (context) => {
  if (context.reach("holidays", "record") === null && context.reach("rounds", "open") === null) return [];
  const { services, today } = context;
  const year = Number(today.slice(0, 4));
  return missingHolidayYears(await listHolidayYears(services.database), today).map(
    (each): Found => ({
      kind: "holidays_missing",
      text: `${each}年放假安排还没有录入，录入前算不出公示、异议的工作日`,
      article: articleFor(context, "holidays", "record"),
      count: 1,
      dueOn: each === year ? null : `${year}-12-31`,
      work: workOn("holidays", { id: null }, {}),
      mayAct: context.reach("holidays", "record") !== null,
    }),
  );
};
