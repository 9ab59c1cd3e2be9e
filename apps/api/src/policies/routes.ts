import { createHash } from "node:crypto";
import { createRoute, z } from "@hono/zod-openapi";
import {
  dateTextSchema,
  type PolicyDetail,
  policyDetailSchema,
  policySummarySchema,
  toldArticleSchema,
} from "@shifan/contract";
import { tellByArticle } from "@shifan/dialog";
import type { Policy } from "@shifan/rules";
import type { Clock } from "../clock.ts";
import { refusals } from "../documentation/refusals.ts";
import { createRouter } from "../http/router.ts";
import type { PolicyCatalog } from "./catalog.ts";
import { describe, summarize } from "./describe.ts";
import { refuseSelection } from "./refuse.ts";
import { listInForce, selectVersion } from "./service.ts";

export const policyIdParameter = z.string().meta({ description: "办法编号", examples: ["zhengzhou-sme-platform"] });

const listRoute = createRoute({
  method: "get",
  path: "/api/v1/policies",
  operationId: "listPolicies",
  tags: ["办法"],
  summary: "有哪些办法",
  description: "今天可选的各办法的现行版本。",
  request: { query: z.strictObject({}) },
  responses: {
    200: {
      description: "办法列表",
      headers: { "Content-Range": { description: "policies 起-止/总数", schema: { type: "string" } } },
      content: { "application/json": { schema: z.array(policySummarySchema) } },
    },
    ...refusals("invalid_input"),
  },
});

const readRoute = createRoute({
  method: "get",
  path: "/api/v1/policies/{policyId}",
  operationId: "readPolicy",
  tags: ["办法"],
  summary: "一份办法的全部内容",
  description: "条文、事实、问题、条件、材料和设置；每个取值标明原文、解释或设置。",
  request: {
    params: z.strictObject({ policyId: policyIdParameter }),
    query: z.strictObject({
      asOf: dateTextSchema.optional().meta({ description: "哪一天的版本，默认今天（北京时间）" }),
    }),
  },
  responses: {
    200: {
      description: "那一天的版本",
      headers: { ETag: { description: "内容的指纹，配合 If-None-Match", schema: { type: "string" } } },
      content: { "application/json": { schema: policyDetailSchema } },
    },
    304: { description: "与您手里的相同" },
    ...refusals("unknown_policy", "before_first_version", "invalid_input"),
  },
});

const tellRoute = createRoute({
  method: "get",
  path: "/api/v1/policies/{policyId}/article-answer",
  operationId: "tellByArticle",
  tags: ["办法"],
  summary: "用自己的话提问，用条文原话回答",
  description: "只引条文和随附的口径、材料说明，不编答案；没有条文写到的，如实说不知道，并写明问谁。",
  request: {
    params: z.strictObject({ policyId: policyIdParameter }),
    query: z.strictObject({
      question: z
        .string()
        .trim()
        .min(1)
        .max(200)
        .meta({ description: "问题，1到200字", examples: ["证书几年有效？"] }),
    }),
  },
  responses: {
    200: {
      description: "条文原话，或者不知道",
      content: { "application/json": { schema: toldArticleSchema } },
    },
    ...refusals("unknown_policy", "before_first_version", "invalid_input"),
  },
});

/** Policies for everybody, without a session. */
export function policyRoutes(services: { catalog: PolicyCatalog; clock: Clock }) {
  const router = createRouter();
  const answers = new WeakMap<Policy, Answer>();

  router.openapi(listRoute, (context) => {
    const policies = listInForce(services).map(({ document }) => summarize(document));
    context.header(
      "content-range",
      `policies ${policies.length === 0 ? "*" : `0-${policies.length - 1}`}/${policies.length}`,
    );
    return context.json(policies, 200);
  });

  router.openapi(readRoute, (context) => {
    const selected = selectVersion(services, context.req.valid("param").policyId, context.req.valid("query").asOf);
    if (!selected.ok) return refuseSelection(context, selected, "/asOf");
    const answer = answers.get(selected.policy) ?? prepareAnswer(selected.policy);
    answers.set(selected.policy, answer);
    // A browser may keep it and asks each time whether it is still the same.
    const headers = { etag: answer.etag, "cache-control": "no-cache" };
    if (context.req.header("if-none-match")?.includes(answer.etag)) return context.body(null, 304, headers);
    return context.json(answer.detail, 200, headers);
  });

  router.openapi(tellRoute, (context) => {
    const selected = selectVersion(services, context.req.valid("param").policyId, undefined);
    if (!selected.ok) return refuseSelection(context, selected, "/asOf");
    const { answer, text } = tellByArticle(selected.policy.document, context.req.valid("query").question);
    const explained = answer && { ...answer, explanations: [...answer.explanations] };
    return context.json({ answer: explained, text }, 200);
  });

  return router;
}

type Answer = { detail: PolicyDetail; etag: string };

/** A version never changes, nor does what is said of it: its fingerprint is taken once. */
function prepareAnswer(policy: Policy): Answer {
  const detail = describe(policy.document);
  const fingerprint = createHash("sha256").update(JSON.stringify(detail)).digest("base64url").slice(0, 22);
  return { detail, etag: `"${fingerprint}"` };
}
