import { daysAfter } from "@shifan/rules";
import { begin, type Kept, step } from "../record.ts";
import type { Stage } from "../stage.ts";
import { type Check, checks, planCheck, recordOf } from "./inspections.ts";
import type { SupervisedTitle } from "./titles.ts";

type Draw = { id: string; state: string };

const failed = { result: "failed", findings: "抽查的十项服务记录，六项没有受服务企业签字；两项收费没有公示。" };

/** The city looks in unannounced and finds it failed; the unit answers, and the check is closed. */
export async function failSpotCheck(stage: Stage, title: SupervisedTitle, day: string): Promise<void> {
  stage.setTime(day);
  const city = await stage.person("city");
  let check = await planCheck(city, "spot_check", title, day);
  check = await failAndAnswer(stage, title, check, day);
  if (check.body.state === "carried_out") await step(city, check, "close");
}

async function failAndAnswer(
  stage: Stage,
  title: SupervisedTitle,
  planned: Kept<Check>,
  day: string,
): Promise<Kept<Check>> {
  let check = planned;
  const city = await stage.person("city");
  if (check.body.state === "planned") check = await step(city, check, "record", recordOf(check, day, failed));
  stage.setTime(daysAfter(day, 3));
  if (check.body.state !== "carried_out" || check.body.answer !== null) return check;
  const platform = await stage.person(title.mailbox);
  const answer = "经办人离职，签字单没有归档；已找到四份，其余正在补签。收费当天已公示。";
  return step(platform, check, "answer", { answer });
}

/** The city commits to a seed, draws from all titles, and has looked at two of those drawn: one failed and was answered, one passed. */
export async function drawSpotChecks(
  stage: Stage,
  titles: readonly SupervisedTitle[],
  { day, until }: { day: string; until: string },
): Promise<void> {
  stage.setTime(day);
  const city = await stage.person("city");
  const draw = await begin<Draw>(city, "/api/v1/spot-check-draws", {}, `draw-${day}`);
  stage.setTime(daysAfter(day, 1));
  if (draw.body.state === "committed") await step(city, draw, "draw", { plannedOn: until });
  const filter = encodeURIComponent(JSON.stringify({ drawId: draw.body.id }));
  const { body: drawn } = await city.read<Check[]>(`${checks}?filter=${filter}&range=[0,99]`);
  const looked = titles.flatMap((title) =>
    drawn.filter(({ certificationId }) => certificationId === title.id).map((check) => ({ title, check })),
  );
  // Who plays a part of their own has checks already that a failed one would change the sense of.
  const first = looked.find(({ title }) => title.part === null) ?? looked.find(({ title }) => title.part !== "absent");
  const second = looked.find((each) => each !== first);
  const wentOn = daysAfter(day, 4);
  const open = async ({ id }: Check) => {
    stage.setTime(wentOn);
    return { path: `${checks}/${id}`, ...(await city.read<Check>(`${checks}/${id}`)) };
  };
  if (first !== undefined) await failAndAnswer(stage, first.title, await open(first.check), wentOn);
  if (second === undefined) return;
  let check: Kept<Check> = await open(second.check);
  if (check.body.state === "planned") check = await step(city, check, "record", recordOf(check, wentOn));
  if (check.body.state === "carried_out") await step(city, check, "close");
}

const noticeText = "考核内容：服务台账、服务收费、满意度回访、公益性服务。请备齐本年度台账和原件。";

/** The city gives notice of an appraisal. */
export async function announceAppraisal(
  stage: Stage,
  title: SupervisedTitle,
  { notice, takesPlace }: { notice: string; takesPlace: string },
): Promise<Kept<Check>> {
  stage.setTime(notice);
  const city = await stage.person("city");
  const check = await planCheck(city, "appraisal", title, notice);
  if (check.body.state !== "planned") return check;
  return step<Check>(city, check, "notify", { noticeText, takesPlaceOn: takesPlace });
}

/** The city appraises a title with success. */
export async function passAppraisal(stage: Stage, title: SupervisedTitle, takesPlace: string): Promise<void> {
  let check = await announceAppraisal(stage, title, { notice: daysAfter(takesPlace, -20), takesPlace });
  stage.setTime(takesPlace);
  const city = await stage.person("city");
  if (check.body.state === "notified") check = await step(city, check, "record", recordOf(check, takesPlace));
  if (check.body.state === "carried_out") await step(city, check, "close");
}

/** Nobody comes to an appraisal; the unit is heard, and has no reason that counts. It is closed once its time to answer is over. */
export async function missAppraisal(stage: Stage, title: SupervisedTitle, takesPlace: string): Promise<void> {
  let check = await announceAppraisal(stage, title, { notice: daysAfter(takesPlace, -20), takesPlace });
  stage.setTime(takesPlace);
  const city = await stage.person("city");
  if (check.body.state === "notified") {
    const absence = { result: "absent", checklist: [], findings: "到约定时间没有人到场，电话联系不上。" };
    check = await step(city, check, "record", recordOf(check, takesPlace, absence));
  }
  stage.setTime(daysAfter(takesPlace, 4));
  if (check.body.state === "carried_out" && check.body.answer === null) {
    const platform = await stage.person(title.mailbox);
    check = await step(platform, check, "answer", { answer: "当天人员都在外地参展，没有看到通知。" });
  }
  const heardOn = daysAfter(takesPlace, 6);
  stage.setTime(heardOn);
  if (check.body.state === "carried_out") {
    const hearing = "通知有签收记录；参展是自行安排，事前没有说明。理由不成立。";
    check = await step(city, check, "hear", { heardOn, hearing, finding: "without_reason" });
  }
  stage.setTime(daysAfter(heardOn, 11));
  if (check.body.state === "heard") await step(city, check, "close");
}
