import { createRoute, z } from "@hono/zod-openapi";
import { dateTextSchema } from "@shifan/contract";
import { findRound } from "@shifan/db";
import { articleOfRefusal, permittingGrant } from "@shifan/rules";
import { sessionCookie } from "../accounts/sign-in-routes.ts";
import { handlersOn } from "../acts/handlers.ts";
import { policyOfRound } from "../acts/policy-of-round.ts";
import { idParameters } from "../acts/routes.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { refusals } from "../documentation/refusals.ts";
import type { PrintedDocument } from "../documents/description/description.ts";
import { renderHtml } from "../documents/html/render-html.ts";
import { renderText } from "../documents/plain/render-text.ts";
import type { Printer } from "../documents/printer/printer.ts";
import { contentDisposition } from "../files/disposition.ts";
import { problem } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import { relationOfRound } from "../rounds/subject.ts";
import { describePublicity } from "./draft.ts";

type Format = "text" | "html" | "docx";
const mediaTypes = {
  text: "text/plain; charset=utf-8",
  html: "text/html; charset=utf-8",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
} as const satisfies Record<Format, string>;
const extensions: Readonly<Record<Format, string>> = { text: "txt", html: "html", docx: "docx" };
const content = z.string().meta({ description: "文件内容", format: "binary" });

const draftRoute = createRoute({
  method: "get",
  path: "/api/v1/rounds/{id}/publicity-draft",
  operationId: "exportPublicityDraft",
  tags: ["公示和公告"],
  summary: "公示稿：拟认定名单，供市工信局网站发布；文本、网页或Word",
  description: "名单排定以后、公示以前可以导出。日期可以先不写，留空待填。",
  security: sessionCookie,
  request: {
    params: idParameters,
    query: z.strictObject({
      format: z.enum(["text", "html", "docx"]).default("docx").meta({ description: "text、html 或 docx" }),
      startsOn: dateTextSchema.optional().meta({ description: "计划的公示第一天" }),
      endsOn: dateTextSchema.optional().meta({ description: "计划的最后一天；不写按工作日推算" }),
    }),
  },
  responses: {
    200: {
      description: "公示稿",
      content: {
        [mediaTypes.text]: { schema: content },
        [mediaTypes.html]: { schema: content },
        [mediaTypes.docx]: { schema: content },
      },
    },
    ...refusals(
      "not_signed_in",
      "second_factor_required",
      "not_permitted",
      "unknown_record",
      "wrong_state",
      "invalid_input",
    ),
  },
});

/** The publicity before it is published, as a file for the bureau's own site. */
export function publicityDraftRoutes(services: ProcedureServices & { printer: Printer; demo: boolean }) {
  const router = createRouter();
  const { database, catalog, clock, printer } = services;
  const { onCall } = handlersOn(router, clock);

  const draw = async (document: PrintedDocument, format: Format): Promise<Uint8Array<ArrayBuffer>> => {
    if (format === "docx") return new Uint8Array(await printer.print(document, "docx"));
    return new TextEncoder().encode(format === "html" ? renderHtml(document) : renderText(document));
  };

  onCall(draftRoute, async (context, { actor }) => {
    const round = await findRound(database, context.req.valid("param").id);
    const may = (act: string) =>
      round !== null && permittingGrant(actor, "rounds", act, relationOfRound(round)) !== null;
    if (round === null || !may("read")) return problem(context, "unknown_record");
    if (!may("publish-list")) return problem(context, "not_permitted");
    if (round.state !== "list_proposed") {
      const policy = await policyOfRound(catalog, round, clock.today());
      return problem(context, "wrong_state", {
        article: articleOfRefusal(policy.document, "wrong_state") ?? undefined,
      });
    }
    const { format, ...planned } = context.req.valid("query");
    const described = await describePublicity(services, round, planned);
    if ("errors" in described) return problem(context, "invalid_input", { errors: described.errors });
    const name = `${round.year}年度公示稿.${extensions[format]}`;
    return context.body(await draw(described.document, format), 200, {
      "content-type": mediaTypes[format],
      "content-disposition": contentDisposition("attachment", name),
      "cache-control": "private, no-store",
    });
  });
  return router;
}
