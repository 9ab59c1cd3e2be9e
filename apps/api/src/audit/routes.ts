import { createRoute, z } from "@hono/zod-openapi";
import { type AuditProof, auditCheckpointSchema, auditProofSchema } from "@shifan/contract";
import { type Database, findNewestCheckpoint, proveConsistency, proveInclusion, writeCheckpoint } from "@shifan/db";
import { refusals } from "../documentation/refusals.ts";
import { problem } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";

const checkpointRoute = createRoute({
  method: "get",
  path: "/api/v1/public/audit/checkpoint",
  operationId: "readAuditCheckpoint",
  tags: ["审计"],
  summary: "最新的检查点",
  description: "存下它，以后就能核对：现在的记录是不是从那时的记录接着写下来的（npm run audit:verify -- 文件）。",
  responses: {
    200: { description: "检查点", content: { "application/json": { schema: auditCheckpointSchema } } },
    ...refusals("unknown_checkpoint"),
  },
});

const sizeParameter = z.coerce.number().int().min(1).optional();

const proofRoute = createRoute({
  method: "get",
  path: "/api/v1/public/audit/proof",
  operationId: "proveAuditEntry",
  tags: ["审计"],
  summary: "一条记录在检查点里的证明，或两个检查点前后相接的证明",
  description:
    "给 entry，得到这条记录在最新检查点里的证明；给 from 和 to，得到后者由前者接着写下来的证明（RFC 6962）。单机核对用 docs/verify-proof.mjs。",
  request: {
    query: z.strictObject({
      entry: z.string().max(100).optional().meta({ description: "记录编号" }),
      from: sizeParameter.meta({ description: "较早的检查点的记录条数" }),
      to: sizeParameter.meta({ description: "较晚的检查点的记录条数，不超过最新的检查点" }),
    }),
  },
  responses: {
    200: { description: "证明", content: { "application/json": { schema: auditProofSchema } } },
    ...refusals("unknown_entry", "invalid_input"),
  },
});

/** What anybody may have of the audit trail: signed checkpoints and proofs, and nothing of what is in an entry. */
export function auditRoutes({ database }: { database: Database }) {
  const router = createRouter();

  router.openapi(checkpointRoute, async (context) => {
    const checkpoint = await findNewestCheckpoint(database);
    if (checkpoint === null) return problem(context, "unknown_checkpoint");
    return context.json(writeCheckpoint(checkpoint), 200, { "cache-control": "no-cache" });
  });

  router.openapi(proofRoute, async (context) => {
    const { entry, from, to } = context.req.valid("query");
    if (entry !== undefined && from === undefined && to === undefined) {
      const proof = await includeEntry(database, entry);
      return proof === null ? problem(context, "unknown_entry") : context.json(proof, 200);
    }
    if (entry !== undefined || from === undefined || to === undefined) {
      const message = "请给 entry，或者给 from 和 to";
      return problem(context, "invalid_input", { errors: [{ path: "/entry", code: "invalid", message }] });
    }
    const proof = await proveConsistency(database, from, to);
    if (proof === null) {
      const message = "from 不大于 to，to 不大于最新检查点的记录条数";
      return problem(context, "invalid_input", { errors: [{ path: "/to", code: "invalid", message }] });
    }
    const answer: AuditProof = { kind: "consistency", ...proof, path: [...proof.path] };
    return context.json(answer, 200);
  });

  return router;
}

async function includeEntry(database: Database, entry: string): Promise<AuditProof | null> {
  const proof = await proveInclusion(database, entry);
  if (proof === null) return null;
  const { position, leafHash, path, checkpoint } = proof;
  return { kind: "inclusion", entry, position, leafHash, path: [...path], checkpoint: writeCheckpoint(checkpoint) };
}
