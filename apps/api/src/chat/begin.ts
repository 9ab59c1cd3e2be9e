import { createHmac, randomBytes, randomUUID } from "node:crypto";
import type { ChatSessionCreated, CreateChatSession } from "@shifan/contract";
import {
  type ChatSessionRow,
  findChatSessionKey,
  insertChatSession,
  insertChatSessionOnce,
  listChatEntries,
  type NewChatSession,
} from "@shifan/db";
import { startDialog, type Turn } from "@shifan/dialog";
import { hashOf } from "../http/bearer.ts";
import { selectVersion } from "../policies/service.ts";
import type { ChatServices } from "./services.ts";

export type Begun =
  | { ok: true; created: ChatSessionCreated }
  | { ok: false; code: "unknown_policy" | "before_first_version" | "idempotency_key_reused" };

/** Whoever calls again with the same key gets the same session; the address keeps keys of different callers apart. */
export type IdempotencyKey = { key: string; address: string };

/** Begins a self-check with its welcome. The token is given out here; what is kept is its hash. */
export async function beginChat(
  services: ChatServices,
  body: CreateChatSession,
  idempotency: IdempotencyKey | null,
): Promise<Begun> {
  const prepared = await prepareSession(services, body.policyId ?? services.defaultPolicy);
  if (!prepared.ok) return prepared;
  const { session, turn } = prepared;
  if (idempotency === null) {
    const token = randomBytes(32).toString("base64url");
    await insertChatSession(services.database, { ...session, tokenHash: hashOf(token) });
    return { ok: true, created: { id: session.id, token, turn } };
  }
  return beginOnce(services, { session, turn, body, idempotency });
}

/** The session of a new conversation, not yet written. */
export async function prepareSession(services: ChatServices, policyId: string) {
  const selected = selectVersion(services, policyId, undefined);
  // Today is always a day.
  if (!selected.ok) return { ok: false, code: selected.code as "unknown_policy" | "before_first_version" } as const;
  const { policy, asOf } = selected;
  const round = await services.announcedRounds.of(policy.id, asOf);
  const { state, turn } = startDialog({ policy, newerPolicy: null, today: asOf, round });
  const session: NewChatSession = {
    id: randomUUID(),
    tokenHash: null,
    policyId: policy.id,
    policyVersion: policy.version,
    state,
    turn,
    at: services.clock.now(),
    day: asOf,
  };
  return { ok: true, session, turn } as const;
}

async function beginOnce(
  services: ChatServices,
  begin: { session: NewChatSession; turn: Turn; body: CreateChatSession; idempotency: IdempotencyKey },
): Promise<Begun> {
  const { session, turn, body, idempotency } = begin;
  const keyHash = hashOf(JSON.stringify(["chat", idempotency.address, idempotency.key]));
  const bodyHash = hashOf(JSON.stringify([body.policyId ?? null]));
  const token = deriveToken(services, idempotency, session.id);
  const isFirst = await insertChatSessionOnce(
    services.database,
    { ...session, tokenHash: hashOf(token) },
    { keyHash, bodyHash, createdAt: services.clock.machine() },
  );
  if (isFirst) return { ok: true, created: { id: session.id, token, turn } };

  const kept = await findChatSessionKey(services.database, keyHash);
  // Deleted in this very moment, with its session: then the key is free again.
  if (kept === null) return beginOnce(services, begin);
  if (kept.bodyHash !== bodyHash) return { ok: false, code: "idempotency_key_reused" };
  const [welcome] = await listChatEntries(services.database, kept.sessionId);
  return {
    ok: true,
    created: {
      id: kept.sessionId,
      token: deriveToken(services, idempotency, kept.sessionId),
      turn: welcome?.turn as Turn,
    },
  };
}

/** The token of a session begun with a key, so that it can be given out again to whoever has the key, and is kept nowhere. */
function deriveToken({ sessionSecret }: ChatServices, { key }: IdempotencyKey, id: ChatSessionRow["id"]): string {
  return createHmac("sha256", sessionSecret)
    .update(JSON.stringify(["chat", key, id]))
    .digest("base64url");
}
