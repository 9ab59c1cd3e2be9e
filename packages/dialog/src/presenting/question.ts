import { fillText, type QuestionDocument } from "@shifan/rules";
import { straddles } from "../flow/advance.ts";
import { type Option, optionsOf } from "../flow/options.ts";
import { sourcesOf } from "../flow/sources.ts";
import { thresholdOf } from "../flow/thresholds.ts";
import { yearsOf, yearTexts } from "../flow/years.ts";
import { answeredValue, type DialogContext, type DialogState, isInterval, type Screen } from "../state.ts";
import type { Choice, Message } from "../turn.ts";
import { choice } from "./choices.ts";
import { factDocument, labelOf, showAnswer, showSpan } from "./values.ts";

type QuestionScreen = Extract<Screen, { kind: "question" }>;

export function questionDocument(context: DialogContext, id: string): QuestionDocument {
  const question = context.policy.document.questions.find((each) => each.id === id);
  if (!question) throw new Error(`no question ${id}`);
  return question;
}

export function questionIndex(context: DialogContext, id: string): number {
  return context.policy.document.questions.findIndex((each) => each.id === id);
}

/** The options that are on the screen now: those of its open facts. */
export function shownOptions(screen: QuestionScreen, context: DialogContext): Option[] {
  const question = questionDocument(context, screen.id);
  return optionsOf(context.policy, question).filter((option) => screen.facts.includes(option.fact));
}

function optionChoices(screen: QuestionScreen, context: DialogContext): Choice[] {
  const many = questionDocument(context, screen.id).input === "many";
  const at = questionIndex(context, screen.id);
  return shownOptions(screen, context).map((option) => {
    const action = `o:${at}:${option.index}`;
    return many
      ? { label: option.label, action, selected: screen.selected.includes(String(option.index)) }
      : { label: option.label, action };
  });
}

/** Taps that state an absence: only those whose facts are all still open here. */
function noneChoices(screen: QuestionScreen, context: DialogContext): Choice[] {
  const question = questionDocument(context, screen.id);
  const at = questionIndex(context, screen.id);
  return question.none
    .map((none, index) => ({ none, choice: { label: none.label, action: `n:${at}:${index}` } }))
    .filter(({ none }) => none.facts.every((fact) => screen.facts.includes(fact)))
    .map((each) => each.choice);
}

/** What belongs under every question: to leave it open, to ask why, to go back, to look at the answers. */
export function commonChoices(state: DialogState): Choice[] {
  const choices = [choice("why")];
  if (state.visited.length > 0) choices.push(choice("back"), choice("answers"));
  if (state.announced.length > 0) choices.push(choice("result", "先看结果"));
  return choices;
}

/** Whether the public register may know what is asked: what bears on applying again, and on nothing else. */
function isOfRegister(facts: readonly string[], { policy }: DialogContext): boolean {
  const asked = facts.map((fact) => policy.factIndexes.get(fact) ?? -1);
  const uses = (criterion: (typeof policy.criteria)[number]) => asked.some((fact) => criterion.test.uses.has(fact));
  return policy.barring.some(uses) && policy.criteria.every((each) => policy.barring.includes(each) || !uses(each));
}

function titleOf(screen: QuestionScreen, state: DialogState, context: DialogContext): string {
  const question = questionDocument(context, screen.id);
  const years = yearsOf(state, context);
  const partly = screen.facts.length < question.facts.length && screen.facts.some((fact) => !state.answers[fact]);
  const answeredHere = question.facts.some((fact) => state.answers[fact] && !screen.facts.includes(fact));
  if (question.input === "one" || question.input === "many" || !partly || !answeredHere) {
    return fillText(question.title, yearTexts(years));
  }
  // What can be worked out from the others is not asked for beside them.
  const open = screen.facts.filter((fact) => !factDocument(context.policy, fact).derivable);
  return `还有：${(open.length > 0 ? open : screen.facts).map((fact) => labelOf(context.policy, fact, years)).join("、")}？`;
}

