import type { RoundDays } from "../calendar.ts";
import type { CaseGoal, DemonstrationCase } from "../cast.ts";
import { attachPapers, beginApplication, fillForm, formOfCase, handIn, type Standing } from "./application.ts";
import { beginScoring, leaveOneSheetOpen, reviewCase } from "./city.ts";
import { acceptCase, recommendCase, surveyCase } from "./district.ts";
import { registerOrganization } from "./organizations.ts";
import { certifyCases, playObjection, publishList } from "./publicity.ts";
import type { Stage } from "./stage.ts";

type Round = { id: string; state: string };
/** How far a case goes: each goal stands behind those that it passes. */
const way: readonly CaseGoal[] = [
  "draft",
  "submitted",
  "accepted",
  "surveyed",
  "recommended",
  "received",
  "scoring",
  "scoring_overdue",
  "reviewed",
];
const beyond: ReadonlySet<CaseGoal> = new Set([
  "not_selected",
  "certified",
  "objection_pending",
  "objection_dismissed",
  "objection_upheld",
]);
const listed: ReadonlySet<CaseGoal> = new Set([...beyond].filter((goal) => goal !== "not_selected"));
const endsBefore: Partial<Record<CaseGoal, CaseGoal>> = {
  lapsed: "draft",
  withdrawn: "submitted",
  returned: "submitted",
  not_recommended: "surveyed",
};

/** Whether a case goes at least as far as a place on the way. */
function passes(goal: CaseGoal, place: CaseGoal): boolean {
  if (beyond.has(goal)) return true;
  return way.indexOf(endsBefore[goal] ?? goal) >= way.indexOf(place);
}

/**
 * Plays a round from its opening as far as it goes, through the product's own acts. Each scene looks at how things stand and does what is missing, so
 * that a play that was broken off goes on.
 *
 * @param onCase told after each case of each scene
 */
export async function playRound(
  stage: Stage,
  days: RoundDays,
  cases: readonly DemonstrationCase[],
  onCase: () => void,
): Promise<void> {
  const roundPath = await openRound(stage, days);
  const roundId = roundPath.split("/").at(-1) ?? "";
  const paths = new Map<DemonstrationCase, string>();
  for (const play of cases) {
    stage.setTime(days.submits);
    const organizationId = await registerOrganization(stage, play.organization);
    paths.set(play, await beginApplication(stage, play, roundId, organizationId));
    await toHandIn(stage, paths.get(play) ?? "", play, days);
    onCase();
  }
  for (const [play, path] of paths) {
    await throughDistrict(stage, path, play, days);
    onCase();
  }
  if (days.selection !== null) {
    stage.setTime(days.receives);
    await stage.passTime();
  }
  for (const [play, path] of paths) {
    await throughReview(stage, path, play, days);
    onCase();
  }
  if (days.selection === null) return;
  await throughPublicity(stage, roundPath, paths, days);
  for (const _ of cases) onCase();
}

async function openRound(stage: Stage, days: RoundDays): Promise<string> {
  const { year, opens, submissionDeadline, recommendationDeadline } = days;
  stage.setTime(opens);
  const city = await stage.person("city");
  const { body: rounds } = await city.read<(Round & { year: number })[]>("/api/v1/rounds");
  const round =
    rounds.find((each) => each.year === year && each.state !== "cancelled") ??
    (await city.make<Round>(
      "/api/v1/rounds",
      {
        year,
        submissionDeadline,
        recommendationDeadline,
        submissionEvent: "online",
        copies: 1,
        binding: "胶装一份，加盖骑缝章",
        counterAddress: "所在开发区、区县（市）工信部门",
        noticeTitle: `关于组织申报${year}年度郑州市中小企业公共服务示范平台的通知`,
        noticeText: "各开发区、区县（市）工信部门：按照办法要求，现组织开展本年度申报工作。",
      },
      `round-${year}`,
    ));
  const path = `/api/v1/rounds/${round.id}`;
  if (round.state === "draft") await city.act(path, "open");
  return path;
}

const stateOf = async (stage: Stage, path: string, mailbox: string): Promise<string> =>
  (await (await stage.person(mailbox)).read<Standing>(path)).body.state;

