import { z } from "zod";
import { dateTextSchema, instantSchema, nullableDateSchema, writtenText } from "./values.ts";

const daySchema = z.strictObject({
  day: dateTextSchema,
  kind: z.enum(["off", "working"]).meta({ description: "off 放假，working 周末上班（调休）" }),
  name: writtenText(50).meta({ description: "节日名称" }),
});

export const recordHolidaysSchema = z
  .strictObject({
    source: writtenText(500).meta({ description: "依据：国务院办公厅的通知及文号" }),
    days: z.array(daySchema).min(1).max(366).meta({ description: "放假和调休上班的日子，写全；原有的整年替换" }),
  })
  .meta({ id: "RecordHolidays" });

export const holidayYearSchema = z
  .object({
    year: z.int(),
    isAnnounced: z.boolean().meta({ description: "没有公布的年份是未知的，不当作没有假日" }),
    source: z.string().nullable(),
    days: z.array(daySchema),
    revision: z.int().meta({ description: "还没有录入的是0；修改时写进 If-Match" }),
    allowedActs: z.array(z.string()),
  })
  .meta({ id: "HolidayYear" });

/** A year's days, to see what they would do before they are recorded. */
export const previewHolidaysSchema = recordHolidaysSchema.pick({ days: true }).meta({ id: "PreviewHolidays" });

/** The years on record at a glance, and those without which working days cannot be counted now. */
export const holidayYearsSchema = z
  .object({
    years: z.array(
      z
        .object({
          year: z.int(),
          source: z.string(),
          off: z.int().meta({ description: "放假几天，周末在内" }),
          working: z.int().meta({ description: "周末上班几天" }),
          recordedAt: instantSchema,
        })
        .meta({ id: "HolidayYearSummary" }),
    ),
    missing: z.array(z.int()).meta({ description: "现在就要用、还没有录入的年份：今年，和通常已经公布的明年" }),
  })
  .meta({ id: "HolidayYears" });

const periodsSchema = {
  before: nullableDateSchema.meta({ description: "按现在录入的；推算不出来的为空" }),
  after: nullableDateSchema.meta({ description: "录入以后" }),
};
/** What recording a year does to what is running now. */
export const holidayEffectsSchema = z
  .object({
    publicities: z.array(
      z
        .object({
          noticeId: z.string(),
          title: z.string(),
          startsOn: dateTextSchema,
          endsOn: dateTextSchema.meta({ description: "公布的最后一天；录入不改它" }),
          workingDays: z.int().meta({ description: "要满几个工作日" }),
          ...periodsSchema,
          isTooShort: z.boolean().meta({ description: "录入以后，公布的最后一天不满工作日，要延长公示" }),
        })
        .meta({ id: "PublicityEffect" }),
    ),
    objections: z
      .array(z.object({ receivedOn: dateTextSchema, count: z.int(), ...periodsSchema }).meta({ id: "ObjectionEffect" }))
      .meta({ description: "受理期限要变的异议，只有件数和日子" }),
  })
  .meta({ id: "HolidayEffects" });

export type HolidayYears = z.infer<typeof holidayYearsSchema>;
export type HolidayEffects = z.infer<typeof holidayEffectsSchema>;
export type RecordHolidays = z.infer<typeof recordHolidaysSchema>;
export type HolidayYearView = z.infer<typeof holidayYearSchema>;
