import type { Stage } from "../stage.ts";
import { recordRepresentative } from "./changes.ts";
import { failSpotCheck, passAppraisal } from "./city-checks.ts";
import { inspect, inspectWithRectification } from "./inspections.ts";
import { interpret } from "./interpretation.ts";
import { sendPackage } from "./packages.ts";
import { recommendToProvince } from "./province.ts";
import { keepServedList, report, reportLate } from "./reports.ts";
import { endTitle, failures, reinstate, unlawful } from "./sanctions.ts";
import { ofFirstYears, playing, type SupervisedTitle, standing } from "./titles.ts";

/**
 * The first whole year of the titles of the oldest round, with all that the law asks for and some that went wrong: a report and a package that came
 * late, one title cancelled, one revoked, one revoked in error.
 */
export async function playFirstYear(stage: Stage, all: readonly SupervisedTitle[], year: number): Promise<void> {
  const titles = ofFirstYears(all);
  const on = (day: string) => `${year}-${day}`;
  const period = `${year}-H1`;
  stage.setTime(on("01-05"));
  await stage.passTime();
  await interpret(stage, on("03-02"));
  const cancelled = playing(titles, "cancelled");
  if (cancelled !== undefined) await failSpotCheck(stage, cancelled, on("03-18"));
  for (const title of titles) {
    if (title.part === "appraised")
      await inspectWithRectification(stage, title, { day: on("05-12"), again: on("06-18") });
    else await inspect(stage, title, on("05-12"));
  }
  if (cancelled !== undefined) await failSpotCheck(stage, cancelled, on("06-10"));
  stage.setTime(on("07-01"));
  await stage.passTime();
  for (const title of titles) {
    if (title.part === "recommended" || title.part === "appraised") {
      await keepServedList(stage, title, { period, day: on("07-06") });
    }
    if (title.part === "reported_late") continue;
    await report(stage, title, { period, day: on("07-08"), goal: "sent_to_district" });
  }
  await sendPackages(stage, titles, period, year);
  const late = playing(titles, "reported_late");
  if (late !== undefined) await reportLate(stage, late, { period, day: on("08-14") });
  await playSanctions(stage, titles, year);
  const appraised = playing(titles, "appraised");
  if (appraised !== undefined) await passAppraisal(stage, appraised, on("10-28"));
  const changed = playing(titles, "changed");
  if (changed !== undefined) await recordRepresentative(stage, changed, { fromOn: on("10-09"), day: on("10-15") });
  const recommended = playing(titles, "recommended");
  if (recommended !== undefined) {
    await recommendToProvince(stage, recommended, { day: on("09-08"), resultOn: on("11-30") });
  }
  for (const title of standing(titles)) await inspect(stage, title, on("11-12"));
}

/** Each district sends its own in time; the one of the unit that has a new representative later than it should. */
async function sendPackages(
  stage: Stage,
  titles: readonly SupervisedTitle[],
  period: string,
  year: number,
): Promise<void> {
  const tardy = playing(titles, "changed")?.district;
  for (const district of new Set(titles.map((title) => title.district))) {
    const sends = district === tardy ? `${year}-08-06` : `${year}-07-24`;
    await sendPackage(stage, district, { period, prepares: `${year}-07-22`, sends, receives: `${year}-08-10` });
  }
}

async function playSanctions(stage: Stage, titles: readonly SupervisedTitle[], year: number): Promise<void> {
  const number = (n: number) => `郑工信〔${year}〕${n}号`;
  const cancelled = playing(titles, "cancelled");
  if (cancelled !== undefined) {
    await endTitle(stage, cancelled, failures, { day: `${year}-08-24`, documentNumber: number(41) });
  }
  const revoked = playing(titles, "revoked");
  if (revoked !== undefined) {
    await endTitle(stage, revoked, unlawful, { day: `${year}-09-01`, documentNumber: number(45) });
  }
  const reinstated = playing(titles, "reinstated");
  if (reinstated === undefined) return;
  const wrong = await endTitle(stage, reinstated, unlawful, { day: `${year}-09-03`, documentNumber: number(46) });
  await reinstate(stage, wrong, { day: `${year}-10-21`, documentNumber: number(52) });
}
