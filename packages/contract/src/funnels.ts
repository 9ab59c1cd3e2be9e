import { type applicationStates, roundStates } from "@shifan/rules";
import { z } from "zod";
import { dateTextSchema } from "./values.ts";

/** The path of a round, from handing in to the title, with the states that stand at each stage. */
export const funnelStages = {
  handed_in: { title: "提交", states: ["submitted", "returned"] },
  accepted: { title: "受理", states: ["accepted"] },
  surveyed: { title: "测评", states: ["surveyed"] },
  recommended: { title: "推荐", states: ["recommended"] },
  received: { title: "市级接收", states: ["received"] },
  reviewed: { title: "专家评审", states: ["reviewed"] },
  proposed: { title: "拟认定", states: ["proposed"] },
  in_publicity: { title: "公示", states: ["in_publicity", "objected"] },
  certified: { title: "认定", states: ["certified"] },
} as const satisfies Readonly<Record<string, { title: string; states: readonly (typeof applicationStates)[number][] }>>;
export type FunnelStage = keyof typeof funnelStages;

/** How a case ends on the way, and up to which stage it is then known to have come. */
export const funnelEnds = {
  not_recommended: { title: "不予推荐", reached: "accepted" },
  not_selected: { title: "未入选", reached: "reviewed" },
  rejected: { title: "不予认定", reached: "handed_in" },
  withdrawn: { title: "撤回", reached: "handed_in" },
  lapsed: { title: "失效", reached: "handed_in" },
} as const satisfies Readonly<
  Partial<Record<(typeof applicationStates)[number], { title: string; reached: FunnelStage }>>
>;
export type FunnelEnd = keyof typeof funnelEnds;

const stageNames = Object.keys(funnelStages) as [FunnelStage, ...FunnelStage[]];
const endNames = Object.keys(funnelEnds) as [FunnelEnd, ...FunnelEnd[]];

const pathShape = {
  handedIn: z.int().meta({ description: "提交过的总数；没有提交的草稿谁也看不到，不计" }),
  stages: z.array(
    z
      .object({
        stage: z.enum(stageNames),
        title: z.string(),
        standing: z.int().meta({ description: "现在停在这一步的" }),
        reached: z.int().meta({ description: "已知到过这一步的；撤回、不予认定、失效的没有记到哪一步，只算提交" }),
      })
      .meta({ id: "FunnelStage" }),
  ),
  ended: z
    .array(z.object({ state: z.enum(endNames), title: z.string(), count: z.int() }).meta({ id: "FunnelEnd" }))
    .meta({ description: "中途结束的" }),
  returned: z.int().meta({ description: "提交里正在补正的" }),
  objected: z.int().meta({ description: "公示里有异议的" }),
};

export const roundFunnelSchema = z
  .object({
    roundId: z.string(),
    year: z.int(),
    state: z.enum(roundStates),
    asOf: dateTextSchema,
    all: z.object(pathShape).meta({ id: "FunnelPath" }),
    byDistrict: z.array(z.object({ key: z.string(), name: z.string(), ...pathShape }).meta({ id: "FunnelOfDistrict" })),
  })
  .meta({ id: "RoundFunnel" });

export type FunnelPath = z.infer<typeof roundFunnelSchema>["all"];
export type RoundFunnel = z.infer<typeof roundFunnelSchema>;
