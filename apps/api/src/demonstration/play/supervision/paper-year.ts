import type { Stage } from "../stage.ts";
import { inspect } from "./inspections.ts";
import { sendPackage } from "./packages.ts";
import { report } from "./reports.ts";
import { supervisedTitles } from "./titles.ts";

/**
 * The year in which the titles on paper came on record, which have to be looked after from then on. Of the one that ends in it nobody acts for the
 * unit: its district says why its report is missing.
 */
export async function playPaperYear(
  stage: Stage,
  { year, expiring }: { year: number; expiring: { id: string; district: string } },
): Promise<void> {
  const on = (day: string) => `${year}-${day}`;
  const titles = await supervisedTitles(stage, []);
  stage.setTime(on("05-06"));
  await stage.passTime();
  for (const title of [expiring, ...titles]) await inspect(stage, title, on("06-05"));
  for (const title of titles) {
    await report(stage, title, { period: on("H1"), day: on("07-08"), goal: "sent_to_district" });
  }
  const half = { period: on("H1"), prepares: on("07-22"), sends: on("07-24"), receives: on("08-10") };
  for (const { district } of [expiring, ...titles]) await sendPackage(stage, district, half);
  stage.setTime(on("09-02"));
  await stage.passTime();
  for (const title of titles) await inspect(stage, title, on("11-12"));
  const next = (day: string) => `${year + 1}-01-${day}`;
  for (const title of titles) {
    await report(stage, title, { period: String(year), day: next("08"), goal: "sent_to_district" });
    const days = { prepares: next("15"), sends: next("18"), receives: next("24") };
    await sendPackage(stage, title.district, { period: String(year), ...days });
  }
}
