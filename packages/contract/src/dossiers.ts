import { z } from "zod";
import { instantSchema } from "./values.ts";

export const createDossierSchema = z
  .strictObject({
    format: z.enum(["pdf", "zip"]).meta({ description: "pdf：一份带书签的PDF；zip：压缩包，原样装入每个文件，附目录" }),
  })
  .meta({ id: "CreateDossier" });

export const dossierSchema = z
  .object({
    id: z.string(),
    applicationId: z.string(),
    format: z.enum(["pdf", "zip"]),
    state: z.enum(["waiting", "making", "ready", "faulty"]).meta({ description: "排队、正在做、做好了、没有做成" }),
    progress: z.object({
      done: z.int().min(0),
      total: z.int().min(0).nullable().meta({ description: "还没有数清时为 null" }),
    }),
    dataVersion: z.int().nullable().meta({ description: "装入的申请表的数据版本" }),
    size: z.int().nullable().meta({ description: "字节数" }),
    requestedAt: instantSchema,
    keptUntil: instantSchema.meta({ description: "到时删除，可以再做" }),
    contentUrl: z.string().nullable().meta({ description: "做好以后的下载地址" }),
  })
  .meta({ id: "Dossier" });
export type Dossier = z.infer<typeof dossierSchema>;
