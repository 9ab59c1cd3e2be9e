import { accountKindLabels } from "@shifan/contract/labels";
import type { PeriodStanding } from "./periods.ts";

export const usersTexts = {
  list: "账号",
  create: "邀请工作人员",
  facts: "账号情况",
  disabled: "已停用",
  invited: (name: string) => `已邀请${name}`,
  handOver: (until: string) => `请把下面的链接交给本人，${until}前有效，只能用一次。链接只在这里出现这一次。`,
  kinds: accountKindLabels,
  district: "辖区",
  unlimited: "不限",
  acts: "办理",
  standIns: "代管",
  officer: "替谁办",
  standIn: "谁来办",
  standings: {
    to_come: "还没开始",
    running: "生效中",
    run_out: "已到期",
    ended: "已结束",
  } satisfies Record<PeriodStanding, string>,
  beforeHandOver: (name: string, role: string) => [
    `${name}的“${role}”交给接手的人：接手的人现在就能办，${name}的这个角色同时结束。`,
    "最后一天照旧。两个人的记录里都会写明。只是临时离开的，请用“安排代管”，不用交接。",
  ],
  beforeEnding: (name: string, role: string) => [
    `${name}的“${role}”现在结束，没有人接手。有人接手的，请用“交接”，免得事情没人办。`,
  ],
  beforeStandIn: (name: string) => [
    `在这段时间里，代管的人替${name}办，记录里写两个人的名字。${name}自己也能照常办。`,
    "到期自动结束，不用再办。",
  ],
  beforeDisabling: (name: string) => [
    `${name}的登录现在全部失效。还有角色的，最好先交接；替${name}代管的人照常办到期满。`,
  ],
} as const;
