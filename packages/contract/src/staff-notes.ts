import { roles, staffNoteStates } from "@shifan/rules";
import { z } from "zod";
import { instantSchema, nullableInstantSchema, writtenText } from "./values.ts";

/** What staff may leave a note about, by the resource in its address. */
export const notedResources = [
  "applications",
  "organizations",
  "certifications",
  "inspections",
  "sanctions",
  "reports",
  "packages",
] as const;
export type NotedResource = (typeof notedResources)[number];

const aboutShape = {
  resource: z.enum(notedResources).meta({ description: "地址里的资源，例如 applications" }),
  recordId: z.string().min(1).max(100).meta({ description: "那条记录的编号" }),
};

export const writeStaffNoteSchema = z
  .strictObject({ ...aboutShape, text: writtenText(2_000).meta({ description: "最多2000字；申报单位和专家看不到" }) })
  .meta({ id: "WriteStaffNote" });
export type WriteStaffNote = z.infer<typeof writeStaffNoteSchema>;

export const staffNoteFilterSchema = z.strictObject(aboutShape);

export const staffNoteSchema = z
  .object({
    id: z.string(),
    ...aboutShape,
    state: z.enum(staffNoteStates).meta({ description: "standing 有效，withdrawn 已撤回；撤回的仍留着" }),
    text: z.string().nullable().meta({ description: "已依法抹除的为空" }),
    authorName: z.string(),
    role: z.enum(roles).meta({ description: "写的人当时的身份" }),
    district: z.string().nullable(),
    isOwn: z.boolean(),
    createdAt: instantSchema,
    withdrawnAt: nullableInstantSchema,
    revision: z.int(),
    allowedActs: z.array(z.string()),
  })
  .meta({ id: "StaffNote" });
export type StaffNote = z.infer<typeof staffNoteSchema>;
