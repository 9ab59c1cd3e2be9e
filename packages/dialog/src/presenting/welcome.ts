import { fillText, spellDate } from "@shifan/rules";
import { yearsOf, yearTexts } from "../flow/years.ts";
import type { DialogContext, DialogState } from "../state.ts";
import type { Message } from "../turn.ts";
import { choice } from "./choices.ts";
import { inForceWords } from "./wording.ts";

/** The first words: what this is, how long it takes, what to have at hand, and when the round closes if that is known. */
export function presentWelcome(state: DialogState, context: DialogContext): Message {
  const { document } = context.policy;
  const texts = yearTexts(yearsOf(state, context));
  const lines = document.messages.welcome.map((line) => fillText(line, texts));
  lines.push(
    context.round
      ? `${context.round.year}年度申报截至${spellDate(context.round.submissionDeadline)}24:00。`
      : `${texts.round_year}年度申报时间尚未公布。`,
  );
  lines.push(fillText(document.messages.welcome_note, texts));
  lines.push(`${inForceWords[document.in_force.status]}。`);
  return { text: lines.join("\n"), choices: [choice("start"), choice("conditions"), choice("help")], files: [] };
}

/** The conditions at a glance, with their articles. */
export function presentConditions(context: DialogContext): Message {
  const { criteria, expert } = context.policy.document;
  const lines = ["**申报条件**"];
  for (const criterion of criteria) if (!criterion.line) lines.push(`· ${criterion.title}（${criterion.article}）`);
  lines.push("**由专家评审的**");
  for (const item of expert) lines.push(`· ${item.title}（${item.article}）`);
  return { text: lines.join("\n"), choices: [], files: [] };
}

/** What a code is asked for, and what becomes of it. */
export function presentLookUp(): Message {
  return {
    text: "请把18位统一社会信用代码发过来，在公开的名录里查一查这个单位现在能不能再次申报。\n只查不得再次申报的记录，代码不记进自查；不填也可以接着来。",
    choices: [],
    files: [],
  };
}

export function presentHelp(): Message {
  return {
    text: [
      "**怎么用**",
      "· 直接打字回答，例如“一百六十万”“去年3月”“60多家”，也可以点按钮。",
      "· 不知道就回“不清楚”，记为待查，不算不符合。",
      "· 想知道为什么问，回“为什么”。",
      "· 对办法有疑问就直接问，例如“多久检查一次？”，用条文原话回答，没有写的会直说。",
      "· 回“上一题”往回走；回“改”加名称改答案，例如“改资产”。",
      "· 回“我的答案”“结果”“材料”“待查清单”随时查看。",
      "· 中途可以离开，回来接着答。",
    ].join("\n"),
    choices: [],
    files: [],
  };
}
