import type { Assessment, Choice, QuestionInput, Turn } from "../src/api/types.ts";
import { metAssessment, notMetAssessment, undeterminedAssessment } from "./assessments.ts";

/** A small conversation in the tone of the real one: every kind of input, and three results that the answers choose. */
export type ScriptState = {
  step: number;
  marked: string[];
  unknownAssets: boolean;
  served: number;
};

export const beginning = (): ScriptState => ({ step: 0, marked: [], unknownAssets: false, served: 76 });

type Screen = { id: string; input: QuestionInput; text: string; answers: Choice[] };

const tools: Choice[] = [
  { label: "不清楚", action: "unknown" },
  { label: "为什么问", action: "why" },
  { label: "上一题", action: "back" },
  { label: "我的答案", action: "answers" },
];

const screens: Screen[] = [
  {
    id: "platform_type",
    input: "one",
    text: "贵单位准备按哪一种平台申报？\n要求：综合性平台至少满足3项服务功能，专业性平台至少满足1项（第七条）",
    answers: [
      { label: "综合性平台（有多种服务功能）", action: "a:comprehensive" },
      { label: "专业性平台（有一项特色功能）", action: "a:specialized" },
    ],
  },
  {
    id: "established",
    input: "date",
    text: "贵单位是哪一天注册成立的？\n要求：在郑州市注册并运营2年以上（第六条（一））\n在哪里看：营业执照或法人证书“成立日期”。\n可以直接写“2021年3月15日”。",
    answers: [],
  },
  {
    id: "systems",
    input: "many",
    text: "下面四样，贵单位有书面文件的是哪几样？\n要求：四样都要有（第六条（五））\n可以选几项，选好点“选好了”。",
    answers: ["管理制度", "服务流程", "收费标准", "服务质量保证措施"].map((label) => ({ label, action: `t:${label}` })),
  },
  {
    id: "assets",
    input: "money",
    text: "2025年末（12月31日），贵单位资产总额是多少？\n要求：不低于150万元（第六条（二））\n在哪里看：2025年度审计报告，资产负债表“资产总计”一行。\n可以直接写“一百六十万”或“1,600,000元”。",
    answers: [],
  },
  {
    id: "served",
    input: "number",
    text: "2025年（上年度），贵单位服务了多少家中小企业？\n要求：不少于60家（第六条（三））\n同一家服务几次算一家。",
    answers: [],
  },
  {
    id: "leader",
    input: "one",
    text: "主要负责人是否诚信、守法，没有失信记录？\n要求：主要负责人要诚信、守法（第六条（六））",
    answers: [
      { label: "是", action: "a:yes" },
      { label: "否", action: "a:no" },
    ],
  },
];

const message = (text: string, choices: Choice[] = []) => ({ text, choices, files: [] });

function choicesOf(screen: Screen, marked: readonly string[]): Choice[] {
  if (screen.input !== "many") return [...screen.answers, ...tools];
  const toggles = screen.answers.map((choice) => ({ ...choice, selected: marked.includes(choice.action) }));
  return [...toggles, { label: "选好了", action: "done" }, ...tools];
}

const headlines: Record<Assessment["verdict"], string> = {
  not_met:
    "**按您填的数字，2026年度暂不符合条件，差3项。**\n✗ 2025年服务中小企业52家，要求不少于60家，差8家（第六条（三））。\n这是自查，不是审核决定。",
  undetermined:
    "**还不能下结论。目前没有发现不符合的条件。**\n等您补充2项：\n· 财务：2025年末资产总额（第六条（二））\n· 业务：1家企业的满意度评价（第六条（三））",
  met_pending_review:
    "**可以核对的条件都满足，可以准备申报。**\n这是按您填的数字得出的。是否认定，还要看测评推荐、专家评审和公示（第十条、第十一条）。\n**下一步：** 备齐还缺的材料（第九条）",
};

