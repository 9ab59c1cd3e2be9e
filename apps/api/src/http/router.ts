import { OpenAPIHono } from "@hono/zod-openapi";
import { refuseInvalid } from "./validation.ts";

/** What every request carries with it. */
export type RequestVariables = { Variables: { requestId: string } };

/** A router whose validations refuse with a problem document. */
export function createRouter(): OpenAPIHono<RequestVariables> {
  return new OpenAPIHono<RequestVariables>({ defaultHook: refuseInvalid });
}
