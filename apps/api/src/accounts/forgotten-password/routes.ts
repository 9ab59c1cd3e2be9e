import { clientAddress } from "../../http/address.ts";
import { problem } from "../../http/problem.ts";
import { createRateLimit } from "../../http/rate-limit.ts";
import { createRouter } from "../../http/router.ts";
import type { AccountServices } from "../services.ts";
import { attemptsOf, resetRequestsFor } from "../slowing.ts";
import * as described from "./descriptions.ts";
import { requestReset } from "./request.ts";
import { resetPassword } from "./reset.ts";

/** An address may ask so often in a minute; a whole office shares one. */
const callsPerMinute = 30;

/** A new password for whoever forgot the old one, by a link that is sent to the mailbox of the account. */
export function forgottenPasswordRoutes(services: AccountServices) {
  const router = createRouter();
  const { clock, trustedProxies, mail } = services;
  const limit = createRateLimit(callsPerMinute);

  router.openapi(described.waysRoute, (context) => context.json({ byMail: mail !== null }, 200));

  router.openapi(described.requestRoute, async (context) => {
    if (mail === null) return problem(context, "mail_not_set_up");
    const { email } = context.req.valid("json");
    const address = clientAddress(context, trustedProxies);
    const retryAfterSeconds =
      limit.take(address, clock.machine()) ?? (await resetRequestsFor(services, email, address).take());
    if (retryAfterSeconds !== null) return problem(context, "rate_limited", { retryAfterSeconds });
    await requestReset(services, email);
    return context.json({}, 200);
  });

  router.openapi(described.resetRoute, async (context) => {
    const address = clientAddress(context, trustedProxies);
    const retryAfterSeconds = limit.take(address, clock.machine());
    if (retryAfterSeconds !== null) return problem(context, "rate_limited", { retryAfterSeconds });
    const { token, newPassword } = context.req.valid("json");
    const outcome = await resetPassword(services, token, newPassword);
    if (!outcome.ok) return problem(context, outcome.code, { errors: outcome.errors });
    // What was guessed wrong before no longer counts; where a code is still to come it does, or guessing codes would never be slowed.
    if (!outcome.user.twoFactorEnabled) await attemptsOf(services, outcome.user.email, address).forget();
    return context.json({}, 200);
  });

  return router;
}
