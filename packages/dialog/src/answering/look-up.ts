import { formatDate, parseDate, spellDate } from "@shifan/rules";
import type { WrittenCode } from "../register.ts";
import type { Answer, DialogContext, DialogState } from "../state.ts";
import { answer, type Reply, say } from "./reply.ts";

/** The answers that the register gives: what is on record goes before what was said. */
export function answersOfRegister({ finding }: DialogContext): Record<string, Answer> {
  return Object.fromEntries(Object.entries(finding?.facts ?? {}).map(([fact, value]) => [fact, { value }]));
}

/** Answers a code that a person typed with what the register has of it. The code itself goes into no answer and no message. */
export function answerCode(state: DialogState, written: Exclude<WrittenCode, null>, context: DialogContext): Reply {
  if (written.kind === "wrong") {
    return say(state, "这串代码对不上校验码，请对照营业执照再发一次：18位，没有I、O、S、V、Z。");
  }
  const { finding = null } = context;
  if (finding === null) return say(state, "这里查不了公开的名录，请在本网站“查名录”里核对。");
  const articles = [...new Set(context.policy.barring.map(({ document }) => document.article))].join("、");
  if (finding.barredUntil === null) {
    const nothing = `名录里没有查到这个单位今天不得再次申报的记录（${articles}）。`;
    return say(state, `${nothing}没有查到，不等于从未被认定；认定过的，请按证书和决定文件回答。代码没有记进自查。`);
  }
  const { barredUntil } = finding;
  const free = spellDate(formatDate((parseDate(barredUntil) ?? Number.NaN) + 1));
  const lead = `名录里这个单位的资格已被撤销，到${spellDate(barredUntil)}为止（含当天）不得再次申报，${free}起可以（${articles}）。代码没有记进自查。`;
  const present = "id" in state.screen ? state.screen.id : null;
  return answer(state, answersOfRegister(context), null, context, { lead, stayOn: present });
}
