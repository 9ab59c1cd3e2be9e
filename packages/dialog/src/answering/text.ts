import { type IcpProblem, readIcpNumber } from "@shifan/rules";
import { assessState } from "../flow/judgement.ts";
import { type Command, isCommand } from "../presenting/choices.ts";
import { questionDocument, shownOptions } from "../presenting/question.ts";
import { resultChoices } from "../presenting/result.ts";
import { presentScreen } from "../presenting/screen.ts";
import { factDocument } from "../presenting/values.ts";
import { readChoice, readChoices } from "../reading/choices.ts";
import { readCommand } from "../reading/commands.ts";
import { normalise } from "../reading/normalise.ts";
import { readYesNo } from "../reading/yes-no.ts";
import { readCode } from "../register.ts";
import type { DialogContext, DialogState, Screen } from "../state.ts";
import { answersOfMarks, carryOut } from "./actions.ts";
import { answerFigures } from "./answer-figures.ts";
import { answerAsked, answerYear } from "./asked.ts";
import { changeByName } from "./change.ts";
import { carryOutCommand } from "./commands.ts";
import { answerCode } from "./look-up.ts";
import { answerOrTell } from "./regulation.ts";
import { answer, type Reply, say } from "./reply.ts";

type QuestionScreen = Extract<Screen, { kind: "question" }>;

const icpTexts: Readonly<Record<IcpProblem, string>> = {
  public_security_record: "这是公安备案号，不是网站ICP备案号。ICP备案号一般在网站页脚，如“豫ICP备2021001234号-1”。",
  telecom_licence: "这是增值电信业务许可证号，不是ICP备案号。备案号如“豫ICP备2021001234号-1”。",
  province_missing: "备案号前面还有省份简称，请写完整，如“豫ICP备2021001234号-1”。",
  number_missing: "备案号里的数字没写全，请写完整，如“豫ICP备2021001234号-1”。",
  unreadable: "没看明白这个备案号。写法如“豫ICP备2021001234号-1”。",
};

function press(state: DialogState, action: string, context: DialogContext): Reply {
  if (isCommand(action)) return carryOutCommand(state, action, context);
  return carryOut(state, action, context) ?? say(state);
}

/** Typing a button's label does what the button does; so does its number where a bare number is no answer. */
function pressByText(state: DialogState, text: string, context: DialogContext): Reply | null {
  const { choices } = presentScreen(state, context);
  const wanted = normalise(text);
  const byLabel = choices.find((choice) => normalise(choice.label) === wanted);
  if (byLabel) return press(state, byLabel.action, context);
  const takesNumbers =
    ("id" in state.screen && ["number", "money", "date"].includes(questionDocument(context, state.screen.id).input)) ||
    state.screen.kind === "proposal";
  if (takesNumbers || !/^\d{1,2}$/.test(wanted)) return null;
  const byNumber = choices[Number(wanted) - 1];
  return byNumber ? press(state, byNumber.action, context) : null;
}

function answerOne(text: string, screen: QuestionScreen, state: DialogState, context: DialogContext): Reply {
  const options = shownOptions(screen, context);
  const fact = screen.facts[0] as string;
  const chosen = readChoice(text, options);
  const picked = chosen === null ? undefined : options[chosen];
  if (picked) return answer(state, { [fact]: { value: picked.value } }, screen.id, context);
  const said = readYesNo(text);
  const yesMeans = questionDocument(context, screen.id).yes_means;
  if (said === "unknown") return carryOutCommand(state, "unknown", context);
  const holds = options.find((option) => option.value === ((said === "yes") === yesMeans));
  if (said !== null && factDocument(context.policy, fact).type === "bool" && holds) {
    return answer(state, { [fact]: { value: holds.value } }, screen.id, context);
  }
  return say(state, "没看明白是哪一个。请点下面的按钮，或者回它前面的字、第几个都行；不知道就回“不清楚”。");
}

