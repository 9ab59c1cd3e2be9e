import type { PublicNoticeSummary } from "@shifan/contract/client";
import { dayText } from "../shell/day.ts";
import { texts } from "../texts.ts";

/** Where a publicity stands, in phrases; none for other notices. */
export function phaseText({ phase, startsOn, endsOn, daysLeft, isSuperseded }: PublicNoticeSummary): readonly string[] {
  if (isSuperseded) return texts.notices.superseded;
  switch (phase) {
    case "scheduled":
      return texts.notices.scheduled(dayText(startsOn ?? ""));
    case "running":
      return texts.notices.running(dayText(endsOn ?? ""), daysLeft ?? 0);
    case "ended":
      return texts.notices.ended(dayText(endsOn ?? ""));
    case null:
      return [];
  }
}
