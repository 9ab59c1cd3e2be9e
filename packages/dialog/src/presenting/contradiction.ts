import { fillText } from "@shifan/rules";
import { yearsOf } from "../flow/years.ts";
import type { DialogContext, DialogState, Screen } from "../state.ts";
import type { Message } from "../turn.ts";
import { choice } from "./choices.ts";
import { commonChoices } from "./question.ts";
import { labelOf, showAnswer } from "./values.ts";

/** Two answers that cannot both be right: both are shown and both can be given anew. */
export function presentContradiction(
  screen: Extract<Screen, { kind: "contradiction" }>,
  state: DialogState,
  context: DialogContext,
): Message {
  const { policy } = context;
  const years = yearsOf(state, context);
  const lines = [`这几个答案对不上：${fillText(policy.document.texts[screen.code] ?? "", {})}`];
  const choices = [];
  for (const fact of screen.facts) {
    const answer = state.answers[fact];
    const label = labelOf(policy, fact, years);
    lines.push(`· ${label}：${answer ? showAnswer(policy, fact, answer) : "没有填"}`);
    choices.push({ label: `改“${label}”`, action: `c:${policy.factIndexes.get(fact)}` });
  }
  lines.push("请再看一下，哪个要改？都没写错就先放着，用到它们的条件记为待定。");
  return { text: lines.join("\n"), choices: [...choices, choice("keep"), ...commonChoices(state)], files: [] };
}
