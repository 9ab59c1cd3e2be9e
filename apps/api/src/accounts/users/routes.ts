import type { UserInvited } from "@shifan/contract";
import type { Database, UserRow } from "@shifan/db";
import type { Context } from "hono";
import { clientAddress } from "../../http/address.ts";
import { etagOf, judgeIfMatch } from "../../http/etag.ts";
import { idempotencyOf } from "../../http/idempotency.ts";
import { listHeaders, listRequestOf } from "../../http/list.ts";
import { problem } from "../../http/problem.ts";
import { createRateLimit } from "../../http/rate-limit.ts";
import { createRouter } from "../../http/router.ts";
import { actorOf } from "../caller.ts";
import type { AccountServices } from "../services.ts";
import { acceptInvitation } from "./accept.ts";
import { type Acted, type ActTime, actOnUser, type Changed } from "./act.ts";
import * as described from "./descriptions.ts";
import { handOver } from "./hand-over.ts";
import { inviteAgain, inviteUser } from "./invite.ts";
import { disableUser, enableUser, resetSecondFactor } from "./lifecycle.ts";
import { readUser, readUsers } from "./read.ts";
import { endRole, grantRole } from "./roles.ts";
import { beginStandIn, stopStandIn } from "./stand-ins.ts";

type Change = (transaction: Database, user: UserRow, time: ActTime) => Promise<Changed>;

const acceptancesPerMinute = 30;

/** Accounts as the administrator looks after them, and the invitations that begin them. */
export function userRoutes(services: AccountServices & { isDistrict(id: string): boolean }) {
  const router = createRouter();
  const { database, clock, isDistrict } = services;
  const limit = createRateLimit(acceptancesPerMinute);

  router.openapi(described.listRoute, async (context) => {
    const request = listRequestOf(context.req.valid("query"));
    if (!request.ok) return problem(context, "invalid_input", { errors: request.errors });
    const outcome = await readUsers(database, await actorOf(context, clock.now()), request.list);
    if (!outcome.ok) return problem(context, outcome.code);
    const { users, total, last } = outcome;
    return context.json(users, 200, listHeaders("users", request.list, { rows: users.length, total, last }));
  });

  router.openapi(described.readRoute, async (context) => {
    const found = await readUser(database, await actorOf(context, clock.now()), context.req.valid("param").id);
    if (found === null) return problem(context, "unknown_user");
    return context.json(found.user, 200, { etag: etagOf(found.revision) });
  });

  router.openapi(described.inviteRoute, async (context) => {
    const body = context.req.valid("json");
    const actor = await actorOf(context, clock.now());
    const idempotency = idempotencyOf(context, { call: "inviteUser", userId: actor.userId, body });
    if (idempotency === null) return problem(context, "idempotency_key_required");
    const outcome = await inviteUser(services, actor, body, idempotency);
    if (!outcome.ok) return problem(context, outcome.code, { errors: outcome.errors });
    const location = `/api/v1/users/${outcome.invited.user.id}`;
    return context.json(outcome.invited, 201, { location, etag: etagOf(outcome.revision) });
  });

  async function act(context: Context, id: string, name: string, ground: string | undefined, change: Change) {
    const actor = await actorOf(context, clock.now());
    const judgeRevision = (revision: number) => judgeIfMatch(context, revision);
    return actOnUser(services, { actor, id, act: name, ground, judgeRevision }, change);
  }

  function answer(context: Context, outcome: Acted) {
    if (outcome.ok) return context.json(outcome.user, 200, { etag: etagOf(outcome.revision) });
    return refuseAct(context, outcome);
  }

  function refuseAct(context: Context, outcome: Acted & { ok: false }) {
    const { code, detail, errors, revision } = outcome;
    if (revision !== undefined) context.header("etag", etagOf(revision));
    return problem(context, code, { detail, errors });
  }

  router.openapi(described.editRoute, async (context) => {
    const { name } = context.req.valid("json");
    const change: Change = async () => ({ ok: true, change: { name }, fields: ["name"] });
    return answer(context, await act(context, context.req.valid("param").id, "edit", undefined, change));
  });

  router.openapi(described.grantRoleRoute, async (context) => {
    const { ground, ...given } = context.req.valid("json");
    const change: Change = (transaction, user, time) => grantRole(transaction, user, given, { ...time, isDistrict });
    return answer(context, await act(context, context.req.valid("param").id, "grant-role", ground, change));
  });

  router.openapi(described.endRoleRoute, async (context) => {
    const { ground, grant } = context.req.valid("json");
    const change: Change = (transaction, user, time) => endRole(transaction, user, grant, time);
    return answer(context, await act(context, context.req.valid("param").id, "end-role", ground, change));
  });

  router.openapi(described.handOverRoute, async (context) => {
    const { ground, ...given } = context.req.valid("json");
    const change: Change = (transaction, user, time) => handOver(transaction, user, given, time);
    return answer(context, await act(context, context.req.valid("param").id, "hand-over", ground, change));
  });

  router.openapi(described.standInRoute, async (context) => {
    const { ground, ...standIn } = context.req.valid("json");
    const change: Change = (transaction, user, time) => beginStandIn(transaction, user, standIn, time);
    return answer(context, await act(context, context.req.valid("param").id, "stand-in", ground, change));
  });

  router.openapi(described.endStandInRoute, async (context) => {
    const { ground, standIn } = context.req.valid("json");
    const change: Change = (transaction, user, time) => stopStandIn(transaction, user, standIn, time);
    return answer(context, await act(context, context.req.valid("param").id, "end-stand-in", ground, change));
  });

  router.openapi(described.resetRoute, async (context) => {
    const actor = await actorOf(context, clock.now());
    const change: Change = (transaction, user) => resetSecondFactor(transaction, user, actor);
    const { ground } = context.req.valid("json");
    return answer(context, await act(context, context.req.valid("param").id, "reset-second-factor", ground, change));
  });

  router.openapi(described.disableRoute, async (context) => {
    const { ground } = context.req.valid("json");
    return answer(context, await act(context, context.req.valid("param").id, "disable", ground, disableUser));
  });

  router.openapi(described.enableRoute, async (context) => {
    const { ground } = context.req.valid("json");
    const change: Change = async (_, user) => enableUser(user);
    return answer(context, await act(context, context.req.valid("param").id, "enable", ground, change));
  });

  router.openapi(described.inviteAgainRoute, async (context) => {
    const given: { invitation?: UserInvited["invitation"] | null } = {};
    const change: Change = async (transaction, user, time) => {
      const outcome = await inviteAgain(transaction, user, { ...time, publicUrl: services.publicUrl });
      given.invitation = outcome.invitation;
      return outcome.changed;
    };
    const { ground } = context.req.valid("json");
    const outcome = await act(context, context.req.valid("param").id, "invite", ground, change);
    if (!outcome.ok) return refuseAct(context, outcome);
    if (!given.invitation) throw new Error("an invitation was given and is gone");
    return context.json({ user: outcome.user, invitation: given.invitation }, 200, { etag: etagOf(outcome.revision) });
  });

  router.openapi(described.acceptRoute, async (context) => {
    const retryAfterSeconds = limit.take(clientAddress(context, services.trustedProxies), clock.machine());
    if (retryAfterSeconds !== null) return problem(context, "rate_limited", { retryAfterSeconds });
    const { password } = context.req.valid("json");
    const outcome = await acceptInvitation(services, context.req.valid("param").token, password);
    if (!outcome.ok) return problem(context, outcome.code, { errors: outcome.errors });
    const { id, name, email, kind } = outcome.user;
    return context.json({ user: { id, name, email, kind } }, 200);
  });

  return router;
}
