import type { Choice } from "../turn.ts";

/** Words that a channel may send as an action, and what its button says. */
export const commandLabels = {
  start: "开始自查",
  continue: "继续",
  back: "上一题",
  answers: "我的答案",
  result: "看结果",
  criteria: "看每一条",
  materials: "看材料清单",
  todo: "待查清单",
  enquiry: "看咨询内容",
  fill: "现在补充",
  lookup: "填统一社会信用代码查一查",
  conditions: "先看条件",
  why: "为什么问",
  unknown: "不清楚",
  done: "选好了",
  rest_unknown: "没选的不清楚",
  keep: "都没写错，先放着",
  skip: "先跳过，查到再填",
  move: "改用新版本",
  stay: "继续用原版本",
  restart: "重新开始",
  restart_confirmed: "清空答案，重新开始",
  help: "怎么用",
} as const;

export type Command = keyof typeof commandLabels;

export function isCommand(action: string): action is Command {
  return Object.hasOwn(commandLabels, action);
}

export function choice(command: Command, label: string = commandLabels[command]): Choice {
  return { label, action: command };
}
