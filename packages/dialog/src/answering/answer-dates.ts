import { addMonths, formatDate, parseDate } from "@shifan/rules";
import { yearsOf } from "../flow/years.ts";
import { questionDocument } from "../presenting/question.ts";
import { quote } from "../presenting/quote.ts";
import { factDocument, labelOf } from "../presenting/values.ts";
import { type DateReading, readDate } from "../reading/dates.ts";
import { readMonths } from "../reading/durations.ts";
import { readLabelled, type Segment } from "../reading/labelled.ts";
import { readYesNo } from "../reading/yes-no.ts";
import type { Answer, DialogContext, DialogState } from "../state.ts";
import { answer, type Reply, say } from "./reply.ts";

const dateProblems: Readonly<Record<string, string>> = {
  no_such_day: "没有这一天，请再核对一下日期。",
  out_of_range: "这个日期不在1949年到2100年之间，请再核对一下。",
  year_missing: "请把年份也写上。",
  ambiguous: "年、月、日分不清，请写成“2019年3月18日”这样。",
  lunar: "请换算成公历日期。",
  open_ended: "请写一个具体的日期；合同没有写到期日的，回“不清楚”，由审核人看。",
  several_dates: "看到了不止一个日期，请分开写清楚各是什么。",
};

/** 成立两年半: the days on which something began that has lasted so many whole months by today. */
function beganAgo(
  text: string,
  today: string,
): { min: string | null; max: string | null; approximate: boolean } | null {
  const lasted = readMonths(text);
  const day = parseDate(today);
  if (!lasted.ok || day === undefined) return null;
  const back = (months: number): number => addMonths(day, -months);
  return {
    min: lasted.max === null ? null : formatDate(back(lasted.max + 1) + 1),
    max: lasted.min === null ? null : formatDate(back(lasted.min)),
    approximate: lasted.approximate,
  };
}

/** Statements of absence inside a message ("没有迁过，当天就运营"), and the message without them. */
function readAbsences(
  text: string,
  question: string,
  asked: readonly string[],
  context: DialogContext,
): { rest: string; absent: readonly string[] } {
  const { none } = questionDocument(context, question);
  const absent: string[] = [];
  const rest = text.split(/[，,;；。]/u).filter((clause) => {
    const said = none.filter(
      ({ facts, words }) => facts.every((fact) => asked.includes(fact)) && words.some((word) => clause.includes(word)),
    );
    for (const { facts } of said) absent.push(...facts);
    return said.length === 0;
  });
  return { rest: rest.join("，"), absent };
}

interface Dates {
  readonly answers: Record<string, Answer>;
  readonly notes: string[];
}

function readDates(
  text: string,
  asked: readonly string[],
  onScreen: readonly string[],
  state: DialogState,
  context: DialogContext,
): Dates {
  const { policy } = context;
  const answers: Record<string, Answer> = {};
  const notes: string[] = [];
  const labels = onScreen.map((fact) => {
    const document = factDocument(policy, fact);
    return { key: fact, words: [document.label, ...document.aliases] };
  });
  for (const segment of readLabelled(text, labels)) {
    const fact = segment.key ?? asked.find((each) => !(each in answers));
    if (fact === undefined) continue;
    const label = labelOf(policy, fact, yearsOf(state, context));
    const reading = readDate(segment.text, {
      today: context.today,
      assumePresentYear: factDocument(policy, fact).near_today ?? false,
    });
    const began = reading.ok || factDocument(policy, fact).near_today ? null : beganAgo(segment.text, context.today);
    const isPast = reading.ok && reading.max !== null && reading.max < context.today;
    if (isPast && factDocument(policy, fact).planned) {
      notes.push(`${quote(segment.text)}已经过了，${label}应在今天或以后，请再核对一下。`);
    } else if (reading.ok) {
      answers[fact] = { value: dayOrSpan(reading) };
      // A day said as 今天 is read back as itself; a year said as 去年 is explained.
      if (reading.relative?.word.includes("年"))
        notes.push(`“${reading.relative.word}”按${reading.relative.year}年算。`);
    } else if (began !== null) {
      answers[fact] = { value: dayOrSpan(began) };
    } else if (saysNone(segment, reading.code) && factDocument(policy, fact).absent) answers[fact] = { absent: true };
    else if (reading.code === "unknown") answers[fact] = { unknown: true };
    else notes.push(`${label}：${dateProblems[reading.code] ?? "没看明白这个日期，请写成“2019年3月18日”这样。"}`);
  }
  return { answers, notes };
}

/** 没有 by itself, or beside the name of the fact; inside another sentence it is about something else. */
function saysNone(segment: Segment, code: string): boolean {
  return code === "none" && (segment.key !== null || readYesNo(segment.text) === "no");
}

function dayOrSpan({ min, max, approximate }: Pick<DateReading, "min" | "max" | "approximate">): unknown {
  if (min !== null && min === max && !approximate) return min;
  return approximate ? { min, max, approximate } : { min, max };
}

/** Answers a screen of dates from one message; a month or a year is kept as the span of its days. */
export function answerDates(
  text: string,
  question: string,
  asked: readonly string[],
  onScreen: readonly string[],
  state: DialogState,
  context: DialogContext,
): Reply {
  const { rest, absent } = readAbsences(text, question, asked, context);
  const open = asked.filter((fact) => !absent.includes(fact));
  const { answers, notes } =
    rest === ""
      ? { answers: {} as Record<string, Answer>, notes: [] }
      : readDates(rest, open, onScreen, state, context);
  for (const fact of absent) answers[fact] ??= { absent: true };
  if (Object.keys(answers).length === 0) {
    return say(
      state,
      ...(notes.length > 0 ? notes : ["没看明白这个日期。请写成“2019年3月18日”这样，不知道就回“不清楚”。"]),
    );
  }
  const recorded = answer(state, answers, question, context);
  // 今年 said of three dates is explained once.
  return { ...recorded, notes: [...new Set([...notes, ...recorded.notes])] };
}
