/** What a person does with a question: taps the button with this label, or writes this. */
export type Reply = { readonly tap: string } | { readonly write: string };

/** The subjects of an office manager's answers. */
export type Subject = keyof typeof manager;

/**
 * An office manager who answers by typing and by tapping, and meets every condition that can be checked. A question is known by its words, as a
 * person knows it; the first that fits counts.
 */
const manager = {
  submission: { asked: /哪天提交/, reply: { write: "还没定" } },
  type: { asked: /哪一类平台/, reply: { tap: "专业性平台" } },
  functions: { asked: /哪几项服务功能/, reply: { write: "只有信息服务" } },
  legal: { asked: /独立法人、在郑州市注册/, reply: { write: "都有" } },
  kind: { asked: /单位属于哪一类/, reply: { tap: "中小企业服务机构" } },
  dates: { asked: /注册成立/, reply: { write: "2019年3月18日，注册当天起运营，一直在郑州" } },
  money: { asked: /资产总额是多少/, reply: { write: "总资产320万，服务收入210万" } },
  credit: { asked: /信用状况/, reply: { tap: "没有不良记录" } },
  opinion: { asked: /哪种意见/, reply: { tap: "标准无保留意见" } },
  netAssets: { asked: /净资产是正/, reply: { tap: "是正的" } },
  served: { asked: /服务了多少家/, reply: { write: "2025年九十六家，2024年81家，2023年70家，没有个体工商户" } },
  satisfaction: { asked: /评价“满意”/, reply: { write: "满意93家，不满意3家" } },
  premises: { asked: /服务场地自有/, reply: { write: "自有0，租用420平方米，合作机构8家" } },
  lease: { asked: /租赁合同到哪天/, reply: { write: "2028年12月31日" } },
  unit: { asked: /用的是哪个单位/, reply: { tap: "次" } },
  volumes: { asked: /服务总量是多少/, reply: { write: "总量400，公益70，低收费40，重复0" } },
  leader: { asked: /主要负责人/, reply: { tap: "是" } },
  staff: { asked: /人员有多少人/, reply: { write: "16人，其中15人，两项都有的13人" } },
  activity: { asked: /各做了多少/, reply: { write: "线下80家，信息活动9次" } },
  certified: { asked: /被认定过/, reply: { tap: "从未认定过" } },
  website: { asked: /有网站的要备案/, reply: { write: "都没有" } },
  materials: { asked: /14项材料里/, reply: { write: "都没有" } },
  everything: { asked: /下面各项，有的选上/, reply: { write: "都有" } },
} as const satisfies Record<string, { asked: RegExp; reply: Reply }>;

/** The manager's reply to what is asked. @throws Error at a question that nobody told the manager the answer of */
export function replyTo(asked: string, changed: Partial<Record<Subject, Reply>> = {}): Reply {
  for (const subject of Object.keys(manager) as Subject[]) {
    if (manager[subject].asked.test(asked)) return changed[subject] ?? manager[subject].reply;
  }
  throw new Error(`the manager has no answer to: ${asked}`);
}
