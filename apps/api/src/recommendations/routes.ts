import {
  type ActResult,
  createRecommendationSchema,
  recommendApplicationSchema,
  recommendationAnswerSchema,
  recommendationFilterSchema,
  recommendationSchema,
  recommendationSummarySchema,
} from "@shifan/contract";
import { refuseAct } from "../acts/answer.ts";
import { createOnce } from "../acts/create-once.ts";
import { handlersOn } from "../acts/handlers.ts";
import { actRoutesOf, creationRoute, listingRoute, readingRoute } from "../acts/routes.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { etagOf } from "../http/etag.ts";
import { listQuery } from "../http/list.ts";
import { createdSort, pageHeaders, pageOf } from "../http/list-page.ts";
import { problem } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import { createRecommendation, recommendApplication } from "./recommend.ts";
import { listVisibleRecommendations, readRecommendation } from "./view.ts";

const tag = "推荐";

const act = actRoutesOf({ resource: "applications", record: "Application", tag, answer: recommendationSchema });
const recommendRoute = act(
  "recommend",
  "推荐一件（第十条）；同一文号的推荐文件已有时，加进那一份",
  recommendApplicationSchema,
  "答复是推荐文件；ETag 是这一件申报的新版本。",
);
const createRecommendationRoute = creationRoute({
  path: "/api/v1/recommendations",
  operationId: "createRecommendation",
  tag,
  summary: "一份推荐文件推荐多件，每件各有结果",
  description: "一件没有办成，不影响其他各件；一件都没有办成时不建文件，逐件说明原因。",
  body: createRecommendationSchema,
  answer: recommendationAnswerSchema,
});
const listRoute = listingRoute({
  path: "/api/v1/recommendations",
  operationId: "listRecommendations",
  tag,
  summary: "看得到的推荐文件；推荐部门只看得到自己的",
  what: "推荐文件",
  query: listQuery(createdSort, recommendationFilterSchema),
  answer: recommendationSummarySchema,
});
const readRoute = readingRoute({
  path: "/api/v1/recommendations/{id}",
  operationId: "readRecommendation",
  tag,
  summary: "一份推荐文件",
  what: "推荐文件",
  answer: recommendationSchema,
});

/** The district's recommendations. */
export function recommendationRoutes(services: ProcedureServices) {
  const router = createRouter();
  const { clock } = services;
  const { onAct, onCall } = handlersOn(router, clock);

  onAct(recommendRoute, async (context, on) => {
    const outcome = await recommendApplication(services, on, context.req.valid("json"));
    if (outcome.kind !== "accepted") return refuseAct(context, outcome);
    const letter = await readRecommendation(services, on.actor, outcome.result);
    if (letter === null) return problem(context, "unknown_record");
    context.header("etag", etagOf(outcome.revision));
    return context.json(letter, 200);
  });
  router.openapi(createRecommendationRoute, async (context) => {
    const body = context.req.valid("json");
    let results: ActResult[] | null = null;
    const made = await createOnce(
      context,
      services,
      { purpose: "recommendations", body },
      async (transaction, actor) => {
        const outcome = await createRecommendation(services, transaction, actor, body);
        if (outcome.kind === "accepted") results = outcome.result.results;
        return outcome;
      },
    );
    if ("refusal" in made) return made.refusal;
    const letter = await readRecommendation(services, made.actor, made.id);
    if (letter === null) return problem(context, "unknown_record");
    return context.json(
      { ...letter, results: results ?? resultsMadeBefore(letter.applications, body.applications) },
      201,
    );
  });
  onCall(listRoute, async (context, { actor }) => {
    const asked = pageOf(context.req.valid("query"));
    if (!asked.ok) return problem(context, "invalid_input", { errors: asked.errors });
    const { letters, total, last } = await listVisibleRecommendations(services, actor, asked.list.filter, asked.page);
    return context.json(
      letters,
      200,
      pageHeaders("recommendations", asked.list, { rows: letters.length, total, last }),
    );
  });
  onCall(readRoute, async (context, { actor }) => {
    const letter = await readRecommendation(services, actor, context.req.valid("param").id);
    return letter === null ? problem(context, "unknown_record") : context.json(letter, 200);
  });
  return router;
}

/** Of the same call made before: what the letter holds of it. */
function resultsMadeBefore(
  recommended: readonly { applicationId: string }[],
  asked: readonly { id: string }[],
): ActResult[] {
  return asked
    .filter(({ id }) => recommended.some(({ applicationId }) => applicationId === id))
    .map(({ id }) => ({
      applicationId: id,
      outcome: "accepted",
      detail: null,
      article: null,
      revision: null,
      errors: [],
    }));
}
