import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { contentDisposition } from "../files/disposition.ts";
import type { PrintedDocument } from "./description/description.ts";
import type { Printer } from "./printer/printer.ts";

const mediaTypes = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
} as const;
const binary = z.string().meta({ description: "文件内容", format: "binary" });

/** How a caller chooses the format of a paper. */
export const formatQuery = z.strictObject({
  format: z.enum(["pdf", "docx"]).default("pdf").meta({ description: "pdf 或 docx" }),
});

/** The description of an answer that is a paper. */
export const paperAnswer = {
  description: "文件",
  content: { [mediaTypes.pdf]: { schema: binary }, [mediaTypes.docx]: { schema: binary } },
};

/** Prints a paper and answers with it, to be kept under the name. */
export async function answerPaper(
  context: Context,
  printer: Printer,
  described: PrintedDocument,
  { format, name }: { format: keyof typeof mediaTypes; name: string },
) {
  const file = await printer.print(described, format);
  return context.body(new Uint8Array(file), 200, {
    "content-type": mediaTypes[format],
    "content-disposition": contentDisposition("attachment", `${name}.${format}`),
    "cache-control": "private, no-store",
  });
}
