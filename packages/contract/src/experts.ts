import { expertStates } from "@shifan/rules";
import { z } from "zod";
import { emailSchema } from "./accounts.ts";
import { instantSchema } from "./values.ts";

const expertShape = {
  name: z.string().trim().min(1).max(50).meta({ description: "姓名" }),
  employer: z.string().trim().min(1).max(200).meta({ description: "工作单位，写全称；与申报有关的单位相同的要回避" }),
  position: z.string().trim().max(100).meta({ description: "职务或职称" }),
  fields: z.array(z.string().trim().min(1).max(50)).max(20).meta({ description: "专业领域" }),
  email: z
    .union([emailSchema, z.null()])
    .meta({ description: "登录用的邮箱；账号先由管理员邀请，角色是专家。没有账号的不会被抽到" }),
};

export const createExpertSchema = z
  .strictObject({
    ...expertShape,
    position: expertShape.position.default(""),
    fields: expertShape.fields.default([]),
    email: expertShape.email.default(null),
  })
  .meta({ id: "CreateExpert" });

export const editExpertSchema = z
  .strictObject(expertShape)
  .partial()
  .meta({ id: "EditExpert", description: "只写要改的" });

export const expertSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    employer: z.string(),
    position: z.string(),
    fields: z.array(z.string()),
    email: z.string().nullable(),
    state: z.enum(expertStates).meta({ description: "active 在库，retired 已退出" }),
    createdAt: instantSchema,
    revision: z.int(),
    allowedActs: z.array(z.string()).meta({ description: "您现在可以办的" }),
  })
  .meta({ id: "Expert" });

export const expertFilterSchema = z
  .strictObject({
    state: z.enum(expertStates).optional(),
    field: z.string().trim().min(1).max(50).optional().meta({ description: "专业领域" }),
    q: z.string().trim().min(1).max(100).optional().meta({ description: "姓名或单位里的字" }),
  })
  .meta({ id: "ExpertFilter" });

export type CreateExpert = z.infer<typeof createExpertSchema>;
export type EditExpert = z.infer<typeof editExpertSchema>;
export type Expert = z.infer<typeof expertSchema>;