function helpLines(
  question: QuestionDocument,
  screen: QuestionScreen,
  state: DialogState,
  context: DialogContext,
): string[] {
  const years = yearsOf(state, context);
  const fill = (text: string): string => fillText(text, yearTexts(years));
  const lines: string[] = [];
  if (question.requirement) lines.push(`要求：${fill(question.requirement)}`);
  const where = sourcesOf(question, screen.facts, years).flatMap((source) => source.where ?? []);
  if (where.length > 0) lines.push(`在哪里看：${where.join("")}`);
  if (question.note) lines.push(fill(question.note));
  const printsYear = question.facts.some((fact) => factDocument(context.policy, fact).figure_of === "base_year");
  if (printsYear && years.unfinished) lines.push(`${years.base}年还没有结束，按预计数填，结果会注明“预计”。`);
  const present = screen.facts.filter((fact) => state.answers[fact] !== undefined);
  if (present.length > 0) {
    const shown = present.map((fact) => {
      const answer = state.answers[fact];
      return `${labelOf(context.policy, fact, years)} ${answer ? showAnswer(context.policy, fact, answer) : ""}`;
    });
    lines.push(`现在记的是：${shown.join("；")}`);
  }
  return lines;
}

/** A question with what helps to answer it; asked again at once, its title alone. */
export function presentQuestion(
  screen: QuestionScreen,
  state: DialogState,
  context: DialogContext,
  again = false,
): Message {
  const question = questionDocument(context, screen.id);
  const years = yearsOf(state, context);
  const fill = (text: string): string => fillText(text, yearTexts(years));
  const lines = [titleOf(screen, state, context)];
  if (!again) lines.push(...helpLines(question, screen, state, context));
  const choices = optionChoices(screen, context);
  if (question.input === "many") {
    const chosen = shownOptions(screen, context).filter((option) => screen.selected.includes(String(option.index)));
    lines.push(
      chosen.length === 0
        ? "选完点“选好了”；没选的记为没有。"
        : `已选：${chosen.map((option) => option.label).join("、")}。选完点“选好了”；没选的记为没有。`,
    );
    choices.push(choice("done"), choice("rest_unknown"));
  } else {
    if (question.example && !again) lines.push(`可以直接写“${fill(question.example)}”。`);
    choices.push(...noneChoices(screen, context), choice("unknown"));
    if (isOfRegister(screen.facts, context)) choices.push(choice("lookup"));
  }
  return { text: lines.join("\n"), choices: [...choices, ...commonChoices(state)], files: [] };
}

/** The answer was a span with the limit inside it: which side, or later. */
export function presentNarrowing(
  screen: Extract<Screen, { kind: "narrow" }>,
  state: DialogState,
  context: DialogContext,
): Message {
  const { policy } = context;
  const document = factDocument(policy, screen.fact);
  const value = answeredValue(state.answers[screen.fact]);
  const shown = isInterval(value) ? showSpan(document, value, false) : "";
  const threshold = thresholdOf(policy, screen.fact);
  const at = questionIndex(context, screen.id);
  if (document.type === "date") {
    return {
      text: `明白，是${shown}。这里要精确到哪一天才能判断，请告诉我具体日期；一时查不到可以先跳过。`,
      choices: [choice("skip"), ...commonChoices(state)],
      files: [],
    };
  }
  if (!threshold || !straddles(screen.fact, state, context)) {
    return {
      text: `明白，${labelOf(policy, screen.fact, yearsOf(state, context))}是${shown}。这个范围还定不下来，请给一个准数；一时查不到可以先跳过。`,
      choices: [choice("skip"), ...commonChoices(state)],
      files: [],
    };
  }
  const limit = showAnswer(policy, screen.fact, { value: threshold.atLeast });
  return {
    text: `明白，大概是${shown}。${limit}正好是界线（${threshold.article}），我不能替您猜。\n能确定在哪一边吗？有准数直接发给我更好。`,
    choices: [
      { label: `不低于${limit}`, action: `s:${at}:above` },
      { label: `低于${limit}`, action: `s:${at}:below` },
      choice("skip"),
      ...commonChoices(state),
    ],
    files: [],
  };
}
