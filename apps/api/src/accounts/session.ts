import type { Database } from "@shifan/db";
import type { Context, MiddlewareHandler } from "hono";
import { clientAddress } from "../http/address.ts";
import { problem } from "../http/problem.ts";
import { type Authentication, addressHeader } from "./authentication.ts";
import { type Account, accountFrom, accountOf, type CallerVariables, callerOf, isClosed } from "./caller.ts";
import type { OrganizationsOf } from "./ports.ts";

export type SessionServices = {
  database: Database;
  authentication: Authentication;
  organizationsOf: OrganizationsOf;
  trustedProxies: number;
  publicUrl: string;
  demo: boolean;
};

/** What of a request the authentication gets to see. */
export function headersFor(context: Context, trustedProxies: number): Headers {
  const headers = new Headers({ [addressHeader]: clientAddress(context, trustedProxies) });
  for (const name of ["cookie", "user-agent"]) {
    const value = context.req.header(name);
    if (value !== undefined) headers.set(name, value);
  }
  return headers;
}

/** Hands the cookies that the authentication set on to the caller. */
export function passCookies(context: Context, headers: Headers): void {
  for (const cookie of headers.getSetCookie()) context.header("set-cookie", cookie, { append: true });
}

/** Where a member of staff gets to whose second factor is not set up yet. */
const enrolment = "/api/v1/auth/";

/**
 * Finds out who calls, once for each request, and refuses what no route may do: change something with a session from another site's page, and
 * anything but setting up the second factor where that is still to be done.
 */
export function readSession(services: SessionServices): MiddlewareHandler<{ Variables: CallerVariables }> {
  const isForeign = foreignOriginOf(services.publicUrl);
  return async (context, next) => {
    const { path } = context.req;
    const hasCookie = /(^|;\s*)(__Secure-)?shifan\./.test(context.req.header("cookie") ?? "");
    if ((hasCookie || path.startsWith("/api/v1/auth/")) && isForeign(context))
      return problem(context, "foreign_origin");
    const ofSession = hasCookie ? await findAccount(context, services) : null;
    const account = isOfAnother(context, ofSession) ? null : ofSession;
    context.set("caller", callerOf(services, account));
    const mustEnrol = account !== null && needsSecondFactor(account, services.demo);
    if (mustEnrol && !path.startsWith(enrolment)) return problem(context, "second_factor_required");
    return next();
  };
}

/**
 * Whether a page that speaks for one person comes with the session of another: somebody else has signed in in the same browser since it was opened.
 * What it asks is then nobody's, so that nothing is done, and nothing shown, in the wrong name.
 */
function isOfAnother(context: Context, account: Account | null): boolean {
  const personOfPage = context.req.header("signed-in-as");
  return personOfPage !== undefined && personOfPage !== account?.id;
}

/** For routes that are nobody's without a session. */
export const requireSession: MiddlewareHandler = (context, next) => {
  return accountOf(context) === null ? Promise.resolve(problem(context, "not_signed_in")) : next();
};

/** Whether the account may do nothing before its second factor is set up. */
export function needsSecondFactor({ kind, twoFactorEnabled }: Account, demo: boolean): boolean {
  return kind === "staff" && !twoFactorEnabled && !demo;
}

async function findAccount(context: Context, services: SessionServices): Promise<Account | null> {
  const { headers, response } = await services.authentication.api.getSession({
    headers: headersFor(context, services.trustedProxies),
    returnHeaders: true,
  });
  passCookies(context, headers);
  // A sign-in at the very moment of the closing may have begun a session after the others were ended.
  if (response === null || isClosed(response.user, services.demo)) return null;
  return accountFrom(response.user);
}

/** What the caller is told of the account: nothing of the session, whose token stays in the cookie. */
export function signedIn(account: Account, demo: boolean) {
  const { id, name, email, kind } = account;
  const secondFactor = needsSecondFactor(account, demo) ? ("enrolment_needed" as const) : ("not_needed" as const);
  return { user: { id, name, email, kind }, secondFactor };
}

/** The token of the session that these headers begin; null when they begin none. */
export function sessionTokenIn(headers: Headers): string | null {
  for (const cookie of headers.getSetCookie()) {
    const [, value] = /^(?:__Secure-)?shifan\.session_token=([^;]+)/.exec(cookie) ?? [];
    const [token] = decodeURIComponent(value ?? "").split(".");
    if (token) return token;
  }
  return null;
}

/**
 * Whether a request that changes something comes from the page of another site. Every browser says where from; a program says nothing and has
 * no cookies of other people.
 */
function foreignOriginOf(publicUrl: string): (context: Context) => boolean {
  const own = new URL(publicUrl).origin;
  return (context) => {
    if (["GET", "HEAD", "OPTIONS"].includes(context.req.method)) return false;
    // A browser's own word, which no script can write; it holds behind a proxy of the development server as well.
    const site = context.req.header("sec-fetch-site");
    if (site !== undefined) return site !== "same-origin";
    const origin = context.req.header("origin");
    return origin !== undefined && origin !== own;
  };
}
