import { filePurposes, maximumFileBytes, maximumFileNameLength } from "@shifan/rules";
import { z } from "zod";
import { instantSchema } from "./values.ts";

/** How many files one record may have. */
export const maximumFilesOfRecord = 200;

/** What is accepted: by the content, not by the name. `extension` is what a name ends in when people get the file back. */
export const acceptedFileTypes = {
  "application/pdf": { label: "PDF", extensions: ["pdf"], isShownInline: true },
  "image/jpeg": { label: "JPEG图片", extensions: ["jpg", "jpeg"], isShownInline: true },
  "image/png": { label: "PNG图片", extensions: ["png"], isShownInline: true },
  "image/webp": { label: "WebP图片", extensions: ["webp"], isShownInline: true },
  "image/heic": { label: "HEIC图片", extensions: ["heic", "heif"], isShownInline: false },
  "image/heif": { label: "HEIF图片", extensions: ["heif", "heic"], isShownInline: false },
  "image/tiff": { label: "TIFF图片", extensions: ["tif", "tiff"], isShownInline: false },
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": {
    label: "Word文档",
    extensions: ["docx"],
    isShownInline: false,
  },
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
    label: "Excel表格",
    extensions: ["xlsx"],
    isShownInline: false,
  },
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": {
    label: "PowerPoint演示文稿",
    extensions: ["pptx"],
    isShownInline: false,
  },
  "application/msword": { label: "Word 97-2003文档", extensions: ["doc", "wps"], isShownInline: false },
  "application/vnd.ms-excel": { label: "Excel 97-2003表格", extensions: ["xls", "et"], isShownInline: false },
  "application/vnd.ms-powerpoint": {
    label: "PowerPoint 97-2003演示文稿",
    extensions: ["ppt", "dps"],
    isShownInline: false,
  },
  "application/ofd": { label: "OFD版式文件", extensions: ["ofd"], isShownInline: false },
} as const satisfies Record<
  string,
  { label: string; extensions: readonly [string, ...string[]]; isShownInline: boolean }
>;

export type FileMediaType = keyof typeof acceptedFileTypes;

/** The accepted kinds of files and the largest size, for people. */
export const acceptedFilesText = `PDF、图片（JPEG、PNG、WebP、HEIC、TIFF）、Word、Excel、PowerPoint、OFD，每个文件不超过${maximumFileBytes / 1_000_000} MB`;

/** What an upload says of itself in its Upload-Metadata (tus), beside `filename`. */
export const uploadMetadataSchema = z.object({
  purpose: z.enum(filePurposes),
  target: z.string().regex(/^[\w.:-]{1,200}$/, "应为记录的编号"),
  filename: z.string().max(1_000).default(""),
});

export const fileSchema = z
  .object({
    id: z.string(),
    name: z.string().max(maximumFileNameLength).meta({ description: "上传时的文件名，只供显示" }),
    mediaType: z
      .enum(Object.keys(acceptedFileTypes) as [FileMediaType, ...FileMediaType[]])
      .meta({ description: "按内容判断的类型" }),
    size: z.int().positive().meta({ description: "字节" }),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .meta({ description: "内容的SHA-256" }),
    purpose: z.enum(filePurposes).meta({
      description:
        "用途：申报材料、授权材料、收件回执、盖章页、异议信件、工作总结附件、检查照片和材料、取消或撤销的证据、单位变更的材料",
    }),
    target: z.string().meta({ description: "属于哪条记录" }),
    uploadedAt: instantSchema,
  })
  .meta({ id: "File" });

export type UploadMetadata = z.infer<typeof uploadMetadataSchema>;
export type FileDescription = z.infer<typeof fileSchema>;
