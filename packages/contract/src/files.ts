import { type FilePurpose, filePurposes, maximumFileNameLength } from "@shifan/rules";
import { z } from "zod";
import { acceptedFileTypes, type FileMediaType } from "./accepted-files.ts";
import { instantSchema } from "./values.ts";

/** How many files one record may have. */
export const maximumFilesOfRecord = 200;

/** What an upload says of itself in its Upload-Metadata (tus), beside `filename`. */
export const uploadMetadataSchema = z.object({
  purpose: z.enum(filePurposes),
  target: z.string().regex(/^[\w.:-]{1,200}$/, "应为记录的编号"),
  filename: z.string().max(1_000).default(""),
});

/** How the description of a body says that a field takes files: its keyword, and what an upload for it says of itself. */
export const filesKeyword = "x-files";
export type FilesHint = {
  readonly purpose: FilePurpose;
  /** The field of the same body that holds the record's id; null: the record in the address. */
  readonly targetField: string | null;
};

const idOfFile = z.string().max(100);
const described = (hint: FilesHint, description: string) => ({ description, [filesKeyword]: hint });

/** The ids of files that go with an act: uploaded first, for the purpose and the record that the hint names. None where nothing is said. */
export const attachedFiles = (hint: FilesHint, description: string) =>
  z.array(idOfFile).max(50).default([]).meta(described(hint, description));

/** The same for files of which the whole list is replaced; left out, they stay as they are. */
export const replacedFiles = (hint: FilesHint, description: string) =>
  z.array(idOfFile).max(50).optional().meta(described(hint, description));

/** The id of one file that an act cannot do without. */
export const attachedFile = (hint: FilesHint, description: string) => idOfFile.meta(described(hint, description));

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
