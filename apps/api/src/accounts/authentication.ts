import { createHmac, randomUUID } from "node:crypto";
import { type Database, findUser, signInStore } from "@shifan/db";
import { APIError } from "better-auth/api";
import { betterAuth } from "better-auth/minimal";
import { twoFactor } from "better-auth/plugins/two-factor";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import type { MailSender } from "../mail/mail.ts";
import { accountFrom, isClosed } from "./caller.ts";
import { resetLinkMinutes } from "./forgotten-password/link-life.ts";
import { resetLinkMail } from "./forgotten-password/mail.ts";
import type { PasswordHashes } from "./password-hashes.ts";

/** A header of our own with the address that our own rules found; what a client sends by this name never gets this far. */
export const addressHeader = "x-shifan-client-address";

const sessionSeconds = 12 * 60 * 60;
const renewAfterSeconds = 60 * 60;
const challengeSeconds = 5 * 60;
/** As authenticator apps show it, before the e-mail. */
const issuer = "示范平台";

/** What the library puts before the token of a link for a new password. */
export const resetLinkPrefix = "reset-password:";

/** Why a session is not begun although the password was right. */
export const accountDisabled = "ACCOUNT_DISABLED";

/** Passwords, sessions and second factors. Called by our own routes alone; its own addresses are never served. */
export function createAuthentication(services: {
  database: Database;
  clock: Clock;
  log: Log;
  sessionSecret: string;
  publicUrl: string;
  demo: boolean;
  mail: MailSender | null;
  passwordHashes: PasswordHashes;
}) {
  const { database, clock, log, sessionSecret, publicUrl, demo, mail, passwordHashes } = services;
  const secure = publicUrl.startsWith("https:");
  return betterAuth({
    appName: issuer,
    baseURL: publicUrl,
    basePath: "/api/v1/auth",
    // Derived, so that no other use of the setting can stand in for it.
    secret: createHmac("sha256", sessionSecret).update("accounts").digest("base64url"),
    database: signInStore(database),
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      password: passwordHashes,
      resetPasswordTokenExpiresIn: resetLinkMinutes * 60,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) => {
        const until = new Date(clock.machine().getTime() + resetLinkMinutes * 60_000);
        const { twoFactorEnabled } = accountFrom(user);
        const message = resetLinkMail({ to: user.email, token, until, twoFactorEnabled }, { publicUrl, demo });
        // Not waited for: how long the mail server takes would tell that there is such an account.
        void mail?.send(message).catch((cause) => log.error({ err: cause }, "a mail could not be handed over"));
      },
    },
    // Of a link the database keeps what proves it, and not what opens it.
    verification: { storeIdentifier: { default: "plain", overrides: { [resetLinkPrefix]: "hashed" } } },
    session: { expiresIn: sessionSeconds, updateAge: renewAfterSeconds },
    user: {
      additionalFields: {
        kind: { type: "string", required: true, defaultValue: "applicant", input: false },
        disabledAt: { type: "date", required: false, input: false },
      },
    },
    databaseHooks: {
      user: {
        create: { before: async (user) => ({ data: { ...user, createdAt: clock.now(), updatedAt: clock.now() } }) },
      },
      session: {
        create: {
          before: async ({ userId }) => {
            const user = await findUser(database, userId);
            if (user === null || isClosed(user, demo)) throw new APIError("FORBIDDEN", { code: accountDisabled });
          },
        },
      },
    },
    // Ours count by account and address together, in the database; see slowing.ts.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: {
      level: "error",
      // Its messages may carry an e-mail; what it was about stands in the error.
      log: (_level, _message, ...details) => {
        log.error({ err: details.find((detail) => detail instanceof Error) }, "the authentication met a fault");
      },
    },
    advanced: {
      cookiePrefix: "shifan",
      useSecureCookies: secure,
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", secure, path: "/" },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: () => randomUUID() },
    },
    plugins: [
      twoFactor({
        issuer,
        twoFactorCookieMaxAge: challengeSeconds,
        // Whoever knows the password could lock the owner out with it.
        accountLockout: { enabled: false },
        backupCodeOptions: { amount: 10 },
      }),
    ],
  });
}

export type Authentication = ReturnType<typeof createAuthentication>;
