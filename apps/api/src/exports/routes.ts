import { createRoute, z } from "@hono/zod-openapi";
import { exportedLists, wordsOfFields } from "@shifan/contract";
import type { Database } from "@shifan/db";
import { type Actor, type Resource, reachableBy } from "@shifan/rules";
import { actorOf } from "../accounts/caller.ts";
import { sessionCookie } from "../accounts/sign-in-routes.ts";
import { noteAct } from "../acts/note-read.ts";
import { type Clock, formatInstant } from "../clock.ts";
import { refusals } from "../documentation/refusals.ts";
import { contentDisposition } from "../files/disposition.ts";
import { problem } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import type { PolicyCatalog } from "../policies/catalog.ts";
import { cellOf } from "./cells.ts";
import { type AskApp, readAll } from "./read-all.ts";
import { writeListSheet } from "./workbook.ts";

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The columns of the page: of each the field and its heading, which is one of the words that fields have. */
const columnsSchema = z
  .array(
    z.tuple([
      z.string().regex(/^[a-zA-Z]{1,60}$/, "应为栏目的名称"),
      z.string().refine((heading) => wordsOfFields.has(heading), "应为栏目的叫法"),
    ]),
  )
  .min(1)
  .max(40);

const columns = z
  .string()
  .max(4_000)
  .transform((text, context): z.output<typeof columnsSchema> => {
    const checked = columnsSchema.safeParse(parse(text));
    if (checked.success) return checked.data;
    context.addIssue({ code: "custom", message: '写成 [["栏目","叫法"],…]' });
    return z.NEVER;
  })
  .meta({ type: "string", description: "各列：栏目和它的叫法", examples: ['[["year","年度"],["state","状态"]]'] });

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const exportRoute = createRoute({
  method: "get",
  path: "/api/v1/exports/{list}",
  operationId: "exportList",
  tags: ["运行"],
  summary: "把一份清单导出为XLSX：筛选、排序、看得到的范围都和清单一样",
  description:
    "sort、filter 写法和清单相同。一次最多5,000项，多了不导出一部分，请先加筛选。单元格都是文字、数字或日期，没有公式。每次导出都留下记录。",
  security: sessionCookie,
  request: {
    params: z.strictObject({
      list: z.string().max(60).meta({ description: "清单在地址里的名称，例如 applications" }),
    }),
    query: z.strictObject({
      columns,
      sort: z.string().max(1_000).optional().meta({ description: "同清单" }),
      filter: z.string().max(20_000).optional().meta({ description: "同清单" }),
    }),
  },
  responses: {
    200: { description: "XLSX", content: { [xlsx]: { schema: z.string().meta({ format: "binary" }) } } },
    ...refusals(
      "unknown_path",
      "not_signed_in",
      "second_factor_required",
      "not_permitted",
      "invalid_input",
      "export_too_large",
    ),
  },
});

type ExportServices = { database: Database; clock: Clock; catalog: PolicyCatalog; demo: boolean };

/** Lists as spreadsheets: one way for all of them, through the lists themselves. */
export function exportRoutes(ask: AskApp, services: ExportServices) {
  const { database, clock, catalog, demo } = services;
  const router = createRouter();
  router.openapi(exportRoute, async (context) => {
    const { list } = context.req.valid("param");
    const query = context.req.valid("query");
    const exported = Object.hasOwn(exportedLists, list) ? exportedLists[list] : undefined;
    if (exported === undefined) return problem(context, "unknown_path");
    const actor = await actorOf(context, clock.now());
    if (actor.userId === null) return problem(context, "not_signed_in");
    const address = new URL(`/api/v1/${list}`, context.req.url);
    for (const name of ["sort", "filter"] as const) {
      if (query[name] !== undefined) address.searchParams.set(name, query[name]);
    }
    const read = await readAll(ask, context.req.raw, address);
    // The list says itself what is wrong with a filter, and to whom it is closed.
    if ("refused" in read) return read.refused as never;
    if ("tooMany" in read) return problem(context, "export_too_large");
    const districts = new Map(
      catalog.all().flatMap((each) => each.document.districts.map(({ id, name }) => [id, name])),
    );
    const words = { list, districts };
    const notes = notesOf({
      list: exported.title,
      rows: read.rows.length,
      at: clock.now(),
      filter: query.filter,
      demo,
    });
    const workbook = await writeListSheet({
      title: exported.title,
      headings: query.columns.map(([, heading]) => heading),
      rows: read.rows.map((row) =>
        query.columns.map(([field]) => cellOf(field, Object.hasOwn(row, field) ? row[field] : null, words)),
      ),
      notes,
    });
    // Nothing leaves of which the trail does not know.
    await note(
      database,
      actor,
      exported.resource,
      query.columns.map(([field]) => field),
      clock.now(),
    );
    const name = `${exported.title}_${clock.today()}${demo ? "_演示数据" : ""}.xlsx`;
    return context.body(workbook, 200, {
      "content-type": xlsx,
      "content-disposition": contentDisposition("attachment", name),
      "cache-control": "private, no-store",
    }) as never;
  });
  return router;
}

function notesOf(of: { list: string; rows: number; at: Date; filter: string | undefined; demo: boolean }): string[] {
  const { list, rows, at, filter = "{}", demo } = of;
  const isFiltered = filter !== "{}";
  return [
    ...(demo ? ["演示数据，不具效力"] : []),
    `${list}，共${rows}项${isFiltered ? "（按导出时的筛选）" : ""}`,
    `导出时间：${formatInstant(at).slice(0, 16).replace("T", " ")}`,
    "内容是导出时的样子，以系统里的为准；里面有的信息只供工作使用。",
  ];
}

async function note(
  database: Database,
  actor: Actor,
  resource: Resource,
  fields: readonly string[],
  at: Date,
): Promise<void> {
  const grant = reachableBy(actor, resource, "read")[0]?.grant ?? actor.grants[0];
  if (grant === undefined) return;
  await database.transaction((transaction) =>
    noteAct(transaction, {
      actor,
      grant,
      resource,
      recordId: "list",
      relation: null,
      act: "export-list",
      fields,
      at,
    }),
  );
}
