import { daysAfter } from "@shifan/rules";
import { fixedDistricts } from "../../cast.ts";
import type { Stage } from "../stage.ts";
import { reportMove } from "./changes.ts";
import { announceAppraisal, drawSpotChecks, missAppraisal } from "./city-checks.ts";
import { leaveComplaints, settleComplaint } from "./complaints.ts";
import { presentHalf } from "./half.ts";
import { inspect, inspectWithRectification, planInspection } from "./inspections.ts";
import { draftInterpretation } from "./interpretation.ts";
import { keepServedList } from "./reports.ts";
import { absence, decideToEnd, propose, unlawful } from "./sanctions.ts";
import { playing, type SupervisedTitle, standing } from "./titles.ts";

/** Looks at titles in the days after the round opened: what is done, and what is awaited. */
export async function playChecks(stage: Stage, all: readonly SupervisedTitle[], opens: string): Promise<void> {
  const titles = standing(all);
  const absent = playing(titles, "absent");
  if (absent !== undefined) await missAppraisal(stage, absent, daysAfter(opens, -14));
  stage.setTime(opens);
  await stage.passTime();
  await inspectThisHalf(stage, titles, opens);
  await drawSpotChecks(stage, titles, { day: daysAfter(opens, 1), until: daysAfter(opens, 40) });
  const rectifying = playing(titles, "rectifying");
  if (rectifying !== undefined)
    await inspectWithRectification(stage, rectifying, { day: daysAfter(opens, 4), again: null });
  const returned = playing(titles, "returned");
  if (returned !== undefined) {
    await planInspection(stage, returned, { at: daysAfter(opens, 5), on: daysAfter(opens, 45) });
    await reportMove(stage, returned, { fromOn: daysAfter(opens, -10), day: daysAfter(opens, 6) });
  }
  if (absent !== undefined) await propose(stage, absent, absence, daysAfter(opens, 8));
  const platform = titles.find(({ mailbox }) => mailbox === "platform");
  if (platform === undefined) return;
  await planInspection(stage, platform, { at: daysAfter(opens, 5), on: daysAfter(opens, 45) });
  await keepServedList(stage, platform, { period: presentHalf(opens).period, day: daysAfter(opens, 9) });
}

/** Most districts have looked at their titles; those with a fixed account still have to, as long as the half runs. */
async function inspectThisHalf(stage: Stage, titles: readonly SupervisedTitle[], opens: string): Promise<void> {
  const { inspectedOn, endsBefore } = presentHalf(opens);
  const open = new Set<string>(endsBefore ? [] : fixedDistricts);
  for (const title of titles) {
    const hasOwn = title.part === "rectifying" || title.part === "returned";
    if (!hasOwn && !open.has(title.district)) await inspect(stage, title, inspectedOn);
  }
}

/** What waits for the city: a decision and an answer to confirm, complaints to reply to, an appraisal that it has announced. */
export async function playDesk(stage: Stage, titles: readonly SupervisedTitle[], opens: string): Promise<void> {
  const deciding = playing(titles, "deciding");
  if (deciding !== undefined) {
    const documentNumber = `郑工信〔${opens.slice(0, 4)}〕63号`;
    await decideToEnd(stage, deciding, unlawful, { day: daysAfter(opens, -4), documentNumber });
  }
  const appraising = playing(titles, "appraising");
  if (appraising !== undefined) {
    await announceAppraisal(stage, appraising, { notice: daysAfter(opens, 3), takesPlace: daysAfter(opens, 50) });
  }
  await draftInterpretation(stage, daysAfter(opens, 7));
  const [settled, complainedOf] = standing(titles);
  if (settled !== undefined) await settleComplaint(stage, settled, daysAfter(opens, -40));
  if (complainedOf !== undefined) await leaveComplaints(stage, complainedOf, daysAfter(opens, 8));
}
