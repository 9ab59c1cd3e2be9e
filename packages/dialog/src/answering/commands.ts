import { advance, questionScreen } from "../flow/advance.ts";
import { articlesOf, clauseText } from "../flow/criteria-of.ts";
import { assessState } from "../flow/judgement.ts";
import { pendingQuestions } from "../flow/next-question.ts";
import { presentAnswers } from "../presenting/answers.ts";
import { type Command, choice } from "../presenting/choices.ts";
import { presentMaterials } from "../presenting/materials.ts";
import { presentCriteria, presentEnquiries, presentResult, resultChoices } from "../presenting/result.ts";
import { openFacts, presentTodo } from "../presenting/todo.ts";
import { factDocument } from "../presenting/values.ts";
import { presentConditions, presentHelp, presentLookUp } from "../presenting/welcome.ts";
import { type Answer, type DialogContext, type DialogState, isInterval } from "../state.ts";
import type { Choice, Message } from "../turn.ts";
import { finishMarks, openQuestion } from "./actions.ts";
import { answer, type Reply, say } from "./reply.ts";
import { freshState } from "./restart.ts";

/** Below a list or an explanation: on to where the conversation stands. */
function wayOn(state: DialogState, context: DialogContext): Choice[] {
  if (state.screen.kind === "result") return resultChoices(assessState(state, context), state, context);
  return [choice(state.screen.kind === "welcome" ? "start" : "continue")];
}

function show(state: DialogState, message: Message, context: DialogContext, withAssessment = false): Reply {
  return {
    state,
    notes: [],
    view: { ...message, choices: [...message.choices, ...wayOn(state, context)] },
    withAssessment,
  };
}

function begin(state: DialogState, context: DialogContext): Reply {
  if (state.screen.kind !== "welcome") {
    return {
      state,
      notes: [],
      view: {
        text: "您有一份还在进行的自查，答案都在。要接着来，还是清空重新开始？",
        choices: [choice("continue"), choice("restart")],
        files: [],
      },
    };
  }
  return say(advance(state, assessState(state, context), context));
}

function goBack(state: DialogState, context: DialogContext): Reply {
  const present = "id" in state.screen ? state.screen.id : null;
  const position = present === null ? state.visited.length : state.visited.indexOf(present);
  const previous = state.visited[(position < 0 ? state.visited.length : position) - 1];
  if (previous === undefined) return say(state, "这已经是第一题了。");
  return say(openQuestion(state, previous, context));
}

function explain(state: DialogState, context: DialogContext): Reply {
  const { screen } = state;
  const facts = "facts" in screen ? screen.facts : "fact" in screen ? [screen.fact] : [];
  const articles = articlesOf(context.policy, facts);
  if (articles.length === 0) return say(state, "现在没有要回答的题。");
  const clauses = articles.slice(0, 4).map((label) => `${label}：“${clauseText(context.policy, label)}”`);
  return say(state, [`问这一题，是因为办法这样写：`, ...clauses].join("\n"));
}

function leaveOpen(state: DialogState, context: DialogContext): Reply {
  const { screen } = state;
  const unknown: Answer = { unknown: true };
  if (screen.kind === "question") {
    const open = screen.facts.filter((fact) => state.answers[fact] === undefined);
    const left = open.length > 0 ? open : screen.facts;
    // What can be worked out once the others are known is not declared unknown with them.
    const own = left.filter((fact) => !factDocument(context.policy, fact).derivable);
    const facts = own.length > 0 ? own : left;
    return answer(state, Object.fromEntries(facts.map((fact) => [fact, unknown])), screen.id, context);
  }
  if (screen.kind === "narrow") return keepSpan(state, context);
  if (screen.kind === "proposal") return answer(state, { [screen.fact]: unknown }, screen.id, context);
  if (screen.kind === "year") return say({ ...state, screen: questionScreen(screen.id, screen.facts) });
  return say(state);
}

/** Leaves a span as it is: it is shown as still to be found out and not asked again. */
function keepSpan(state: DialogState, context: DialogContext): Reply {
  const { screen } = state;
  if (screen.kind !== "narrow") return say(state);
  const known = state.answers[screen.fact];
  if (!known || !("value" in known) || !isInterval(known.value)) return say(state);
  const kept: DialogState = {
    ...state,
    answers: { ...state.answers, [screen.fact]: { value: known.value, accepted: true } },
    visited: state.visited.includes(screen.id) ? state.visited : [...state.visited, screen.id],
  };
  return say(
    advance(kept, assessState(kept, context), context, screen.id),
    "好的，先按这个范围记着，列进待查清单；查到准数后发给我就行。",
  );
}

