import type { FunnelPath, RoundFunnel } from "@shifan/contract";

const path: FunnelPath = {
  handedIn: 14,
  stages: [
    { stage: "handed_in", title: "提交", standing: 2, reached: 14 },
    { stage: "accepted", title: "受理", standing: 3, reached: 11 },
    { stage: "surveyed", title: "测评", standing: 1, reached: 8 },
    { stage: "recommended", title: "推荐", standing: 7, reached: 7 },
    { stage: "received", title: "市级接收", standing: 0, reached: 0 },
    { stage: "reviewed", title: "专家评审", standing: 0, reached: 0 },
    { stage: "proposed", title: "拟认定", standing: 0, reached: 0 },
    { stage: "in_publicity", title: "公示", standing: 0, reached: 0 },
    { stage: "certified", title: "认定", standing: 0, reached: 0 },
  ],
  ended: [
    { state: "not_recommended", title: "不予推荐", count: 0 },
    { state: "not_selected", title: "未入选", count: 0 },
    { state: "rejected", title: "不予认定", count: 0 },
    { state: "withdrawn", title: "撤回", count: 1 },
    { state: "lapsed", title: "失效", count: 0 },
  ],
  returned: 1,
  objected: 0,
};
const funnel: RoundFunnel = {
  roundId: "0b8f7a52-3c1e-4f0e-9a53-6a7d0f0e2f11",
  year: 2026,
  state: "closed",
  asOf: "2026-09-28",
  all: path,
  byDistrict: [{ key: "410105", name: "金水区", ...path }],
};

/** Examples of a round as a funnel. */
export const funnelExamples = { readRoundFunnel: { responses: { 200: funnel } } };
