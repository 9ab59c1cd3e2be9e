import type { ActOf, ApplicationState } from "@shifan/rules";

/** Which day of a case ends a state. */
export type LastDay = "submission" | "correction" | "recommendation" | "publicity";

/** How a state of a case is told to whose case it is. */
export type StateWords = {
  says: string;
  /** What comes next and who does it; null where nothing does. */
  next: string | null;
  isYours: boolean;
  /** The act on which the sentence rests. */
  act: ActOf<"applications">;
  lastDay: LastDay | null;
};

const others = { isYours: false, lastDay: null } as const;

/** A case in plain words, by its state. Nothing here promises the title. */
export const applicationWords: Readonly<Record<ApplicationState, StateWords>> = {
  draft: {
    says: "还没有提交，推荐部门看不到",
    next: "填好、备齐材料后，由您提交",
    isYours: true,
    act: "submit",
    lastDay: "submission",
  },
  submitted: {
    says: "已提交，推荐部门正在核对材料",
    next: "推荐部门决定受理，或者退回补正",
    isYours: false,
    act: "accept",
    lastDay: "recommendation",
  },
  returned: {
    says: "推荐部门已退回",
    next: "由您改好后重新提交",
    isYours: true,
    act: "resubmit",
    lastDay: "correction",
  },
  accepted: {
    says: "已受理",
    next: "推荐部门测评后，决定是否推荐",
    isYours: false,
    act: "complete-survey",
    lastDay: "recommendation",
  },
  surveyed: {
    says: "测评已完成",
    next: "推荐部门决定是否推荐",
    isYours: false,
    act: "recommend",
    lastDay: "recommendation",
  },
  recommended: { ...others, says: "推荐部门已推荐", next: "市工信局接收后，组织专家评审", act: "receive" },
  not_recommended: { ...others, says: "推荐部门决定不予推荐", next: null, act: "not-recommend" },
  received: { ...others, says: "市工信局已接收", next: "专家评审", act: "finish-review" },
  reviewed: { ...others, says: "专家评审已结束", next: "市工信局择优拟定名单", act: "propose" },
  proposed: { ...others, says: "市工信局正在拟定名单", next: "名单公示", act: "publish" },
  not_selected: { ...others, says: "没有列入拟认定名单", next: null, act: "not-propose" },
  in_publicity: {
    says: "正在公示",
    next: "公示期满无异议的，市工信局作出认定决定",
    isYours: false,
    act: "certify",
    lastDay: "publicity",
  },
  objected: { ...others, says: "收到异议，市工信局正在核查", next: "核查后作出决定", act: "clear-objection" },
  certified: { ...others, says: "已认定", next: null, act: "certify" },
  rejected: { ...others, says: "市工信局决定不予认定", next: null, act: "reject" },
  withdrawn: { ...others, says: "已撤回", next: null, act: "withdraw" },
  lapsed: { ...others, says: "截止前没有提交，已经终止", next: null, act: "lapse" },
};
