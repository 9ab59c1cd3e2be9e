import type { RoundDays } from "../../calendar.ts";
import type { Stage } from "../stage.ts";
import { inspect } from "./inspections.ts";
import { playChecks, playDesk } from "./open-matters.ts";
import { sendPackage } from "./packages.ts";
import { type ReportGoal, report } from "./reports.ts";
import { ofFirstYears, playing, type SupervisedTitle, standing } from "./titles.ts";

type Reporting = {
  readonly period: string;
  /** Those who owe a report for it. */
  readonly titles: readonly SupervisedTitle[];
  readonly reports: string;
  readonly prepares: string;
  readonly sends: string;
  readonly receives: string;
};

/**
 * What goes on while the last round is open: the reports of the year before and, once it is over, of the first half, the latest of them in every
 * state; a draw of spot checks, a missed appraisal, inspections that are planned and that wait for something to be put right.
 */
export async function playPresent(
  stage: Stage,
  all: readonly SupervisedTitle[],
  { year, opens }: RoundDays,
): Promise<void> {
  const titles = standing(all);
  stage.setTime(`${year}-01-04`);
  await stage.passTime();
  const annual: Reporting = {
    period: String(year - 1),
    titles: ofFirstYears(titles),
    reports: `${year}-01-06`,
    prepares: `${year}-01-08`,
    sends: `${year}-01-11`,
    receives: `${year}-01-14`,
  };
  const isHalfOver = opens > `${year}-07-01`;
  if (isHalfOver) {
    await playReports(stage, annual, all, { isLatest: false });
    for (const title of titles) await inspect(stage, title, `${year}-05-12`);
    stage.setTime(`${year}-07-01`);
    await stage.passTime();
    const half = { period: `${year}-H1`, titles, reports: `${year}-07-06`, prepares: `${year}-07-08` };
    await playReports(stage, { ...half, sends: `${year}-07-11`, receives: `${year}-07-14` }, all, { isLatest: true });
  } else {
    await playReports(stage, annual, all, { isLatest: true });
  }
  await playChecks(stage, all, opens);
  await playDesk(stage, all, opens);
}

/** The latest reports stand in every state; of those before, the city has all. */
async function playReports(
  stage: Stage,
  { period, titles, reports, prepares, sends, receives }: Reporting,
  all: readonly SupervisedTitle[],
  { isLatest }: { isLatest: boolean },
): Promise<void> {
  const goalOf = ({ part, mailbox }: SupervisedTitle): ReportGoal => {
    if (!isLatest) return "sent_to_district";
    if (part === "returned") return "returned";
    return part === "recommended" || mailbox === "platform" ? "drafted" : "sent_to_district";
  };
  for (const title of titles) await report(stage, title, { period, day: reports, goal: goalOf(title) });
  // One district still prepares its package, and one has sent it to a city that has not looked at it.
  const preparing = isLatest ? playing(all, "changed")?.district : undefined;
  const sent = isLatest ? playing(all, "rectifying")?.district : undefined;
  for (const district of new Set(titles.map((title) => title.district))) {
    const isSent = district !== preparing;
    const isReceived = isSent && district !== sent;
    await sendPackage(stage, district, {
      period,
      prepares,
      sends: isSent ? sends : null,
      receives: isReceived ? receives : null,
    });
  }
}