function acknowledge(state: DialogState, context: DialogContext): Reply {
  if (state.screen.kind !== "contradiction") return say(state);
  const kept = { ...state, acknowledged: [...state.acknowledged, state.screen.code] };
  return say(advance(kept, assessState(kept, context), context), "好的，先放着；用到它们的条件记为待定，随时可以改。");
}

/** Asks again what was left open. */
function fill(state: DialogState, context: DialogContext): Reply {
  const missing = openFacts(assessState(state, context), state, context);
  const answers: Record<string, Answer> = {};
  for (const [fact, given] of Object.entries(state.answers)) {
    if ("unknown" in given && missing.has(fact)) continue;
    answers[fact] = "accepted" in given && missing.has(fact) ? { value: given.value } : given;
  }
  const opened = { ...state, answers };
  if (pendingQuestions(opened, context).length === 0) {
    const known = context.policy.document.questions.find((question) =>
      question.facts.some((fact) => missing.has(fact)),
    );
    return known ? say(openQuestion(state, known.id, context)) : say(state, "没有要补充的了。");
  }
  return say(advance(opened, assessState(opened, context), context));
}

function resume(state: DialogState): Reply {
  const greeting =
    state.screen.kind === "welcome" || state.screen.kind === "result" ? null : "接着上次的来，答案都在。";
  return { ...say(state, greeting), inFull: true };
}

function moveToNewer(state: DialogState, context: DialogContext): Reply {
  const { newerPolicy } = context;
  if (!newerPolicy) return say(state, "现在用的就是最新的版本。");
  const kept: Record<string, Answer> = {};
  for (const [fact, given] of Object.entries(state.answers)) {
    const index = newerPolicy.factIndexes.get(fact);
    if (index === undefined) continue;
    const same =
      newerPolicy.document.facts[index]?.type ===
      context.policy.document.facts[context.policy.factIndexes.get(fact) ?? -1]?.type;
    if (same) kept[fact] = given;
  }
  const moved = { ...context, policy: newerPolicy, newerPolicy: null };
  const state2: DialogState = {
    ...state,
    policyVersion: newerPolicy.version,
    answers: kept,
    visited: state.visited.filter((id) => newerPolicy.document.questions.some((question) => question.id === id)),
    acknowledged: [],
    announced: [],
    declinedVersion: null,
  };
  return say(
    advance(state2, assessState(state2, moved), moved),
    `已改用第${newerPolicy.version}版，您的答案都保留着，有变化的地方会再问一次。`,
  );
}

const handlers: Readonly<Record<Command, (state: DialogState, context: DialogContext) => Reply>> = {
  start: begin,
  continue: resume,
  back: goBack,
  why: explain,
  unknown: leaveOpen,
  skip: leaveOpen,
  keep: acknowledge,
  fill,
  done: (state, context) => finishMarks(state, { value: false }, context),
  rest_unknown: (state, context) => finishMarks(state, { unknown: true }, context),
  answers: (state, context) => show(state, presentAnswers(state, context), context),
  result: (state, context) => {
    const assessment = assessState(state, context);
    if (state.screen.kind === "result") return say(state);
    const message = presentResult(assessment, state, context);
    const left = pendingQuestions(state, context).length;
    const text = `还有大约${left}题没答，下面是按现有答案的情况。\n${message.text}`;
    return show(state, { text, choices: [choice("criteria"), choice("materials")], files: [] }, context, true);
  },
  criteria: (state, context) => show(state, presentCriteria(assessState(state, context), context), context),
  materials: (state, context) => show(state, presentMaterials(assessState(state, context), context), context),
  todo: (state, context) => show(state, presentTodo(assessState(state, context), state, context), context),
  enquiry: (state, context) => show(state, presentEnquiries(assessState(state, context), context), context),
  lookup: (state, context) => show(state, presentLookUp(), context),
  conditions: (state, context) => show(state, presentConditions(context), context),
  help: (state, context) => show(state, presentHelp(), context),
  move: moveToNewer,
  stay: (state, context) =>
    say({ ...state, declinedVersion: context.newerPolicy?.version ?? null }, "好的，继续用原来的版本。"),
  restart: (state) => say({ ...state, screen: { kind: "restart" } }),
  restart_confirmed: (state, context) =>
    state.screen.kind === "restart" ? begin(freshState(context), freshContext(context)) : say(state),
};

function freshContext(context: DialogContext): DialogContext {
  return context.newerPolicy ? { ...context, policy: context.newerPolicy, newerPolicy: null } : context;
}

export function carryOutCommand(state: DialogState, command: Command, context: DialogContext): Reply {
  return handlers[command](state, context);
}
