import { z } from "zod";
import { instantSchema, keptText, writtenText } from "./values.ts";

/** How many queries a person keeps for one list. */
export const savedQueriesOfList = 20;
/** The longest filter, as JSON. */
const longestFilter = 4_000;

const listSchema = z
  .string()
  .regex(/^[a-z-]{1,60}$/, "只用小写字母和连字符")
  .meta({ description: "哪个列表：地址里的资源，例如 applications" });
const nameSchema = writtenText(30).meta({ description: "最多30字，同一列表里不能重名" });
/** What a filter narrows by: a value, or one of several. */
const plainValue = z.union([keptText(longestFilter), z.number(), z.boolean()]);
const filterSchema = z
  .record(keptText(60), z.union([plainValue, z.array(plainValue)]))
  .refine((filter) => JSON.stringify(filter).length <= longestFilter, "筛选的内容太长")
  .meta({ description: "列表的 filter" });
const sortSchema = z
  .object({ field: z.string().regex(/^[A-Za-z]{1,60}$/, "写列表的排序字段"), isDescending: z.boolean() })
  .nullable()
  .meta({ description: "列表的排序；空为列表原来的顺序" });

export const saveQuerySchema = z
  .strictObject({ list: listSchema, name: nameSchema, filter: filterSchema, sort: sortSchema })
  .meta({ id: "SaveQuery" });
export type SaveQuery = z.infer<typeof saveQuerySchema>;

export const renameQuerySchema = z.strictObject({ name: nameSchema }).meta({ id: "RenameQuery" });

export const savedQuerySchema = z
  .object({
    id: z.string(),
    list: z.string(),
    name: z.string(),
    filter: filterSchema,
    sort: sortSchema,
    createdAt: instantSchema,
    revision: z.int(),
  })
  .meta({ id: "SavedQuery" });
export type SavedQuery = z.infer<typeof savedQuerySchema>;

export const savedQueryListSchema = z.strictObject({ list: listSchema.optional() });
