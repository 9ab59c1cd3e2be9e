import type { Task } from "@shifan/contract";
import { portalPages } from "@shifan/contract/pages";
import type { ReminderAudience, ReminderStep } from "@shifan/rules";
import type { StandingDuty } from "./source.ts";

/** The page on which a reader does something about a duty, as a path of this server. */
export function pathOf({ resource, recordId, told, work }: StandingDuty, step: ReminderStep): string {
  const at = work ?? { resource, recordId, filter: null };
  if (isOfStaff(told.audience)) return consolePath(at);
  if (told.audience === "prospect") return portalPages.chat;
  if (step === "copy_last_application" || at.recordId === null) return portalPages.matters;
  return `${portalPages.matters}#${at.resource}-${encodeURIComponent(at.recordId)}`;
}

const isOfStaff = (audience: ReminderAudience): boolean =>
  audience === "district" || audience === "city" || audience === "expert" || audience === "administrator";

function consolePath({ resource, recordId, filter }: Task["work"]): string {
  if (recordId !== null) return `/admin/${resource}/${encodeURIComponent(recordId)}/show`;
  return filter === null || Object.keys(filter).length === 0
    ? `/admin/${resource}`
    : `/admin/${resource}?filter=${encodeURIComponent(JSON.stringify(filter))}`;
}
