import type { OpenAPIHono, RouteConfig, RouteHandler } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Clock } from "../clock.ts";
import type { RequestVariables } from "../http/router.ts";
import { beginAct, type On, type Person, requireActor } from "./begin.ts";

/** Who calls: a person with an account. */
export type Caller = { readonly actor: Person; readonly userId: string };

/** A call that may be refused because nobody is signed in; an act, also because it does not say which state was seen. */
type Described<Refusal extends number> = RouteConfig & { responses: Readonly<Record<Refusal, unknown>> };

type Handler<Route extends RouteConfig, Begun> = (
  context: Parameters<RouteHandler<Route, RequestVariables>>[0],
  begun: Begun,
) => ReturnType<RouteHandler<Route, RequestVariables>>;

/** The one way in which the calls of people begin: with an account, and for an act with the state of the record that they have seen. */
export function handlersOn(router: OpenAPIHono<RequestVariables>, clock: Clock) {
  const register = <Route extends RouteConfig, Begun>(
    route: Route,
    begin: (context: Context<RequestVariables>) => Promise<{ refusal: Response } | { begun: Begun }>,
    handle: Handler<Route, Begun>,
  ) => {
    const handler = async (context: Parameters<typeof handle>[0]) => {
      const start = await begin(context as unknown as Context<RequestVariables>);
      return "refusal" in start ? start.refusal : handle(context, start.begun);
    };
    router.openapi(route, handler as unknown as RouteHandler<Route, RequestVariables>);
  };
  return {
    /** An act on the record of the address. */
    onAct: <Route extends Described<401 | 428>>(route: Route, handle: Handler<Route, On>) =>
      register(
        route,
        async (context) => {
          const begun = await beginAct(context, clock);
          return begun.on === undefined ? { refusal: begun.refusal } : { begun: begun.on };
        },
        handle,
      ),
    /** Anything else that somebody with an account asks for. */
    onCall: <Route extends Described<401>>(route: Route, handle: Handler<Route, Caller>) =>
      register(
        route,
        async (context) => {
          const { actor, userId, refusal } = await requireActor(context, clock);
          return refusal === undefined ? { begun: { actor, userId } } : { refusal };
        },
        handle,
      ),
  };
}
