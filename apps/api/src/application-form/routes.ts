import type { ProcedureServices } from "../acts/services.ts";
import { problem } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import { etagOfPart, refuseEdit } from "./answer.ts";
import { beginEditing, beginReading } from "./begin.ts";
import { readFormRoute, readSectionRoute, writeSectionRoute } from "./descriptions.ts";
import { listRoutes } from "./list-routes.ts";
import { readSectionOfForm, readWholeForm } from "./read.ts";
import { spreadsheetRoutes } from "./spreadsheet-routes.ts";
import { writeSection } from "./write-section.ts";

/** The form of an application (附件2、附件3 and the supplement): by section and by row, each with a state of its own. */
export function applicationFormRoutes(services: ProcedureServices) {
  const router = createRouter();
  router.route("/", listRoutes(services));
  router.route("/", spreadsheetRoutes(services));

  router.openapi(readFormRoute, async (context) => {
    const begun = await beginReading(services, context);
    if ("refusal" in begun) return begun.refusal;
    context.header("etag", etagOfPart(begun.form.application.dataVersion));
    return context.json(await readWholeForm(services, begun.form), 200);
  });
  router.openapi(readSectionRoute, async (context) => {
    const begun = await beginReading(services, context);
    if ("refusal" in begun) return begun.refusal;
    const section = await readSectionOfForm(services, begun.form, context.req.valid("param").section);
    if (section === null) return problem(context, "unknown_record");
    context.header("etag", etagOfPart(section.revision));
    return context.json(section, 200);
  });
  router.openapi(writeSectionRoute, async (context) => {
    const begun = await beginEditing(services, context);
    if ("refusal" in begun) return begun.refusal;
    const { section } = context.req.valid("param");
    const outcome = await writeSection(services, begun.on, section, context.req.valid("json"));
    if (outcome.kind !== "accepted") return refuseEdit(context, outcome);
    context.header("etag", etagOfPart(outcome.result.revision));
    return context.json(outcome.result, 200);
  });
  return router;
}
