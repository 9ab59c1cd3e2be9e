import type { DialogContext, DialogState } from "@shifan/dialog";
import type { Clock } from "../clock.ts";
import type { PolicyCatalog } from "../policies/catalog.ts";
import { selectVersion } from "../policies/service.ts";
import type { ReminderStep } from "../reminders/chat/talk.ts";
import type { AnnouncedRounds } from "../rounds/announced.ts";

/** What is kept of a conversation: the state of the self-check, and where the talk about reminders is. */
export type ChatState = DialogState & { readonly reminderStep?: ReminderStep };

/**
 * What a conversation is held against today: the version it began under, and the one in force when that is newer. Null when this release
 * cannot use the version that it began under.
 */
export async function contextOf(
  services: { catalog: PolicyCatalog; clock: Clock; announcedRounds: AnnouncedRounds },
  { policyId, policyVersion }: Pick<DialogState, "policyId" | "policyVersion">,
): Promise<DialogContext | null> {
  const policy = await services.catalog.find(policyId, policyVersion);
  if (policy === null) return null;
  const today = services.clock.today();
  const inForce = selectVersion(services, policyId, today);
  const newerPolicy = inForce.ok && inForce.policy.version > policyVersion ? inForce.policy : null;
  return { policy, newerPolicy, today, round: await services.announcedRounds.of(policyId, today) };
}
