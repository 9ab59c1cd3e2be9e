import type { SanctionKind } from "./kinds.ts";

export const sanctionsTexts = {
  list: "取消和撤销",
  facts: "办理情况",
  title: (kind: string, platform: string) => `${kind}：${platform}`,
  kinds: { cancellation: "取消（第十三条）", revocation: "撤销（第十四条）" } as Readonly<Record<string, string>>,
  propose: { cancellation: "提出取消（第十三条）", revocation: "提出撤销（第十四条）" } satisfies Record<
    SanctionKind,
    string
  >,
  /** Said before anything is written: the two are never taken for one another. */
  notTheOther: {
    cancellation: "这是取消，不是撤销。",
    revocation: "这是撤销，不是取消。",
  } satisfies Record<SanctionKind, string>,
  consequence: "后果",
  notYet: "提出以后先告知单位，听取陈述申辩，再作决定；这一步资格不变。",
  routes: "材料不实：四种处理对照",
  routesLead: "先看发现的时间，再选条款。四种不能混用。",
  bars: "有年限内不得再次申报",
  barsNot: "没有不得再次申报的年限",
  barsUnknown: "是否限制再次申报：办法没有写",
  open: "对这项资格，今天可以走",
  notOpen: "对这项资格，今天不能走",
  leave: "先不办",
  letters: {
    prior_notice: "事先告知书",
    decision: "决定书",
    service_receipt: "送达回证",
    withdrawal: "撤回决定书",
  },
  inspections: "依据的检查",
  noInspections: "选定资格以后，列出它办结的检查。",
  noneClosed: "这项资格没有办结的检查、抽查、考核记录。",
  toConfirm: "您确认以后当天生效",
  confirmLead: "这一步不能退回；决定有误的，只能另作撤回决定。",
  toReinstate: "您确认以后撤回原决定，资格恢复",
  basis: "依据的检查和证据文件",
} as const;
