import { createHash, timingSafeEqual } from "node:crypto";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { describe, type Log } from "../log.ts";
import type { StoreUpdate } from "./store.ts";
import { envelopeSchema } from "./telegramUpdate.ts";

export const webhookPath = "/telegram/webhook";
const maximumBodyBytes = 1_000_000;
const retryAfterSeconds = "5";

/** Takes updates from Telegram; 200 only once the update is stored, so that Telegram sends it again otherwise. */
export function createWebhook(secret: string, store: StoreUpdate, log: Log): Hono {
  const app = new Hono();
  app.post(
    webhookPath,
    async (context, next) => {
      if (!sameSecret(context.req.header("x-telegram-bot-api-secret-token") ?? "", secret)) {
        return context.json({ error: "the secret token does not match" }, 401);
      }
      return next();
    },
    bodyLimit({ maxSize: maximumBodyBytes, onError: (context) => context.json({ error: "too large" }, 413) }),
    async (context) => {
      if (!/^application\/json\s*(;|$)/i.test(context.req.header("content-type") ?? "")) {
        return context.json({ error: "only application/json is taken" }, 415);
      }
      const body = await context.req.json<unknown>().catch(() => undefined);
      const update = envelopeSchema.safeParse(body);
      if (!update.success) return context.json({ error: "this is not an update" }, 400);
      try {
        await store(update.data);
        return context.json({ ok: true });
      } catch (error) {
        log.warn({ updateId: update.data.update_id, fault: describe(error) }, "an update could not be stored");
        return context.json({ error: "not stored, please send it again" }, 503, { "retry-after": retryAfterSeconds });
      }
    },
  );
  return app;
}

/** Compares digests of equal length in constant time, so that neither content nor length of the secret leaks. */
function sameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
