import { daysAfter } from "../calendar.ts";
import type { DemonstrationCase } from "../cast.ts";
import { createRandom } from "../random.ts";
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
  await haveScored(stage, path, play, { dueOn: daysAfter(day, 10), sheets: panelSize });
  const city = await stage.person("city");
  const { body, etag } = await city.read<Panel>(`${path}/panel`);
  const isFarApart = (body.spread ?? 0) >= body.spreadToDiscuss;
  const discussion = isFarApart ? { on: day, record: "三位专家说明了评分理由，对示范性的看法不同，分数维持。" } : null;
  await insist(city, `${path}/finish-review`, { discussion }, etag);
}

/** One expert of the panel lets the last day pass: the city finds the sheet overdue, and the case goes on waiting for it. */
export async function leaveOneSheetOpen(
  stage: Stage,
  path: string,
  play: DemonstrationCase,
  day: string,
): Promise<void> {
  await haveScored(stage, path, play, { dueOn: daysAfter(day, 1), sheets: panelSize - 1 });
}

async function haveScored(
  stage: Stage,
  path: string,
  { organization, strength }: DemonstrationCase,
  { dueOn, sheets }: { dueOn: string; sheets: number },
): Promise<void> {
  const city = await stage.person("city");
  const panelPath = `${path}/panel`;
  let panel = await city.read<Panel>(panelPath);
  if (panel.body.reviews.length === 0) {
    await insist(city, `${path}/assign-experts`, { method: "draw", count: panelSize, dueOn }, panel.etag);
    panel = await city.read<Panel>(panelPath);
  }
  const { body: experts } = await city.read<Expert[]>("/api/v1/experts?range=[0,99]");
  const random = createRandom(`scores ${organization.uscc}`);
  for (const { id, expert, state } of panel.body.reviews.slice(0, sheets)) {
    // Drawn in the same order whatever was done before.
    const share = Math.min(98, Math.max(30, strength + random.between(-12, 12)));
    if (state === "submitted" || state === "recused") continue;
    const mailbox = experts.find((each) => each.id === expert.id)?.email?.split("@")[0] ?? "";
    await score(stage, mailbox, `/api/v1/reviews/${id}`, share);
  }
}

async function score(stage: Stage, mailbox: string, path: string, share: number): Promise<void> {
  const expert = await stage.person(mailbox);
  const { body: review } = await expert.read<Review>(path);
  if (review.state === "assigned") await expert.act(path, "declare-conflict", { conflict: false });
  const { body, etag } = await expert.read<Review>(path);
  const items = Object.fromEntries(
    body.sheet.items.map(({ id, most }) => [
      id,
      { points: Math.round((most * share) / 100), comment: share > 70 ? "材料充分。" : "佐证偏少。" },
    ]),
  );
  const directions = { service_model: "“一企一诊断”做法有记录可查。" };
  const opinion = share > 70 ? "服务成效明显，建议认定。" : "基本符合，示范性一般。";
  await insist(expert, `${path}/scores`, { items, directions, opinion }, etag, "PUT");
  await expert.act(path, "submit");
}

async function insist(
  person: Awaited<ReturnType<Stage["person"]>>,
  path: string,
  body: unknown,
  etag: string,
  method = "POST",
): Promise<void> {
  const told = await person.ask(path, { method, body, headers: { "if-match": etag } });
  if (told.status !== 200) throw new Error(`${path}: ${told.status} ${JSON.stringify(told.body)}`);
}