function answerMany(text: string, screen: QuestionScreen, state: DialogState, context: DialogContext): Reply {
  const options = shownOptions(screen, context);
  const reading = readChoices(text, options);
  if (reading === null) {
    return say(state, "没看明白选了哪几项。可以点按钮，或者写“1、3”“都有”“都没有”“除了2都有”。");
  }
  const selected = reading.selected.map((index) => String(options[index]?.index));
  const marked: QuestionScreen = { ...screen, selected };
  const { unknown = [], rejected = [] } = reading;
  if (reading.complete || selected.length + unknown.length + rejected.length === options.length) {
    const answers = answersOfMarks(marked, context, { value: false });
    for (const index of unknown) answers[options[index]?.fact as string] = { unknown: true };
    return answer(state, answers, screen.id, context);
  }
  // A single one may be the first of several; a list, 都有 or 都没有 says it all.
  const toggled = new Set(screen.selected);
  for (const each of selected) if (!toggled.delete(each)) toggled.add(each);
  return say({ ...state, screen: { ...screen, selected: [...toggled] } });
}

/** A filing number of another kind is recorded as written, with what it is: the list of materials then says the same. */
function answerText(text: string, screen: QuestionScreen, state: DialogState, context: DialogContext): Reply {
  const fact = screen.facts[0] as string;
  const isIcp = factDocument(context.policy, fact).format === "icp_number";
  const icp = readIcpNumber(text);
  const value = isIcp && icp.ok ? icp.number : text.trim();
  const lead = isIcp && !icp.ok ? `${icpTexts[icp.problem]}先按您写的记下，发“改备案号”可以更正。` : null;
  return answer(state, { [fact]: { value } }, screen.id, context, { lead });
}

function answerContradiction(
  text: string,
  screen: Extract<Screen, { kind: "contradiction" }>,
  state: DialogState,
  context: DialogContext,
): Reply {
  const question = context.policy.document.questions.find((each) =>
    each.facts.some((fact) => screen.facts.includes(fact)),
  );
  const figures = screen.facts.every((fact) =>
    ["money", "number", "int"].includes(factDocument(context.policy, fact).type),
  );
  if (question && figures) return answerFigures(text, question.id, screen.facts, screen.facts, state, context);
  return say(state, "请点下面的按钮，选哪一个要改；都没写错就先放着。");
}

function answerScreen(text: string, state: DialogState, context: DialogContext): Reply {
  const { screen } = state;
  switch (screen.kind) {
    case "welcome":
      return carryOutCommand(state, "start", context);
    case "question": {
      const { input } = questionDocument(context, screen.id);
      if (input === "one") return answerOne(text, screen, state, context);
      if (input === "many") return answerMany(text, screen, state, context);
      if (input === "text") return answerText(text, screen, state, context);
      return answerAsked(text, screen.id, screen.facts, state, context);
    }
    case "narrow":
    case "proposal":
      return answerAsked(text, screen.id, [screen.fact], state, context);
    case "year":
      return answerYear(text, screen, state, context);
    case "contradiction":
      return answerContradiction(text, screen, state, context);
    case "restart":
      return readYesNo(text) === "yes"
        ? carryOutCommand(state, "restart_confirmed", context)
        : carryOutCommand(state, "continue", context);
    case "result":
      return {
        state,
        notes: [],
        view: {
          text: "已经有结果了。回“改”加名称可以改答案，例如“改资产”；回“结果”“材料”“待查清单”看明细。",
          choices: resultChoices(assessState(state, context), state, context),
          files: [],
        },
      };
  }
}

/** 不清楚 answers a question; 选好了 ends one with marks. Elsewhere they are only words. */
function isMeant(command: Command, state: DialogState): boolean {
  if (command === "done") return state.screen.kind === "question";
  return command !== "unknown" || "id" in state.screen;
}

/** What a person typed: a button's words, a command, a change, the answer to the present screen, or a question about the law. */
export function answerWithText(state: DialogState, text: string, context: DialogContext): Reply {
  if (text.trim() === "") return say(state, "请写点什么，或者点下面的按钮。");
  const code = readCode(text);
  if (code !== null) return answerCode(state, code, context);
  const pressed = pressByText(state, text, context);
  if (pressed) return pressed;
  const spoken = readCommand(text);
  if (spoken?.kind === "change") {
    const opened = changeByName(spoken.target, state, context);
    const ready = spoken.value !== undefined && opened.state !== state && opened.state.screen.kind === "question";
    return ready ? answerScreen(spoken.value, opened.state, context) : answerOrTell(text, state, context, () => opened);
  }
  if (spoken?.kind === "pause") return say(state, "好的，先到这里，答案都留着。下次回来接着答就行。");
  if (spoken?.kind === "command" && isMeant(spoken.command, state))
    return carryOutCommand(state, spoken.command, context);
  return answerOrTell(text, state, context, () => answerScreen(text, state, context));
}
