import { auditEntryFilterSchema, auditEntrySchema } from "@shifan/contract";
import { type AuditEntriesFilter, entriesWithin, listAuditEntries } from "@shifan/db";
import { mayEver } from "@shifan/rules";
import { handlersOn } from "../acts/handlers.ts";
import { listingRoute } from "../acts/routes.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { parseInstant } from "../clock.ts";
import { listQuery } from "../http/list.ts";
import { createdSort, pageHeaders, pageOf } from "../http/list-page.ts";
import { problem } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import { entryReach } from "./audited.ts";
import { describeEntry, namesIn } from "./describe-entry.ts";
import { recordNamesOf } from "./record-names.ts";

const listRoute = listingRoute({
  path: "/api/v1/audit",
  operationId: "listAuditEntries",
  tag: "审计",
  summary: "审计条目：谁、何时、办了什么、依据什么，也有没有办成的；各看各职责范围内的",
  what: "审计条目",
  query: listQuery(createdSort, auditEntryFilterSchema),
  answer: auditEntrySchema,
});

/** The entries of a day in Shanghai; null for a day that does not exist, or lies before the years that the database writes alike. */
function ofDay(day: string): AuditEntriesFilter["between"] | null {
  const from = parseInstant(`${day}T00:00:00+08:00`);
  return from === null || from.getUTCFullYear() < 1
    ? null
    : { from, before: new Date(from.getTime() + 24 * 60 * 60 * 1_000) };
}

/** The entries of the trail, to whoever may read the records that they tell of. */
export function auditEntryRoutes(services: Pick<ProcedureServices, "database" | "clock">) {
  const { database, clock } = services;
  const router = createRouter();
  const { onCall } = handlersOn(router, clock);

  onCall(listRoute, async (context, { actor }) => {
    const asked = pageOf(context.req.valid("query"));
    if (!asked.ok) return problem(context, "invalid_input", { errors: asked.errors });
    const { day, outcome, ...filter } = asked.list.filter;
    const between = day === undefined ? undefined : ofDay(day);
    if (between === null) {
      const message = "没有这一天，请写成“年-月-日”，例如2026-06-10";
      return problem(context, "invalid_input", { errors: [{ path: "/filter/day", code: "invalid", message }] });
    }
    const within = entriesWithin(mayEver(actor, "audit", "read") ? entryReach(actor) : []);
    const { rows, total } = await listAuditEntries(database, {
      within,
      filter: { ...filter, between, refused: outcome === undefined ? undefined : outcome === "refused" },
      page: asked.page,
    });
    const names = await namesIn(database, rows);
    const nameOf = await recordNamesOf(database, actor, rows, clock.today());
    const last = rows.at(-1);
    return context.json(
      rows.map((row) => describeEntry(row, names, nameOf(row))),
      200,
      pageHeaders("audit", asked.list, {
        rows: rows.length,
        total,
        last: last === undefined ? undefined : { createdAt: last.at, id: last.id },
      }),
    );
  });
  return router;
}
