import { z } from "zod";
import { reminderAudiences, reminderSteps, reminderSubjects, resultEvents } from "../reminders/subjects.ts";
import { markSchema } from "./expressions.ts";

/** Hours and minutes in Shanghai. */
const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** A fact's id: it is looked for by this name in what is kept of a form. */
const factSchema = z.string().regex(/^[a-z][a-z0-9_]*$/);
const setSchema = z.strictObject({ article: z.string(), mark: markSchema, ground: z.string() });

/** When something is told of, seen from its day. */
export const occasionSchema = z.discriminatedUnion("when", [
  z.strictObject({ when: z.literal("before"), days: z.number().int().positive() }),
  z.strictObject({ when: z.literal("on_the_day") }),
  z.strictObject({ when: z.literal("after"), days: z.number().int().positive() }),
  /** The last day of work that is not after it. */
  z.strictObject({ when: z.literal("last_working_day") }),
  /** A month and day in the year of the day. */
  z.strictObject({ when: z.literal("in_its_year"), day: z.string().regex(/^\d\d-\d\d$/) }),
  /** From the day on, again and again. */
  z.strictObject({ when: z.literal("every"), days: z.number().int().positive() }),
]);

/** What one kind of reader is told, in the order of a message. */
const messageSchema = z.strictObject({
  audience: z.enum(reminderAudiences),
  heading: z.string(),
  lines: z.array(z.string()).min(1),
  /** What one tap leads to, besides putting it off and stopping it. */
  steps: z.array(z.enum(reminderSteps)).default([]),
});

export const reminderRuleSchema = z
  .strictObject({
    subject: z.enum(reminderSubjects),
    /** What the reader finds it under in the list of reminders. */
    title: z.string(),
    occasions: z.array(occasionSchema).min(1),
    /** Where an occasion falls on a day off: told on the day of work before it, or as it falls. */
    on_day_off: z.enum(["working_day_before", "as_it_falls"]),
    /** Whether its day is a last one: what would come too late after a quiet night is told during it. */
    is_hard: z.boolean(),
    /** For so many days after an occasion it is still worth telling, where its day does not end it sooner. */
    worth_telling_days: z.number().int().positive(),
    messages: z.array(messageSchema).min(1),
  })
  .extend(setSchema.shape);

/** What an applicant is told after an act on the case: a line that asks for something of which there is nothing to say is left out. */
const resultSchema = z.strictObject({
  event: z.enum(resultEvents),
  result: z.string(),
  explanation: z.array(z.string()).min(1),
});

/** What is reminded of, when, and in which words. A version from before it reminds of nothing. */
export const remindersSchema = z.strictObject({
  /** Nothing is sent from one time of the evening to one of the morning. */
  quiet_hours: z.strictObject({ from: timeSchema, until: timeSchema }).extend(setSchema.shape),
  /** When on its day a message goes. */
  send_at: z.strictObject({ time: timeSchema }).extend(setSchema.shape),
  /** From this month and day on it is asked for the days off of the next year. */
  holidays_from: z.strictObject({ day: z.string().regex(/^\d\d-\d\d$/) }).extend(setSchema.shape),
  /** Facts of the form that are the day of a paper which is only good for its month; of several the earliest counts. */
  papers_of_month: z.strictObject({ facts: z.array(factSchema) }).extend(setSchema.shape),
  /** Facts of the form that are the last day of a paper, and what the paper is called. */
  papers: z.array(z.strictObject({ fact: factSchema, paper: z.string() }).extend(setSchema.shape)),
  results: z.array(resultSchema),
  rules: z.array(reminderRuleSchema),
});
const unset = { article: "", mark: "设置" as const, ground: "" };
export const noReminders: z.infer<typeof remindersSchema> = {
  quiet_hours: { from: "00:00", until: "00:00", ...unset },
  send_at: { time: "09:00", ...unset },
  holidays_from: { day: "11-15", ...unset },
  papers_of_month: { facts: [], ...unset },
  papers: [],
  results: [],
  rules: [],
};
