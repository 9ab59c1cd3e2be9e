import { yearOfFigure, yearsOf } from "../flow/years.ts";
import { quote } from "../presenting/quote.ts";
import { factDocument, labelOf } from "../presenting/values.ts";
import { type Label, readLabelled } from "../reading/labelled.ts";
import { yearsMentioned } from "../reading/years.ts";
import type { Answer, DialogContext, DialogState } from "../state.ts";
import { readFigure } from "./figures.ts";
import { answer, type Reply, say } from "./reply.ts";
import { yearWords } from "./years.ts";

/** Words that name each fact in a message that gives several figures at once. */
function labelsOf(facts: readonly string[], state: DialogState, context: DialogContext): Label[] {
  const years = yearsOf(state, context);
  const distinctYears = new Set(facts.map((fact) => yearOfFigure(context.policy, fact, years))).size > 1;
  return facts.map((fact) => {
    const document = factDocument(context.policy, fact);
    const weakWords = distinctYears ? yearWords(fact, years, context) : [];
    return { key: fact, words: [document.label, ...document.aliases], weakWords };
  });
}

/** A year in the message that is none of those asked for; the person is asked which year the figure is of. */
function otherYear(text: string, facts: readonly string[], state: DialogState, context: DialogContext): number | null {
  const [found] = yearsMentioned(text, context.today);
  if (!found) return null;
  const years = yearsOf(state, context);
  const asked = facts.map((fact) => yearOfFigure(context.policy, fact, years)).filter((year) => year !== null);
  return asked.length > 0 && !asked.includes(found.year) ? found.year : null;
}

interface Figures {
  readonly answers: Record<string, Answer>;
  readonly unclear: string[];
  readonly proposal: { readonly fact: string; readonly values: readonly unknown[]; readonly lead: string } | null;
}

function readFigures(
  text: string,
  asked: readonly string[],
  onScreen: readonly string[],
  state: DialogState,
  context: DialogContext,
): Figures {
  const answers: Record<string, Answer> = {};
  const unclear: string[] = [];
  let proposal: Figures["proposal"] = null;
  const placed: Record<string, Answer> = {};
  const taken = new Set<string>();
  for (const segment of readLabelled(text, labelsOf(onScreen, state, context))) {
    const fact = segment.key ?? asked.find((each) => !taken.has(each));
    if (fact === undefined) {
      unclear.push(`${quote(segment.text)}不知道是哪一项，请写上名称。`);
      continue;
    }
    taken.add(fact);
    const reading = readFigure(fact, segment.text, state, context);
    if (reading.kind === "answer") (segment.key === null ? placed : answers)[fact] = reading.answer;
    else if (reading.kind === "proposal") proposal ??= { fact, values: reading.values, lead: reading.lead };
    else unclear.push(`${labelOf(context.policy, fact, yearsOf(state, context))}：${reading.text}`);
  }
  // Where one figure is not clear, the place in the message no longer says which the others are.
  if (unclear.length === 0) Object.assign(answers, placed);
  return { answers, unclear: [...new Set(unclear)], proposal };
}

/**
 * Answers a screen of figures from one message: labelled ("满意93，不满意3"), in order, or one at a time. What is clear is
 * recorded, what is not is asked again; a year other than the one asked for is never taken silently.
 */
export function answerFigures(
  text: string,
  question: string,
  asked: readonly string[],
  onScreen: readonly string[],
  state: DialogState,
  context: DialogContext,
  yearSettled = false,
): Reply {
  const other = yearSettled ? null : otherYear(text, onScreen, state, context);
  if (other !== null) return say({ ...state, screen: { kind: "year", id: question, facts: asked, said: other, text } });
  const { answers, unclear, proposal } = readFigures(text, asked, onScreen, state, context);
  const [named] = yearsMentioned(text, context.today);
  const lead = named && named.word !== null ? `“${named.word}”按${named.year}年算。` : null;
  const recorded =
    Object.keys(answers).length > 0 ? answer(state, answers, question, context, { lead }) : say(state, ...[]);
  const notes = [...recorded.notes, ...unclear];
  if (proposal !== null) {
    return { state: { ...recorded.state, screen: { kind: "proposal", id: question, ...proposal } }, notes };
  }
  if (Object.keys(answers).length === 0 && unclear.length === 0) {
    return say(state, "没看明白这个数。请直接写数字，例如“96家”“一百六十万”，不知道就回“不清楚”。");
  }
  return { ...recorded, notes };
}
