import { daysAfter } from "@shifan/rules";
import { begin, type Kept, step } from "../record.ts";
import type { Stage } from "../stage.ts";
import type { SupervisedTitle } from "./titles.ts";

type Sanction = { id: string; state: string; statement: string | null };
type Words = {
  readonly kind: "cancellation" | "revocation";
  readonly ground: string;
  readonly finding: string;
  readonly evidence: string;
  /** What the unit says; null where it lets its time pass. */
  readonly statement: string | null;
  readonly hearing: string;
  readonly decision: string;
};

export const failures: Words = {
  kind: "cancellation",
  ground: "consecutive_failures",
  finding: "连续两次抽查不合格，服务记录没有受服务企业签字，收费没有公示。",
  evidence: "两次抽查记录和单位的说明。",
  statement: null,
  hearing: "期满没有收到陈述申辩。",
  decision: "连续两次抽查不合格，事实清楚，取消示范平台资格。",
};
export const absence: Words = {
  kind: "cancellation",
  ground: "absent_without_reason",
  finding: "没有参加考核，听取说明以后认定没有正当理由。",
  evidence: "考核通知签收记录、听取说明记录。",
  statement: null,
  hearing: "",
  decision: "",
};
export const unlawful: Words = {
  kind: "revocation",
  ground: "unlawful_conduct",
  finding: "以示范平台名义向企业收取服务以外的费用，市场监管部门已查实并处罚。",
  evidence: "行政处罚决定书一份，缴款凭证一份。",
  statement: "有关费用已全部退还，希望从轻处理。",
  hearing: "退款不改变已经查实的事实，意见不予采纳。",
  decision: "有违法违规行为并经查实，撤销示范平台资格。",
};

/** Proposes to end a title; the district does. */
export async function propose(
  stage: Stage,
  title: SupervisedTitle,
  { kind, ground, finding, evidence }: Words,
  day: string,
): Promise<Kept<Sanction>> {
  stage.setTime(day);
  const officer = await stage.officerOf(title.district);
  const body = { kind, ground, certificationId: title.id, finding, evidence };
  return begin<Sanction>(officer, "/api/v1/sanctions", body, `sanction-${title.id}`);
}

/** Goes on from a proposal to a decision, which a second officer still has to confirm: the unit is told, and heard. */
export async function decideToEnd(
  stage: Stage,
  title: SupervisedTitle,
  words: Words,
  { day, documentNumber }: { day: string; documentNumber: string },
): Promise<Kept<Sanction>> {
  const city = await stage.person("city");
  let sanction = await propose(stage, title, words, day);
  stage.setTime(daysAfter(day, 1));
  if (sanction.body.state === "proposed") sanction = await step(city, sanction, "notify");
  stage.setTime(daysAfter(day, 5));
  const { statement, hearing, decision } = words;
  if (sanction.body.state === "notified" && statement !== null && sanction.body.statement === null) {
    sanction = await step(await stage.person(title.mailbox), sanction, "state-case", { statement });
  }
  stage.setTime(daysAfter(day, 12));
  if (sanction.body.state === "notified") sanction = await step(city, sanction, "hear", { hearing });
  stage.setTime(daysAfter(day, 15));
  if (sanction.body.state === "heard") sanction = await step(city, sanction, "decide", { decision, documentNumber });
  return sanction;
}

/** Ends a title the whole way: decided, confirmed by a second officer, served and published. */
export async function endTitle(
  stage: Stage,
  title: SupervisedTitle,
  words: Words,
  days: { day: string; documentNumber: string },
): Promise<Kept<Sanction>> {
  const city = await stage.person("city");
  let sanction = await decideToEnd(stage, title, words, days);
  if (sanction.body.state === "decided") sanction = await step(await stage.person("city2"), sanction, "confirm");
  const servedOn = daysAfter(days.day, 18);
  stage.setTime(servedOn);
  if (sanction.body.state === "effective") {
    const service = { method: "direct", servedOn, receipt: "送达回证，法定代表人签收" };
    sanction = await step(city, sanction, "serve", service);
  }
  const publishedOn = daysAfter(days.day, 20);
  stage.setTime(publishedOn);
  if (sanction.body.state !== "served") return sanction;
  const officialUrl = `https://example.invalid/jueding/${publishedOn}`;
  return step(city, sanction, "publish", { officialUrl, publishedOn });
}

/** A wrong decision is withdrawn by another, which a second officer confirms. */
export async function reinstate(
  stage: Stage,
  wrong: Kept<Sanction>,
  { day, documentNumber }: { day: string; documentNumber: string },
): Promise<void> {
  let sanction = wrong;
  stage.setTime(day);
  const city = await stage.person("city");
  if (sanction.body.state === "published") {
    const reason = "作为依据的处罚决定经行政复议撤销。";
    sanction = await step(city, sanction, "reinstate", { reason, documentNumber });
  }
  if (sanction.body.state === "reinstatement_decided") await step(await stage.person("city2"), sanction, "confirm");
}
