import { z } from "zod";

/** What an act asks of whoever does it, so that its form can be drawn from the very description by which it is checked. */
export const actDescriptionSchema = z
  .object({
    resource: z.string(),
    act: z.string(),
    label: z.string().meta({ description: "这件事的叫法，例如 受理" }),
    summary: z.string().meta({ description: "办了会怎样" }),
    description: z.string().nullable().meta({ description: "更详细的说明" }),
    needsSecondPerson: z
      .boolean()
      .meta({ description: "这件事要另一个人确认才算数；有没有这样的人，见 second-person" }),
    body: z.unknown().meta({ description: "要填写的内容（JSON Schema，里面的引用都已展开）" }),
    example: z.unknown().meta({ description: "填写的例子" }),
  })
  .meta({ id: "ActDescription" });
export type ActDescription = z.infer<typeof actDescriptionSchema>;
