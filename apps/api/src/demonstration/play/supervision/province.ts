import { step } from "../record.ts";
import type { Stage } from "../stage.ts";
import type { SupervisedTitle } from "./titles.ts";

type Title = { recommendations: { result: string | null }[] };

/** The city puts a title forward to the province, which recognizes it. */
export async function recommendToProvince(
  stage: Stage,
  { path }: SupervisedTitle,
  { day, resultOn }: { day: string; resultOn: string },
): Promise<void> {
  const year = Number(day.slice(0, 4));
  stage.setTime(day);
  const city = await stage.person("city");
  let title = { path, ...(await city.read<Title>(path)) };
  if (title.body.recommendations.length === 0) {
    const documentNumber = `郑工信企〔${year}〕12号`;
    title = await step(city, title, "recommend-to-province", { recommendedOn: day, documentNumber });
  }
  stage.setTime(resultOn);
  if (title.body.recommendations[0]?.result !== null) return;
  const source = "省级示范平台名单公告";
  await step(city, title, "record-province-result", { year, result: "recognized", resultOn, source });
}
