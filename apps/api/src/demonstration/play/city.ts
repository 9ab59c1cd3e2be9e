import { daysAfter } from "@shifan/rules";
import type { DemonstrationCase } from "../cast.ts";
import { createRandom } from "../random.ts";
import { look, step } from "./record.ts";
import type { Stage } from "./stage.ts";

type PanelReview = { id: string; expert: { id: string }; state: string; total: number | null };
type Panel = { reviews: PanelReview[]; spread: number | null; spreadToDiscuss: number; finishedAt: string | null };
type Review = { state: string; sheet: { items: { id: string; most: number }[] } };
type Expert = { id: string; name: string; email: string | null };

const panelSize = 3;

/** The pool of the demonstration: the three experts of the fixed accounts and four more, by mailbox. */
export const pool: readonly { mailbox: string; name: string; employer: string; field: string }[] = [
  { mailbox: "expert", name: "周文博", employer: "郑州大学管理学院", field: "企业管理" },
  { mailbox: "expert2", name: "林晓云", employer: "河南工业大学", field: "检验检测" },
  { mailbox: "expert3", name: "郭建平", employer: "河南财经政法大学", field: "财务审计" },
  { mailbox: "expert4", name: "宋立新", employer: "河南省科学院", field: "信息技术" },
  { mailbox: "expert5", name: "何静怡", employer: "中原工学院", field: "创业辅导" },
  { mailbox: "expert6", name: "罗振华", employer: "郑州轻工业大学", field: "技术转移" },
  { mailbox: "expert7", name: "梁雅琴", employer: "河南农业大学", field: "人才培训" },
];

/** Takes the pool in, those who are not in it yet. */
export async function openPool(stage: Stage): Promise<void> {
  const city = await stage.person("city");
  for (const { mailbox, name, employer, field } of pool) {
    const body = { name, employer, position: "教授", fields: [field], email: `${mailbox}@demo.shifan` };
    await city.make("/api/v1/experts", body, `expert-${mailbox}`);
  }
}

/** The city has a case reviewed: drawn, scored by everybody on the panel, discussed where they lie far apart, and finished. */
export async function reviewCase(stage: Stage, path: string, play: DemonstrationCase, day: string): Promise<void> {
  const panel = await appoint(stage, path, { dueOn: daysAfter(day, 10), chosen: null });
  await haveScored(stage, play, panel);
  const city = await stage.person("city");
  const { body, etag } = await look<Panel>(city, `${path}/panel`);
  const isFarApart = (body.spread ?? 0) >= body.spreadToDiscuss;
  const discussion = isFarApart ? { on: day, record: "三位专家说明了评分理由，对示范性的看法不同，分数维持。" } : null;
  await step(city, { path, etag }, "finish-review", { discussion });
}

/** One expert of the panel lets the last day pass: the city finds the sheet overdue, and the case goes on waiting for it. */
export async function leaveOneSheetOpen(
  stage: Stage,
  path: string,
  play: DemonstrationCase,
  day: string,
): Promise<void> {
  const chosen = ["expert3", "expert4", "expert5"];
  const panel = await appoint(stage, path, { dueOn: daysAfter(day, 1), chosen });
  await haveScored(
    stage,
    play,
    panel.filter(({ mailbox }) => mailbox !== "expert3"),
  );
}

/** The three experts of the fixed accounts have a case before them: one part of them has declared, the other is still to. */
export async function beginScoring(
  stage: Stage,
  path: string,
  { organization }: DemonstrationCase,
  dueOn: string,
): Promise<void> {
  const panel = await appoint(stage, path, { dueOn, chosen: ["expert", "expert2", "expert3"] });
  for (const { id, mailbox, state } of panel) {
    // Of two cases one after the other each of them has one to declare on and one to score.
    const declares = (mailbox === "expert") === (organization.index % 2 === 0);
    if (!declares || state !== "assigned") continue;
    const expert = await stage.person(mailbox);
    await expert.act(`/api/v1/reviews/${id}`, "declare-conflict", { conflict: false });
  }
}

type Appointed = { readonly id: string; readonly state: string; readonly mailbox: string };

/** The panel of a case, appointed where it is not yet. @param chosen the mailboxes of those chosen; null where they are drawn */
async function appoint(
  stage: Stage,
  path: string,
  { dueOn, chosen }: { dueOn: string; chosen: readonly string[] | null },
): Promise<readonly Appointed[]> {
  const city = await stage.person("city");
  const { body: experts } = await city.read<Expert[]>("/api/v1/experts?range=[0,99]");
  const mailboxOf = ({ email }: Expert) => email?.split("@")[0] ?? "";
  let panel = await look<Panel>(city, `${path}/panel`);
  if (panel.body.reviews.length === 0) {
    const expertIds = experts.filter((each) => chosen?.includes(mailboxOf(each))).map(({ id }) => id);
    const drawn = { method: "draw", count: panelSize, dueOn };
    const reasons = "本批次这几位专家熟悉该领域，且与申报单位没有往来。";
    const appointed = chosen === null ? drawn : { method: "choice", expertIds, reasons, dueOn };
    await step(city, { path, etag: panel.etag }, "assign-experts", appointed);
    panel = await look<Panel>(city, `${path}/panel`);
  }
  return panel.body.reviews.map(({ id, state, expert }) => {
    const known = experts.find((each) => each.id === expert.id);
    return { id, state, mailbox: known === undefined ? "" : mailboxOf(known) };
  });
}

async function haveScored(
  stage: Stage,
  { organization, strength }: DemonstrationCase,
  panel: readonly Appointed[],
): Promise<void> {
  for (const { id, mailbox, state } of panel) {
    const random = createRandom(`scores ${organization.uscc} ${mailbox}`);
    const share = Math.min(98, Math.max(30, strength + random.between(-12, 12)));
    if (state !== "submitted" && state !== "recused") await score(stage, mailbox, `/api/v1/reviews/${id}`, share);
  }
}

async function score(stage: Stage, mailbox: string, path: string, share: number): Promise<void> {
  const expert = await stage.person(mailbox);
  let review = await look<Review>(expert, path);
  if (review.body.state === "assigned") {
    review = await step(expert, review, "declare-conflict", { conflict: false });
  }
  const items = Object.fromEntries(
    review.body.sheet.items.map(({ id, most }) => [
      id,
      { points: Math.round((most * share) / 100), comment: share > 70 ? "材料充分。" : "佐证偏少。" },
    ]),
  );
  const directions = { service_model: "“一企一诊断”做法有记录可查。" };
  const opinion = share > 70 ? "服务成效明显，建议认定。" : "基本符合，示范性一般。";
  review = await step(expert, review, "scores", { items, directions, opinion }, "PUT");
  await step(expert, review, "submit");
}
