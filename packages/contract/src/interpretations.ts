import { interpretationStates } from "@shifan/rules";
import { z } from "zod";
import { dateTextSchema, instantSchema, nullableDateSchema, referenceTo, writtenText } from "./values.ts";

const shape = {
  article: writtenText(50).meta({ description: "解释哪一条" }),
  question: writtenText(10_000),
  answer: writtenText(10_000, 0).meta({ description: "答复；发布前要写好" }),
  documentNumber: writtenText(100, 0).meta({ description: "文号；发布前要写好" }),
  fromOn: nullableDateSchema.meta({ description: "从哪天起按这个口径；不写从发布之日起，不能早于发布之日" }),
  settingId: z
    .string()
    .max(100)
    .nullable()
    .meta({
      ...referenceTo("settings"),
      description: "改办法里的哪个口径；发布后从起算日起是办法的新版本，以前的结论不变",
    }),
  settingValue: z.string().max(100).nullable().meta({ description: "改成哪个取值，只能是这个口径列出的" }),
  recordId: z
    .string()
    .max(100)
    .nullable()
    .meta({ ...referenceTo("sanctions"), description: "只就一件取消或撤销作出的，选这一件；这时不改办法" }),
};

export const createInterpretationSchema = z
  .strictObject({
    article: shape.article,
    question: shape.question,
    answer: shape.answer.default(""),
    documentNumber: shape.documentNumber.default(""),
    fromOn: shape.fromOn.default(null),
    settingId: shape.settingId.default(null),
    settingValue: shape.settingValue.default(null),
    recordId: shape.recordId.default(null),
    supersedesId: z
      .string()
      .max(100)
      .nullable()
      .default(null)
      .meta({ ...referenceTo("interpretations", { state: "issued" }), description: "取代哪一件已发布的解释" }),
  })
  .meta({ id: "CreateInterpretation" });
export const editInterpretationSchema = z.strictObject(shape).partial().meta({ id: "EditInterpretation" });
export const supersedeInterpretationSchema = z
  .strictObject({
    byId: z
      .string()
      .max(100)
      .meta({ ...referenceTo("interpretations", { state: "draft" }), description: "取代它的那件草稿，随之发布" }),
  })
  .meta({ id: "SupersedeInterpretation" });

export const interpretationSchema = z
  .object({
    id: z.string(),
    state: z.enum(interpretationStates).meta({ description: "draft 草稿，issued 已发布，superseded 已被取代" }),
    article: z.string(),
    question: z.string(),
    answer: z.string(),
    documentNumber: z.string(),
    fromOn: nullableDateSchema,
    settingId: z.string().nullable(),
    settingValue: z.string().nullable(),
    settingTitle: z.string().nullable().meta({ description: "口径叫什么" }),
    settingLabel: z.string().nullable().meta({ description: "改成的取值，一句话" }),
    effect: z.string().meta({ description: "改不改办法的口径、从哪天起、现在按哪个，一句话" }),
    recordId: z.string().nullable(),
    issuedOn: nullableDateSchema,
    supersedesId: z.string().nullable(),
    supersededById: z.string().nullable(),
    createdAt: instantSchema,
    revision: z.int(),
    allowedActs: z.array(z.string()),
  })
  .meta({ id: "InterpretationRecord" });

export const publicInterpretationSchema = z
  .object({
    id: z.string(),
    article: z.string(),
    question: z.string(),
    answer: z.string(),
    documentNumber: z.string(),
    fromOn: dateTextSchema,
    issuedOn: dateTextSchema,
    effect: z.string().meta({ description: "对办法口径的影响，一句话；没有的为空" }),
    isSuperseded: z.boolean().meta({ description: "取代它的一件已经起算；还没有起算的，到起算日的前一天仍按这一件" }),
    supersededById: z.string().nullable(),
  })
  .meta({ id: "PublicInterpretation" });

export const interpretationFilterSchema = z.strictObject({ state: z.enum(interpretationStates) }).partial();

export type CreateInterpretation = z.infer<typeof createInterpretationSchema>;
export type EditInterpretation = z.infer<typeof editInterpretationSchema>;
export type Interpretation = z.infer<typeof interpretationSchema>;
export type PublicInterpretation = z.infer<typeof publicInterpretationSchema>;
