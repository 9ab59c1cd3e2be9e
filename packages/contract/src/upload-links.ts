import { z } from "zod";
import { instantSchema } from "./values.ts";

const linkedMaterialSchema = z
  .object({
    id: z.string().meta({ description: "M01 到 M14" }),
    title: z.string(),
    article: z.string(),
    missing: z.boolean().meta({ description: "真：还缺，或交来的不能用" }),
    files: z.int().meta({ description: "已有几个文件" }),
    reasons: z.array(z.string()).meta({ description: "为什么还不行，一句一条" }),
  })
  .meta({ id: "LinkedMaterial" });

export const uploadLinkSchema = z
  .object({
    organizationName: z.string(),
    materials: z.array(linkedMaterialSchema),
    expiresAt: instantSchema,
    secondsLeft: z.int().nonnegative().meta({ description: "还有多少秒有效" }),
  })
  .meta({ id: "UploadLink" });

export const uploadedByLinkSchema = z
  .object({ fileId: z.string(), link: uploadLinkSchema.meta({ description: "上传以后还缺哪些" }) })
  .meta({ id: "UploadedByLink" });

export type UploadLink = z.infer<typeof uploadLinkSchema>;
