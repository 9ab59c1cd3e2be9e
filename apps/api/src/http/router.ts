import { OpenAPIHono } from "@hono/zod-openapi";
import type { CallerVariables } from "../accounts/caller.ts";
import { refuseInvalid } from "./validation.ts";

/** What every request carries with it. Who calls is known below /api/v1. */
export type RequestVariables = { Variables: { requestId: string } & CallerVariables };

/** A router whose validations refuse with a problem document. */
export function createRouter(): OpenAPIHono<RequestVariables> {
  return new OpenAPIHono<RequestVariables>({ defaultHook: refuseInvalid });
}