function resultTurn({ unknownAssets, served }: ScriptState): Turn {
  const assessment = served < 60 ? notMetAssessment() : unknownAssets ? undeterminedAssessment() : metAssessment();
  return {
    messages: [
      message("好，都记下了。"),
      message(headlines[assessment.verdict], [
        { label: "改答案", action: "answers" },
        { label: "看材料清单", action: "materials" },
      ]),
    ],
    question: null,
    progress: { answered: screens.length, remaining: 0 },
    assessment,
  };
}

/** The turn that a state shows. */
export function turnOf(state: ScriptState, acknowledgement: string | null): Turn {
  if (state.step === 0) {
    return {
      messages: [
        message(
          "您好，这里是郑州市中小企业公共服务示范平台申报自查。\n大约十分钟，帮您弄清三件事：能不能报，还差什么，先办哪样。\n手边有2025年度审计报告、人员名单、服务企业名单更快；没有也能开始，不知道就回“不清楚”。随时可停、可改。\n不用登录，不用填单位名称。\n2026年度申报时间尚未公布。自查供您准备，是否认定要经推荐、评审和公示（第十条、第十一条）。",
          [
            { label: "开始自查", action: "start" },
            { label: "先看条件", action: "help" },
          ],
        ),
      ],
      question: null,
      progress: { answered: 0, remaining: screens.length },
      assessment: null,
    };
  }
  const screen = screens[state.step - 1];
  if (screen === undefined) return resultTurn(state);
  const notes = acknowledgement === null ? [] : [message(acknowledgement)];
  return {
    messages: [...notes, message(screen.text, choicesOf(screen, state.marked))],
    question: { id: screen.id, facts: [screen.id], input: screen.input },
    progress: { answered: state.step - 1, remaining: screens.length - state.step + 1 },
    assessment: null,
  };
}

function labelOf(action: string): string {
  const all = [
    ...screens.flatMap((screen) => screen.answers),
    ...tools,
    { label: "选好了", action: "done" },
    { label: "开始自查", action: "start" },
  ];
  return all.find((choice) => choice.action === action)?.label ?? action;
}

/** What an input does: the next state, the words of the own bubble, and the answer. */
export function answer(
  state: ScriptState,
  input: { text?: string; action?: string },
): { state: ScriptState; said: string; turn: Turn } {
  const said = input.text ?? labelOf(input.action ?? "");
  const screen = screens[state.step - 1];
  const action = input.action ?? "";
  if (action.startsWith("t:")) {
    const marked = state.marked.includes(action)
      ? state.marked.filter((one) => one !== action)
      : [...state.marked, action];
    const next = { ...state, marked };
    return { state: next, said, turn: turnOf(next, null) };
  }
  if (action === "materials") {
    const turn = turnOf(state, null);
    const list = { text: "**材料清单（第九条）**\n· 申请报告（第九条（一））：还缺", files: [] };
    return {
      state,
      said: "看材料清单",
      turn: { ...turn, messages: [{ ...list, choices: turn.messages.at(-1)?.choices ?? [] }] },
    };
  }
  if (action === "back") {
    const next = { ...state, step: Math.max(1, state.step - 1) };
    return { state: next, said, turn: turnOf(next, "好，回到上一题。") };
  }
  if (action === "why") {
    return { state, said, turn: turnOf(state, "办法第六条的原文：“运营单位资产总额上年末不低于150万元”。") };
  }
  const unknown = action === "unknown" || input.text === "不清楚";
  const next: ScriptState = {
    ...state,
    step: state.step + 1,
    unknownAssets: screen?.id === "assets" ? unknown : state.unknownAssets,
    served: screen?.id === "served" ? Number.parseInt(said, 10) || state.served : state.served,
  };
  const note = unknown ? "没关系，这一题记为“待查”，不算不符合。" : state.step === 0 ? null : `记下了：${said}。`;
  return { state: next, said, turn: turnOf(next, note) };
}
