import { z } from "zod";
import { dateTextSchema, writtenText } from "./values.ts";

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

export type RecordHolidays = z.infer<typeof recordHolidaysSchema>;
export type HolidayYearView = z.infer<typeof holidayYearSchema>;
