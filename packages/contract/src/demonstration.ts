import { z } from "zod";

export const demonstrationSchema = z
  .object({
    isDemonstration: z.boolean(),
    state: z.enum(["none", "preparing", "ready", "failed"]).meta({ description: "演示数据准备得怎样" }),
    text: z.string().meta({ description: "页面上写的话；不是演示时为空" }),
    done: z.int().meta({ description: "准备了多少步，准备中才有" }),
    total: z.int(),
  })
  .meta({ id: "Demonstration" });

export type DemonstrationView = z.infer<typeof demonstrationSchema>;