async function toHandIn(stage: Stage, path: string, play: DemonstrationCase, days: RoundDays): Promise<void> {
  const { mailbox } = play.organization;
  if ((await stateOf(stage, path, mailbox)) !== "draft") return;
  const form = formOfCase(play, days.year, days.submits);
  const isHandedIn = passes(play.goal, "submitted");
  // A draft has its first half: the other half is for whoever tries the demonstration.
  const sections = Object.entries(form.sections).slice(0, isHandedIn ? undefined : 3);
  const lists = isHandedIn ? form.lists : {};
  await fillForm(stage, path, play, { sections: Object.fromEntries(sections), lists });
  if (!isHandedIn) return;
  await attachPapers(stage, path, play);
  await handIn(stage, path, play, "submit");
}

async function throughDistrict(stage: Stage, path: string, play: DemonstrationCase, days: RoundDays): Promise<void> {
  const { organization, goal } = play;
  const officer = await stage.officerOf(organization.district);
  const stateNow = () => stateOf(stage, path, organization.mailbox);
  stage.setTime(days.surveys);
  if (goal === "withdrawn" && (await stateNow()) === "submitted") {
    const reason = { reason: "负责人变更，来年再报" };
    await (await stage.person(organization.mailbox)).act(path, "withdraw", reason);
  }
  if (goal === "returned" && (await stateNow()) === "submitted") {
    await officer.act(path, "return", {
      kind: "correction",
      until: days.submissionDeadline,
      defects: [{ material: "M03", field: null, text: "公示系统查询页没有盖章（第九条（三））" }],
    });
  }
  if (passes(goal, "accepted") && (await stateNow()) === "submitted") await acceptCase(stage, path, play);
  // Where the survey is under way, six of ten have answered.
  const until = passes(goal, "surveyed") ? 10 : 6;
  if (passes(goal, "accepted") && (await stateNow()) === "accepted") {
    await surveyCase(stage, path, play, { day: days.surveys, until });
  }
  stage.setTime(days.recommends);
  if ((await stateNow()) !== "surveyed") return;
  if (goal === "not_recommended") {
    const reason = "测评满意度明显低于自报，且服务记录不完整（第六条（三）、第十条）";
    await officer.act(path, "not-recommend", { reason });
  } else if (passes(goal, "recommended")) {
    await recommendCase(stage, path, play, { year: days.year, day: days.recommends });
  }
}

async function throughReview(stage: Stage, path: string, play: DemonstrationCase, days: RoundDays): Promise<void> {
  const { goal, organization } = play;
  const city = await stage.person("city");
  const stateNow = () => stateOf(stage, path, organization.mailbox);
  stage.setTime(days.receives);
  if (passes(goal, "received") && (await stateNow()) === "recommended") await city.act(path, "receive", {});
  stage.setTime(days.scores);
  if (!passes(goal, "scoring") || (await stateNow()) !== "received") return;
  if (passes(goal, "reviewed")) await reviewCase(stage, path, play, days.scores);
  else if (goal === "scoring") await beginScoring(stage, path, play, days.recommendationDeadline);
  else await leaveOneSheetOpen(stage, path, play, days.scores);
}

async function throughPublicity(
  stage: Stage,
  roundPath: string,
  paths: ReadonlyMap<DemonstrationCase, string>,
  days: RoundDays,
): Promise<void> {
  if (days.selection === null) return;
  const { lists, publicityStarts } = days.selection;
  const city = await stage.person("city");
  const roundState = async () => (await city.read<Round>(roundPath)).body.state;
  stage.setTime(lists);
  for (const [{ goal, organization }, path] of paths) {
    if ((await stateOf(stage, path, organization.mailbox)) !== "reviewed") continue;
    if (listed.has(goal)) await city.act(path, "propose");
    else await city.act(path, "not-propose", { reason: "综合得分未进入拟认定范围（第十一条：择优）" });
  }
  if ((await roundState()) === "in_review") await city.act(roundPath, "propose-list");
  stage.setTime(publicityStarts);
  if ((await roundState()) === "list_proposed") await publishList(stage, roundPath, days);
  for (const [play, path] of paths) await playObjection(stage, { play, path, roundPath, days });
  const certified = [...paths].filter(([{ goal }]) => goal === "certified").map(([, path]) => path);
  await certifyCases(stage, certified, days);
  const isOver = ![...paths.keys()].some(({ goal }) => goal.startsWith("objection_"));
  if (isOver && (await roundState()) === "in_publicity") await city.act(roundPath, "decide");
  if (isOver && (await roundState()) === "decided") await city.act(roundPath, "archive");
}
