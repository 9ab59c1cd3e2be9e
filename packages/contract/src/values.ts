import { z } from "zod";

/** A calendar day in Asia/Shanghai. Whether the day exists is judged by the rules, with a message of their own. */
export const dateTextSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "日期写成“年-月-日”，例如2026-06-10")
  .meta({ id: "DateText", description: "日期（北京时间），写成 YYYY-MM-DD", examples: ["2026-06-10"] });

/** A day, or none. A union, because a nullable reference would describe itself as one that is never null. */
export const nullableDateSchema = z.union([dateTextSchema, z.null()]);

/** An instant as ISO 8601 with its offset. */
export const instantSchema = z.iso
  .datetime({ offset: true })
  .meta({ id: "Instant", description: "时刻，ISO 8601，带时区", examples: ["2026-06-10T09:30:00+08:00"] });

/** An instant, or none; see {@link nullableDateSchema}. */
export const nullableInstantSchema = z.union([instantSchema, z.null()]);

/**
 * The facts of an applicant, as they came over the wire. The rules check every value themselves, with the field's pointer, so nothing is
 * parsed, copied or dropped here: copying would lose a name such as `__proto__`, which must be refused and not ignored.
 */
export const rawFactsSchema = z
  .custom<Record<string, unknown>>(
    (value) => typeof value === "object" && value !== null && !Array.isArray(value),
    "这里要一个对象：{事实编号: 值}",
  )
  .meta({ id: "Facts", type: "object", description: "事实编号到值；编号和取值见 GET /api/v1/policies/{policyId}" });

/** A character that somebody can see: what only joins, turns or fills (U+200B and its like) says nothing. */
const visible = /[^\s\p{Cf}\p{Cc}\u115f\u1160\u2800\u3164\uffa0]/u;

/** Whether a text can be kept: U+0000 and half of a pair are no text. */
const isText = (text: string): boolean => text.isWellFormed() && !text.includes("\0");
const noText = "里面有不是文字的字符，请删去后重写";

/** What narrows a list, kept as it was typed. */
export const keptText = (most: number) => z.string().max(most).refine(isText, noText);

/**
 * What people write, without the spaces around it. Characters that are no text (U+0000, half of a pair) can be kept nowhere. A reason of characters
 * that nobody sees is none.
 */
export function writtenText(most: number, least = 1) {
  const schema = z.string().trim().max(most);
  return (least === 0 ? schema : schema.min(least))
    .refine(isText, noText)
    .refine((text) => text === "" || text.includes("\0") || visible.test(text), "里面没有看得见的文字，请填写");
}

/** Records that other records name by their ids. */
export type ReferencedResource =
  | "certifications"
  | "complaints"
  | "districts"
  | "interpretations"
  | "organizations"
  | "policies"
  | "rounds"
  | "sanctions"
  | "settings"
  | "users";

/**
 * Says of a field that its value is the id of a record: forms then offer the records by their names.
 *
 * @param filter by which of the list the records come that may be meant
 */
export function referenceTo(resource: ReferencedResource, filter?: Readonly<Record<string, string | boolean>>) {
  return { "x-reference": resource, ...(filter === undefined ? {} : { "x-reference-filter": filter }) };
}
