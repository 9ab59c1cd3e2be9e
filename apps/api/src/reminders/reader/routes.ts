import { accountOf } from "../../accounts/caller.ts";
import type { ProcedureServices } from "../../acts/services.ts";
import { clientAddress } from "../../http/address.ts";
import { problem, refuse } from "../../http/problem.ts";
import { createRateLimit } from "../../http/rate-limit.ts";
import { createRouter } from "../../http/router.ts";
import { beginContact, type ContactServices, confirmContact } from "../addresses/contacts.ts";
import { type LinkableServices, linkableChannels } from "../addresses/linkable.ts";
import { offeredContacts } from "../addresses/offered.ts";
import * as described from "./descriptions.ts";
import { ownerOf, type ReminderOwner } from "./owner.ts";
import { changeReminders, endWay, readInbox, readReminders } from "./settings-of-recipient.ts";

/** An address may ask for codes and try them so often in a minute; a whole office shares one. */
const callsPerMinute = 30;

/** What people do about their reminders: those with an account, and those of a self-check. */
export function reminderRoutes(
  services: ProcedureServices & ContactServices & LinkableServices & { trustedProxies: number },
) {
  const router = createRouter();
  const { clock, trustedProxies } = services;
  const limit = createRateLimit(callsPerMinute);
  const privately = { "cache-control": "no-store" };

  const view = async (context: Parameters<typeof ownerOf>[0], owner: ReminderOwner) =>
    readReminders(services, owner, {
      // A chat is linked to an account by a code; whoever has none asks in the chat itself.
      offered: [...offeredContacts(services), ...("userId" in owner ? await linkableChannels(services) : [])],
      accountMailbox: "userId" in owner ? (accountOf(context)?.email ?? null) : null,
    });

  router.openapi(described.readRoute, async (context) => {
    const owner = await ownerOf(context, services);
    if (owner === null) return problem(context, "not_signed_in");
    return context.json(await view(context, owner), 200, privately);
  });

  router.openapi(described.changeRoute, async (context) => {
    const owner = await ownerOf(context, services);
    if (owner === null) return problem(context, "not_signed_in");
    const wrong = await changeReminders(services, owner, context.req.valid("json"));
    if (wrong !== null) return problem(context, "invalid_input", { errors: [wrong] });
    return context.json(await view(context, owner), 200, privately);
  });

  router.openapi(described.endWayRoute, async (context) => {
    const owner = await ownerOf(context, services);
    if (owner === null) return problem(context, "not_signed_in");
    const isEnded = await endWay(services, owner, context.req.valid("param").id);
    return isEnded ? context.json({}, 200) : problem(context, "unknown_record");
  });

  router.openapi(described.inboxRoute, async (context) => {
    const owner = await ownerOf(context, services);
    if (owner === null) return problem(context, "not_signed_in");
    const { range } = context.req.valid("query");
    const { told, total } = await readInbox(services, owner, range);
    const shown = told.length === 0 ? "*" : `${range.from}-${range.from + told.length - 1}`;
    return context.json(told, 200, { ...privately, "content-range": `reminders ${shown}/${total}` });
  });

  router.openapi(described.beginContactRoute, async (context) => {
    const owner = await ownerOf(context, services);
    if (owner === null) return problem(context, "not_signed_in");
    const retryAfterSeconds = limit.take(clientAddress(context, trustedProxies), clock.machine());
    if (retryAfterSeconds !== null) return problem(context, "rate_limited", { retryAfterSeconds });
    const outcome = await beginContact(services, owner, context.req.valid("json"));
    return outcome.ok ? context.json(outcome.begun, 200, privately) : refuse(context, outcome);
  });

  router.openapi(described.confirmContactRoute, async (context) => {
    const owner = await ownerOf(context, services);
    if (owner === null) return problem(context, "not_signed_in");
    const retryAfterSeconds = limit.take(clientAddress(context, trustedProxies), clock.machine());
    if (retryAfterSeconds !== null) return problem(context, "rate_limited", { retryAfterSeconds });
    const outcome = await confirmContact(services, owner, context.req.valid("json"));
    if (!outcome.ok) return refuse(context, outcome);
    return context.json(await view(context, owner), 200, privately);
  });

  return router;
}
