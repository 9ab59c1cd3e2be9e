import { createHash } from "node:crypto";
import { createRoute, z } from "@hono/zod-openapi";
import { titlesPreviewSchema, titlesWorkbookImportedSchema } from "@shifan/contract";
import { mayEver } from "@shifan/rules";
import { sessionCookie } from "../../accounts/sign-in-routes.ts";
import { createOnce } from "../../acts/create-once.ts";
import { handlersOn } from "../../acts/handlers.ts";
import type { InputErrors } from "../../acts/outcome.ts";
import { policyInForce } from "../../acts/policy-of-round.ts";
import { actRefusals } from "../../acts/routes.ts";
import type { ProcedureServices } from "../../acts/services.ts";
import { refuseWorkbook } from "../../application-form/answer.ts";
import { maximumListBytes } from "../../application-form/descriptions.ts";
import { writeWorkbook } from "../../application-form/spreadsheet/write-list.ts";
import { workbookType } from "../../application-form/spreadsheet-descriptions.ts";
import { refusals } from "../../documentation/refusals.ts";
import { contentDisposition } from "../../files/disposition.ts";
import { readBinaryBody } from "../../http/body.ts";
import { idempotencyHeaders } from "../../http/idempotency.ts";
import { problem } from "../../http/problem.ts";
import { createRouter } from "../../http/router.ts";
import { importTitles } from "../import.ts";
import { checksList, titlesGuide, titlesList } from "./lists.ts";
import { previewTitles } from "./preview.ts";
import { readTitlesWorkbook } from "./read-titles.ts";

const tags = ["资格"];
const workbook = { [workbookType]: { schema: z.string().meta({ format: "binary" }) } };

const templateRoute = createRoute({
  method: "get",
  path: "/api/v1/certifications/import/template.xlsx",
  operationId: "readTitlesTemplate",
  tags,
  summary: "补录已有资格的空白表格，附填写说明",
  security: sessionCookie,
  responses: {
    200: { description: "xlsx表格：“资格”和“检查”两张表", content: workbook },
    ...refusals("not_signed_in", "second_factor_required", "not_permitted"),
  },
});

const readWorkbook = readBinaryBody({
  maximumBytes: maximumListBytes,
  mediaType: workbookType,
  detail: `这里只收xlsx表格，Content-Type 写成 ${workbookType}。`,
});

const previewRoute = createRoute({
  method: "post",
  path: "/api/v1/certifications/import/workbook/preview",
  operationId: "previewTitlesWorkbook",
  tags,
  summary: "核对xlsx表格，看会录入什么；什么都不录",
  description: "核对与 POST /api/v1/certifications/import/workbook 相同，有一格不对就指出是哪一格。",
  security: sessionCookie,
  middleware: [readWorkbook] as const,
  request: { body: { required: true, content: workbook } },
  responses: {
    200: { description: "会录入的资格", content: { "application/json": { schema: titlesPreviewSchema } } },
    ...refusals(
      "not_signed_in",
      "second_factor_required",
      "not_permitted",
      "too_large",
      "unsupported_media_type",
      "invalid_input",
      "file_type_not_accepted",
      "file_unsafe",
      "file_damaged",
      "file_encrypted",
    ),
  },
});

const importRoute = createRoute({
  method: "post",
  path: "/api/v1/certifications/import/workbook",
  operationId: "importTitlesWorkbook",
  tags,
  summary: "从xlsx表格补录已有的资格和历次检查，最多5 MB；另一位工作人员确认后才有效力",
  description:
    "按表头的文字认栏目，先后不限。核对与 POST /api/v1/certifications/import 相同：有一格不对就全部不录，errors 里写明是哪一格，“检查”表的写作 检查!D7，最多100处。",
  security: sessionCookie,
  middleware: [readWorkbook] as const,
  request: { headers: idempotencyHeaders, body: { required: true, content: workbook } },
  responses: {
    201: {
      description: "已录入，等待确认",
      content: { "application/json": { schema: titlesWorkbookImportedSchema } },
    },
    ...refusals(
      ...actRefusals,
      "idempotency_key_reused",
      "idempotency_key_required",
      "file_type_not_accepted",
      "file_unsafe",
      "file_damaged",
      "file_encrypted",
    ),
  },
});

const noTitles = { kind: "read", titles: [], ignoredColumns: [], placed: (errors: InputErrors) => errors } as const;

/** Titles as a workbook: the template, and the way in. */
export function titlesSpreadsheetRoutes(services: ProcedureServices) {
  const router = createRouter();
  const { clock } = services;
  const { onCall } = handlersOn(router, clock);

  onCall(templateRoute, async (context, { actor }) => {
    if (!mayEver(actor, "certifications", "import")) return problem(context, "not_permitted");
    const policy = await policyInForce(services);
    const lists = [titlesList(policy), checksList(policy)].map((list) => ({ list, rows: [] }));
    const content = await writeWorkbook(lists, titlesGuide);
    context.header("content-type", workbookType);
    context.header("content-disposition", contentDisposition("attachment", `${titlesGuide.title}（模板）.xlsx`));
    return context.body(content, 200);
  });
  onCall(previewRoute, async (context, { actor }) => {
    if (!mayEver(actor, "certifications", "import")) return problem(context, "not_permitted");
    const policy = await policyInForce(services);
    const reading = await readTitlesWorkbook(policy, Buffer.from(await context.req.arrayBuffer()));
    if (reading.kind === "unusable") return refuseWorkbook(context, reading.fault);
    if (reading.kind === "invalid") return problem(context, "invalid_input", { errors: reading.errors });
    const outcome = await previewTitles(services, policy, reading);
    if (outcome.kind === "invalid") return problem(context, "invalid_input", { errors: outcome.errors });
    return context.json(outcome.preview, 200);
  });
  onCall(importRoute, async (context, { actor }) => {
    const bytes = Buffer.from(await context.req.arrayBuffer());
    // Of somebody who may not import it is not even looked at: the import itself refuses.
    const reading = mayEver(actor, "certifications", "import")
      ? await readTitlesWorkbook(await policyInForce(services), bytes)
      : noTitles;
    if (reading.kind === "unusable") return refuseWorkbook(context, reading.fault);
    if (reading.kind === "invalid") return problem(context, "invalid_input", { errors: reading.errors });
    const body = createHash("sha256").update(bytes).digest("hex");
    const made = await createOnce(context, services, { purpose: "certifications.xlsx", body }, (transaction, actor) =>
      importTitles(services, transaction, actor, reading.titles, reading.placed),
    );
    if ("refusal" in made) return made.refusal;
    return context.json({ ids: made.id.split(","), ignoredColumns: [...reading.ignoredColumns] }, 201);
  });
  return router;
}
