import { roles } from "@shifan/rules";
import { z } from "zod";

const obstacleSchema = z.object({
  code: z.string().meta({ description: "和办不成时的代码一样，例如 sample_too_small" }),
  title: z.string(),
  detail: z.string().meta({ description: "还缺什么、等到哪一天" }),
  article: z.string().nullable(),
});
export type Obstacle = z.infer<typeof obstacleSchema>;

/** Whether somebody else is there who may do what one person may not do alone. */
export const secondPersonSchema = z
  .object({
    act: z.string().nullable().meta({ description: "要由另一个人办的那一步；这件事没有这一步的为空" }),
    label: z.string().nullable(),
    isThere: z.boolean().meta({ description: "除了您，现在还有没有别的在用账号可以办那一步" }),
  })
  .meta({ id: "SecondPerson" });
export type SecondPerson = z.infer<typeof secondPersonSchema>;

/** What may be done to a record in its state, what is still in the way, and whose turn it is beside the reader. */
export const recordActsSchema = z
  .object({
    resource: z.string(),
    id: z.string(),
    revision: z.int(),
    acts: z
      .array(
        z.object({
          act: z.string(),
          label: z.string(),
          article: z.string().nullable(),
          isOpen: z.boolean().meta({ description: "现在办得成，只要内容填对" }),
          obstacles: z.array(obstacleSchema).meta({ description: "为什么还不能办；由办理时的同一套条件得出" }),
          demands: z.array(obstacleSchema).meta({ description: "可以办，但内容里要写明的" }),
        }),
      )
      .meta({ description: "您在这个状态下可以办的" }),
    next: z
      .array(
        z.object({
          act: z.string(),
          label: z.string(),
          article: z.string().nullable(),
          roles: z.array(z.enum(roles)),
          who: z.string().meta({ description: "谁来办，用人们的叫法" }),
        }),
      )
      .meta({ description: "接下来由别人办的；只告诉工作人员" }),
  })
  .meta({ id: "RecordActs" });
export type RecordActs = z.infer<typeof recordActsSchema>;
