import { createRoute } from "@hono/zod-openapi";
import { meSchema } from "@shifan/contract";
import { type Actor, accessTable, mayEver, type Resource } from "@shifan/rules";
import { dayInShanghai } from "../clock.ts";
import { refusals } from "../documentation/refusals.ts";
import { problem } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import { accountOf, actorOf } from "./caller.ts";
import type { AccountServices } from "./services.ts";
import { signedIn } from "./session.ts";
import { jsonOf, sessionCookie, tags } from "./sign-in-routes.ts";

const meRoute = createRoute({
  method: "get",
  path: "/api/v1/me",
  operationId: "readMe",
  tags,
  summary: "我是谁，今天以什么身份办事",
  security: sessionCookie,
  responses: {
    200: { description: "账号、今天有效的角色（含代管）、代表的单位", content: jsonOf(meSchema) },
    ...refusals("not_signed_in", "second_factor_required"),
  },
});

type MeServices = AccountServices & {
  /** By which the server sends; what needs another is offered to nobody. */
  channels: ReadonlyMap<string, unknown>;
};

export function meRoutes({ clock, organizationsOf, demo, channels }: MeServices) {
  const router = createRouter();
  const isOffered = (resource: string) => resource !== "office_groups" || channels.has("wecom");
  router.openapi(meRoute, async (context) => {
    const account = accountOf(context);
    if (account === null) return problem(context, "not_signed_in");
    const now = clock.now();
    const today = dayInShanghai(now);
    const actor = await actorOf(context, now);
    const { grants } = actor;
    const organizations = account.kind === "applicant" ? await organizationsOf(account.id, today) : [];
    return context.json(
      {
        ...signedIn(account, demo),
        grants: grants.map((grant) => ({ ...grant, organizations: [...grant.organizations] })),
        organizations: organizations.map(({ id, name }) => ({ id, name })),
        acts: actsEverOpenTo(actor, isOffered),
        today,
        demo,
      },
      200,
    );
  });
  return router;
}

/** On which resources the person may ever do what: for the entries of a menu. */
function actsEverOpenTo(actor: Actor, isOffered: (resource: string) => boolean): Record<string, string[]> {
  const rows = Object.entries(accessTable).map(([resource, acts]) => {
    return [resource, Object.keys(acts).filter((act) => mayEver(actor, resource as Resource, act))] as const;
  });
  return Object.fromEntries(rows.filter(([resource, acts]) => acts.length > 0 && isOffered(resource)));
}
