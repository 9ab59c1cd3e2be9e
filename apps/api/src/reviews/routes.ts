import type { Context } from "hono";
import { refuseAct } from "../acts/answer.ts";
import type { On } from "../acts/begin.ts";
import { handlersOn } from "../acts/handlers.ts";
import type { ActOutcome } from "../acts/outcome.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { pageOf } from "../application-form/page.ts";
import { serveContent } from "../files/serve.ts";
import type { FileServices } from "../files/services.ts";
import { etagOf } from "../http/etag.ts";
import { listHeaders, listRequestOf } from "../http/list.ts";
import { problem } from "../http/problem.ts";
import { createRouter, type RequestVariables } from "../http/router.ts";
import * as described from "./descriptions.ts";
import { declareConflict, recuse } from "./interest.ts";
import { type ClosedPapers, findOpenPapers, findPaperFile, readPapers, readRowsOfPapers } from "./papers.ts";
import { reopenScores, submitScores, writeScores } from "./scores.ts";
import { describeReview, findVisibleReview, readReviews } from "./view.ts";

/** Reviews: each expert's own sheet, and the papers of the case by way of it. */
export function reviewRoutes(services: ProcedureServices & Pick<FileServices, "contentStorage">) {
  const router = createRouter();
  const { clock, contentStorage } = services;
  const { onAct, onCall } = handlersOn(router, clock);

  const answer = async (context: Context<RequestVariables>, { actor, id }: On, outcome: ActOutcome<unknown>) => {
    if (outcome.kind !== "accepted") return refuseAct(context, outcome);
    const row = await findVisibleReview(services, actor, id);
    if (row === null) return problem(context, "unknown_record");
    context.header("etag", etagOf(row.review.revision));
    return context.json(await describeReview(services, actor, row), 200);
  };
  const refusePapers = (context: Context<RequestVariables>, closed: ClosedPapers) => {
    const detail = "声明没有利害关系以后才能看材料；回避后、评审结束后不再开放。";
    return problem(context, closed, closed === "wrong_state" ? { detail } : {});
  };

  onCall(described.listRoute, async (context, { actor }) => {
    const request = listRequestOf(context.req.valid("query"));
    if (!request.ok) return problem(context, "invalid_input", { errors: request.errors });
    const { filter, after, ...page } = request.list;
    const at = after === null ? null : new Date(after.value);
    if (at !== null && Number.isNaN(at.getTime())) return problem(context, "invalid_input");
    const { reviews, total, last } = await readReviews(services, actor, filter, {
      ...page,
      after: after === null || at === null ? null : { at, id: after.id },
    });
    return context.json(reviews, 200, listHeaders("reviews", request.list, { rows: reviews.length, total, last }));
  });
  onCall(described.readRoute, async (context, { actor }) => {
    const row = await findVisibleReview(services, actor, context.req.valid("param").id);
    if (row === null) return problem(context, "unknown_record");
    context.header("etag", etagOf(row.review.revision));
    return context.json(await describeReview(services, actor, row), 200);
  });
  onAct(described.declareRoute, async (context, on) =>
    answer(context, on, await declareConflict(services, on, context.req.valid("json"))),
  );
  onAct(described.recuseRoute, async (context, on) =>
    answer(context, on, await recuse(services, on, context.req.valid("json").reason)),
  );
  onAct(described.writeScoresRoute, async (context, on) =>
    answer(context, on, await writeScores(services, on, context.req.valid("json"))),
  );
  onAct(described.submitRoute, async (context, on) => answer(context, on, await submitScores(services, on)));
  onAct(described.reopenRoute, async (context, on) =>
    answer(context, on, await reopenScores(services, on, context.req.valid("json").reason)),
  );
  onCall(described.papersRoute, async (context, { actor }) => {
    const papers = await findOpenPapers(services, actor, context.req.valid("param").id);
    if (typeof papers === "string") return refusePapers(context, papers);
    return context.json(await readPapers(services, papers), 200);
  });
  onCall(described.paperRowsRoute, async (context, { actor }) => {
    const papers = await findOpenPapers(services, actor, context.req.valid("param").id);
    if (typeof papers === "string") return refusePapers(context, papers);
    const { list } = context.req.valid("param");
    const page = pageOf(context.req.valid("query").range);
    const read = await readRowsOfPapers(services, papers, list, page);
    if (read === null) return problem(context, "unknown_record");
    const { rows, summary } = read;
    const shown = rows.length === 0 ? "*" : `${page.offset}-${page.offset + rows.length - 1}`;
    context.header("content-range", `${list} ${shown}/${summary.rows}`);
    return context.json([...rows], 200);
  });
  onCall(described.paperFileRoute, async (context, { actor }) => {
    const papers = await findOpenPapers(services, actor, context.req.valid("param").id);
    if (typeof papers === "string") return refusePapers(context, papers);
    const file = await findPaperFile(services, papers, context.req.valid("param").fileId);
    return file === null ? problem(context, "unknown_file") : serveContent(context, contentStorage, file);
  });
  return router;
}
