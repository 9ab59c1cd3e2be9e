import type { MiddlewareHandler } from "hono";
import { hashOf, readBearer, sameHash } from "../../http/bearer.ts";
import { megabyte, readJsonBody } from "../../http/body.ts";
import { problem } from "../../http/problem.ts";

/** What stands before every route of the bot: its token, and a body. */
export function forTheBot(serviceToken: string): MiddlewareHandler[] {
  const tokenHash = hashOf(serviceToken);
  const requireService: MiddlewareHandler = async (context, next) => {
    const token = readBearer(context);
    return token !== null && sameHash(hashOf(token), tokenHash) ? next() : problem(context, "unauthorized");
  };
  return [requireService, readJsonBody({ maximumBytes: megabyte })];
}
