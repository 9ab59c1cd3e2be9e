import { deleteSession, deleteSessionsOf } from "@shifan/db";
import type { Context } from "hono";
import { clientAddress } from "../http/address.ts";
import { problem } from "../http/problem.ts";
import { createRateLimit } from "../http/rate-limit.ts";
import { createRouter } from "../http/router.ts";
import { accountFrom, accountOf } from "./caller.ts";
import * as described from "./credential-routes.ts";
import { ofCode, ofPassword, ofSignUp, outcomeOf } from "./outcome.ts";
import { passwordFaults } from "./passwords.ts";
import type { AccountServices } from "./services.ts";
import { headersFor, passCookies, sessionTokenIn, signedIn } from "./session.ts";
import * as sessions from "./sign-in-routes.ts";
import { attemptsOf } from "./slowing.ts";
import { useCode } from "./time-steps.ts";

/** An address may ask so often in a minute for what needs a password to be hashed; a whole office shares one. */
const hashesPerMinute = 120;

/** Registration, sign-in and what people do with their own credentials. */
export function authenticationRoutes(services: AccountServices) {
  const router = createRouter();
  const { authentication, database, clock, demo } = services;
  const { api } = authentication;
  const limit = createRateLimit(hashesPerMinute);
  const addressOf = (context: Context) => clientAddress(context, services.trustedProxies);
  const callOf = (context: Context) => ({
    headers: headersFor(context, services.trustedProxies),
    returnHeaders: true as const,
  });

  /** Takes one attempt at the password of an account. */
  async function takeAttempt(context: Context, email: string) {
    const address = addressOf(context);
    const attempts = attemptsOf(services, email, address);
    const retryAfterSeconds = limit.take(address, clock.machine()) ?? (await attempts.take());
    return { attempts, retryAfterSeconds };
  }

  router.openapi(sessions.signUpRoute, async (context) => {
    const { name, email, password } = context.req.valid("json");
    const errors = passwordFaults(password, { email, kind: "applicant" }, "/password");
    if (errors.length > 0) return problem(context, "invalid_input", { errors });
    const retryAfterSeconds = limit.take(addressOf(context), clock.machine());
    if (retryAfterSeconds !== null) return problem(context, "rate_limited", { retryAfterSeconds });
    const body = { name, email: email.toLowerCase(), password };
    const outcome = await outcomeOf(api.signUpEmail({ ...callOf(context), body }));
    if (!outcome.ok) return problem(context, ofSignUp(outcome.code));
    passCookies(context, outcome.answer.headers);
    return context.json(signedIn(accountFrom(outcome.answer.response.user), demo), 200);
  });

  router.openapi(sessions.signInRoute, async (context) => {
    const { email, password } = context.req.valid("json");
    const { attempts, retryAfterSeconds } = await takeAttempt(context, email);
    if (retryAfterSeconds !== null) return problem(context, "rate_limited", { retryAfterSeconds });
    const body = { email: email.toLowerCase(), password };
    const outcome = await outcomeOf(api.signInEmail({ ...callOf(context), body }));
    if (!outcome.ok) {
      return problem(context, outcome.code === "account_disabled" ? "account_disabled" : "wrong_credentials");
    }
    const { headers } = outcome.answer;
    const response: typeof outcome.answer.response | { twoFactorRedirect: true } = outcome.answer.response;
    passCookies(context, headers);
    // The attempt stands until the code is right too, or whoever has the password could guess codes for ever.
    if ("twoFactorRedirect" in response) return context.json({ user: null, secondFactor: "code_needed" as const }, 200);
    await attempts.forget();
    return context.json(signedIn(accountFrom(response.user), demo), 200);
  });

  router.openapi(sessions.signOutRoute, async (context) => {
    const { headers } = await api.signOut(callOf(context));
    passCookies(context, headers);
    return context.json({}, 200);
  });

  router.openapi(sessions.sessionRoute, (context) => {
    const account = accountOf(context);
    return context.json(
      account === null ? { user: null, secondFactor: "not_needed" as const } : signedIn(account, demo),
      200,
    );
  });

  router.openapi(described.changePasswordRoute, async (context) => {
    const account = accountOf(context);
    if (account === null) return problem(context, "not_signed_in");
    const { currentPassword, newPassword } = context.req.valid("json");
    const errors = passwordFaults(newPassword, account, "/newPassword");
    if (errors.length > 0) return problem(context, "invalid_input", { errors });
    const { attempts, retryAfterSeconds } = await takeAttempt(context, account.email);
    if (retryAfterSeconds !== null) return problem(context, "rate_limited", { retryAfterSeconds });
    const body = { currentPassword, newPassword, revokeOtherSessions: true };
    const outcome = await outcomeOf(api.changePassword({ ...callOf(context), body }));
    if (!outcome.ok) return problem(context, ofPassword(outcome.code));
    await attempts.forget();
    passCookies(context, outcome.answer.headers);
    return context.json({}, 200);
  });

  router.openapi(described.enableRoute, async (context) => {
    const account = accountOf(context);
    if (account === null) return problem(context, "not_signed_in");
    const { attempts, retryAfterSeconds } = await takeAttempt(context, account.email);
    if (retryAfterSeconds !== null) return problem(context, "rate_limited", { retryAfterSeconds });
    const body = { password: context.req.valid("json").password };
    const outcome = await outcomeOf(api.enableTwoFactor({ ...callOf(context), body }));
    if (!outcome.ok) {
      return problem(context, outcome.code === "second_factor_enrolled" ? outcome.code : ofPassword(outcome.code));
    }
    await attempts.forget();
    const { response } = outcome.answer;
    if (response.method !== "totp") throw new Error("another second factor than the one that was asked for");
    return context.json({ totpUri: response.totpURI, recoveryCodes: response.backupCodes }, 200);
  });

  router.openapi(described.verifyTotpRoute, async (context) => {
    const body = { code: context.req.valid("json").code };
    const outcome = await outcomeOf(api.verifyTOTP({ ...callOf(context), body }));
    if (!outcome.ok) return problem(context, ofCode(outcome.code));
    const { headers, response } = outcome.answer;
    const token = sessionTokenIn(headers);
    if (!(await useCode(services, response.user.id, body.code))) {
      // Nobody has been given what was begun with it.
      if (token !== null) await deleteSession(database, token);
      return problem(context, "wrong_code");
    }
    passCookies(context, headers);
    // Set up just now: sessions from before proved nothing but the password. Only the one that came with the code goes on.
    if (token !== null) await deleteSessionsOf(database, response.user.id, token);
    await attemptsOf(services, response.user.email, addressOf(context)).forget();
    return context.json(signedIn({ ...accountFrom(response.user), twoFactorEnabled: true }, demo), 200);
  });

  router.openapi(described.verifyRecoveryCodeRoute, async (context) => {
    const body = { code: context.req.valid("json").code };
    const outcome = await outcomeOf(api.verifyBackupCode({ ...callOf(context), body }));
    if (!outcome.ok) return problem(context, ofCode(outcome.code));
    const { headers, response } = outcome.answer;
    passCookies(context, headers);
    await attemptsOf(services, response.user.email, addressOf(context)).forget();
    return context.json(signedIn(accountFrom(response.user), demo), 200);
  });

  router.openapi(described.renewRecoveryCodesRoute, async (context) => {
    const account = accountOf(context);
    if (account === null) return problem(context, "not_signed_in");
    const { attempts, retryAfterSeconds } = await takeAttempt(context, account.email);
    if (retryAfterSeconds !== null) return problem(context, "rate_limited", { retryAfterSeconds });
    const body = { password: context.req.valid("json").password };
    const outcome = await outcomeOf(api.generateBackupCodes({ ...callOf(context), body }));
    if (!outcome.ok) {
      return problem(context, outcome.code === "second_factor_required" ? outcome.code : ofPassword(outcome.code));
    }
    await attempts.forget();
    return context.json({ recoveryCodes: outcome.answer.response.backupCodes }, 200);
  });

  return router;
}
