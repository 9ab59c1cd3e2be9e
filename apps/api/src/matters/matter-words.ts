import { resourceLabels } from "@shifan/contract";
import type { ReminderAudience } from "@shifan/rules";

/** What people call the kind of thing that a reminder is about. */
export function matterOf(audience: ReminderAudience, resource: string): string {
  if (audience === "prospect") return "申报自查";
  return Object.hasOwn(resourceLabels, resource) ? resourceLabels[resource as keyof typeof resourceLabels] : "事项";
}
