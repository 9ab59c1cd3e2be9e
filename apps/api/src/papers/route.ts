import { createRoute, z } from "@hono/zod-openapi";
import { sessionCookie } from "../accounts/sign-in-routes.ts";
import { idParameters } from "../acts/routes.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { refusals } from "../documentation/refusals.ts";
import { formatQuery, paperAnswer } from "../documents/answer.ts";
import { stampOf } from "../documents/description/stamp.ts";
import type { PaperOptions } from "../documents/papers/paper.ts";
import type { Printer } from "../documents/printer/printer.ts";

export type PaperServices = ProcedureServices & { printer: Printer; demo: boolean; publicUrl: string };

/** The description of a route that prints a paper of one record. */
export function paperRoute<const Path extends string>({
  path,
  ...words
}: {
  path: Path;
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
}) {
  return createRoute({
    method: "get",
    path,
    ...words,
    security: sessionCookie,
    request: { params: idParameters, query: formatQuery },
    responses: {
      200: paperAnswer,
      ...refusals("not_signed_in", "second_factor_required", "not_permitted", "unknown_record", "invalid_input"),
    },
  });
}

/** The description of a file of one format. */
export function fileAnswer(mediaType: string) {
  const schema = z.string().meta({ description: "文件内容", format: "binary" });
  return { description: "文件", content: { [mediaType]: { schema } } };
}

/** The stamp of a paper, from the version of its record and all that it shows. */
export function stampedOptions(
  { demo, clock }: Pick<PaperServices, "demo" | "clock">,
  content: unknown,
  dataVersion: number,
): PaperOptions {
  return { stamp: stampOf(content, dataVersion), demonstration: demo, madeOn: clock.today() };
}
