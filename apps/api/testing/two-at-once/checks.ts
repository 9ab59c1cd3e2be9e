import { recordOf } from "../inspections.ts";
import { actOn } from "../publicity.ts";
import { pathOf, type Two } from "./contest.ts";
import type { World } from "./world.ts";

const base = "/api/v1/inspections";
const failed = { result: "failed", findings: "两项收费没有公开。", rectifyUntil: "2026-06-20" };
const again = { checkedAgainOn: "2026-06-10", checkedAgain: "已经公开", isRectified: true };
const answer = { answer: "已知悉，正在改正。" };

/** The district's inspections and the city's spot checks go the same way. */
async function contestCheck(
  { contests, platform }: World,
  { resource, kind, two, certificationId }: { resource: string; kind: string; two: Two; certificationId: string },
): Promise<void> {
  const act = (name: string, path: string, body: object = {}) => contests.act(`${resource} ${name}`, two, path, body);
  const planned = { kind, certificationId, plannedOn: "2026-06-12" };
  const path = pathOf(base, await contests.make(`${resource} plan`, two[0], base, planned));
  await act("edit", path, { plannedOn: "2026-06-11" });
  await act("record", path, recordOf(kind === "spot_check" ? kind : "periodic_inspection", "2026-06-10", failed));
  await contests.act(`${resource} answer`, platform, path, answer);
  await act("check-again", path, again);
  await act("close", path);
  const needless = pathOf(base, await contests.make(`${resource} plan`, two[0], base, planned));
  await act("call-off", needless, { reason: "改为书面检查" });
}

/** Inspections, spot checks, appraisals, and the draw of titles for spot checks. */
export async function contestChecks(world: World): Promise<void> {
  const { contests, city, district, platform, goTo } = world;
  goTo("2026-06-10");
  const certificationId = await world.addOwnTitle();
  await contestCheck(world, { resource: "inspections", kind: "periodic_inspection", two: district, certificationId });
  await contestCheck(world, { resource: "city_checks", kind: "spot_check", two: city, certificationId });
  const asked = { kind: "appraisal", certificationId, plannedOn: "2026-06-12" };
  const appraisal = pathOf(base, await contests.make("city_checks plan", city[0], base, asked));
  const notice = { noticeText: "现场核对服务台账。", takesPlaceOn: "2026-06-26" };
  await contests.act("city_checks notify", city, appraisal, notice);
  const draws = "/api/v1/spot-check-draws";
  const draw = pathOf(draws, await contests.make("spot_check_draws commit", city[0], draws, { share: "0.5" }));
  await contests.act("spot_check_draws draw", city, draw, { plannedOn: "2026-06-20" });
  goTo("2026-06-26");
  const absent = { result: "absent", checklist: [], findings: "当天没有人到场。" };
  await actOn(city[0], appraisal, "record", recordOf("appraisal", "2026-06-26", absent));
  await actOn(platform[0], appraisal, "answer", { answer: "负责人住院，附证明。" });
  const heard = { heardOn: "2026-06-26", hearing: "有住院证明。", finding: "accepted" };
  await contests.act("city_checks hear", city, appraisal, heard);
}
