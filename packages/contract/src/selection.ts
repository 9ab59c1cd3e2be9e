import { z } from "zod";
import { actResultSchema } from "./act-results.ts";
import { dateTextSchema, nullableDateSchema } from "./values.ts";

const reason = z.string().trim().min(1).max(2_000);
const seen = {
  id: z.string().max(100),
  revision: z.int().min(1).meta({ description: "看到的版本，即 ETag 里的数" }),
};
const many = <Item extends z.ZodType>(item: Item) => z.array(item).min(1).max(500);

export const receiveApplicationSchema = z
  .strictObject({
    reason: z.string().trim().max(2_000).default("").meta({ description: "有材料没有核对通过、仍然接收时必填" }),
  })
  .meta({ id: "ReceiveApplication" });

/** What a document certifies with: its number, its day and, where it says so, another last day of validity. */
const certificationShape = {
  documentNumber: z.string().trim().min(1).max(100).meta({ description: "认定文件的文号" }),
  certifiedOn: dateTextSchema.meta({ description: "认定文件的日期：公示结束之后，不晚于今天；有效期从这一天起算" }),
  validTo: nullableDateSchema
    .default(null)
    .meta({ description: "认定文件另行写明的有效期最后一天；不写则按办法规定的年数算" }),
};
export const certifyApplicationSchema = z.strictObject(certificationShape).meta({ id: "CertifyApplication" });

/** One act on many cases, each decided by itself. */
export const actOnManySchema = z
  .discriminatedUnion("act", [
    z.strictObject({
      act: z.literal("receive"),
      applications: many(z.strictObject({ ...seen, ...receiveApplicationSchema.shape })),
    }),
    z.strictObject({ act: z.literal("propose"), applications: many(z.strictObject(seen)) }),
    z.strictObject({ act: z.literal("not-propose"), applications: many(z.strictObject({ ...seen, reason })) }),
    z.strictObject({
      act: z.literal("certify"),
      ...certificationShape,
      applications: many(z.strictObject(seen)),
    }),
  ])
  .meta({ id: "ActOnMany" });

export const actedOnManySchema = z
  .object({ results: z.array(actResultSchema).meta({ description: "每件的结果，次序与请求相同" }) })
  .meta({ id: "ActedOnMany" });

export type ReceiveApplication = z.infer<typeof receiveApplicationSchema>;
export type CertifyApplication = z.infer<typeof certifyApplicationSchema>;
export type ActOnMany = z.infer<typeof actOnManySchema>;
