import { spotCheckDrawStates } from "@shifan/rules";
import { z } from "zod";
import { dateTextSchema, instantSchema, nullableInstantSchema } from "./values.ts";

export const commitSpotCheckDrawSchema = z
  .strictObject({
    share: z.string().max(10).optional().meta({ description: "抽取的比例，如 0.1；不写按设置。抽取家数向上取整" }),
    leastOfDistrict: z
      .int()
      .min(0)
      .max(1_000)
      .optional()
      .meta({ description: "每个地区至少几家，不足的全抽；不写按设置" }),
  })
  .meta({ id: "CommitSpotCheckDraw" });

export const drawSpotChecksSchema = z
  .strictObject({ plannedOn: dateTextSchema.meta({ description: "抽中的计划哪天去" }) })
  .meta({ id: "DrawSpotChecks" });

export const spotCheckDrawSchema = z
  .object({
    id: z.string(),
    year: z.int(),
    state: z.enum(spotCheckDrawStates).meta({ description: "committed 种子已封存，drawn 已抽取" }),
    commitment: z.string().meta({ description: "种子的SHA-256，抽取范围确定以前就记录在案" }),
    seed: z.string().nullable().meta({ description: "种子；抽取以后公开，任何人可以照此重抽" }),
    share: z.string(),
    leastOfDistrict: z.int(),
    population: z
      .array(z.object({ certificationId: z.string(), district: z.string() }))
      .nullable()
      .meta({ description: "抽取当天有效的全部资格" }),
    drawn: z.array(z.string()).nullable().meta({ description: "抽中的资格，按抽出的先后" }),
    method: z.string().meta({ description: "怎么抽、怎么重抽" }),
    committedAt: instantSchema,
    drawnAt: nullableInstantSchema,
    revision: z.int(),
    allowedActs: z.array(z.string()),
  })
  .meta({ id: "SpotCheckDraw" });

export type CommitSpotCheckDraw = z.infer<typeof commitSpotCheckDrawSchema>;
export type SpotCheckDraw = z.infer<typeof spotCheckDrawSchema>;
