export type WordKind =
  | "at_least"
  | "more_than"
  | "at_most"
  | "less_than"
  | "near"
  | "about"
  /** 多 after the unit: 60家多. */
  | "beyond"
  | "to"
  | "and"
  | "between"
  | "than"
  | "none"
  | "zero"
  | "loss"
  | "gain"
  | "no_loss"
  | "even"
  | "yuan"
  | "foreign"
  | "ratio"
  | "period"
  | "vague"
  | "unknown"
  | "question"
  | "separator"
  /** Without a bearing on the number, though it looks as if it had one: 满意 is not 满, 一共 is not 1. */
  | "plain"
  /** Changes what the number means in a way that is not read: 增加60家, 除了60家. Better refused than guessed. */
  | "turn";
export type Side = "before" | "after" | "both";
export interface Word {
  readonly text: string;
  readonly kind: WordKind;
  readonly side: Side;
}

const table: readonly [WordKind, Side, string][] = [
  [
    "at_least",
    "before",
    "至少 最少 最低 起码 不少于 不低于 不小于 不下于 不下 少说 少说也有 满 够 >= => ≥ 大于等于 大于或等于 高于或等于 保底",
  ],
  ["at_least", "after", "以上 及以上 或以上 往上 打底 起"],
  ["more_than", "before", "超过 超出 超 突破 大于 多于 高于 多过 > 不止是"],
  ["more_than", "both", "不止 不只 还不止 都不止"],
  ["more_than", "after", "开外 还多"],
  ["beyond", "after", "多 多一点 多一些 多点 多些 还多一点 出头 有余 挂零 冒头 余"],
  [
    "at_most",
    "before",
    "至多 最多 最高 顶多 不超过 不会超过 没超过 没有超过 未超过 超不过 不多于 不高于 不大于 <= =< ≤ 小于等于 小于或等于 充其量",
  ],
  ["at_most", "after", "以下 及以下 或以下 以内 之内 往下 封顶"],
  ["less_than", "before", "低于 小于 少于 未满 没满 未到 没有到 达不到 未达 未达到 没达到 没有达到 不及 没够 没有够 <"],
  ["less_than", "both", "不到 不足 不满 不够 还不到 都不到 不太到 没到 还没到"],
  ["less_than", "after", "都没有 也没有 都没到 也没到 都不够 都不足 都不满 还差一点 还差点"],
  ["near", "both", "将近 接近 逼近 快要 快到 快有 几乎 差一点 差点 差点儿 差一点到 差一点不到"],
  [
    "about",
    "both",
    "大概 大约 约 约莫 约摸 大约摸 估计 估摸 估摸着 估算 大致 大体 大体上 大抵 应该 应该是 应当 可能 可能有 也许 或许 好像 好象 似乎 貌似 印象中 记得 差不多 左右 上下 光景 的样子 粗略 粗算 毛估 ≈ 约等于",
  ],
  ["to", "both", "到 至 ~ - 或 或者 或是"],
  ["and", "both", "和 跟 与"],
  ["between", "both", "之间 中间"],
  ["than", "before", "比"],
  [
    "none",
    "both",
    "没有 没 无 暂无 尚无 未有 从未 从来没有 没有过 还没 还没有 暂时没有 目前没有 没做过 没办过 没搞过 没开展 未开展",
  ],
  ["zero", "both", "为零 是零 一点没有 一点也没有 一点都没有 空白"],
  ["loss", "both", "亏损 净亏损 净亏 亏了 亏 赔了 赔 负"],
  ["gain", "both", "盈利 赚了 净赚 赚 盈余"],
  ["no_loss", "both", "没亏 没亏损 没有亏损 没有亏 不亏 未亏损 不亏损"],
  ["even", "both", "持平 盈亏平衡 收支平衡 不赚不赔 不亏不赚 不盈不亏 没赚没赔 没赚没亏"],
  ["yuan", "both", "人民币 rmb cny ¥"],
  ["foreign", "both", "美元 美金 欧元 港币 港元 日元 英镑 韩元 澳元 卢布 usd hkd eur $ € £"],
  ["ratio", "both", "% ‰ 百分之 千分之 万分之 百分百 百分点 一半 半数 大半 小半 成半"],
  [
    "period",
    "both",
    "每月 每个月 每周 每天 每日 每季度 每次 每家 每人 月均 人均 平均 年均 日均 户均 上半年 下半年 季度 半年 /月 /天 /周 /季 近两年 近三年 近几年 这两年 这三年 这几年 过去两年 过去三年 累计 历年",
  ],
  [
    "vague",
    "both",
    "大部分 绝大部分 绝大多数 小部分 很多 许多 不少 一些 若干 大量 少量 好多 好些 不多 没多少 没几家 没几个 一部分 少数 多数 几百上千 成百上千 成千上万 无数 有限 不等",
  ],
  [
    "unknown",
    "both",
    "不清楚 不太清楚 不是很清楚 不知道 不晓得 不了解 不确定 不太确定 不大确定 记不清 记不清了 记不太清 记不得 不记得 说不准 说不好 说不清 拿不准 吃不准 没统计 还没统计 还没有统计 没做统计 没有做统计 没来得及 还没算 还没数 还没查 还没出 没出来 没有统计 未统计 尚未统计 没统计过 没有统计过 没数过 没算过 没算 没查 没查过 没记录 没有记录 没数据 没有数据 没有准数 没注意 没留意 没印象 忘了 忘记了 查一下 查一查 待查 要问 得问 问一下 问问",
  ],
  [
    "question",
    "both",
    "? 吗 有没有 是不是 是否 多少 够不够 行不行 可不可以 能不能 算不算 怎么算 怎么办 咋 什么 么 谁 几点 几号",
  ],
  ["separator", "both", ", ; 。 、 ! \n"],
  [
    "plain",
    "both",
    "一共 总共 共计 一定 一般 一直 一样 一起 一下 一点点 统一 唯一 之一 万一 一边 一致 十分 第三方 " +
      "人数 家数 次数 总数 户数 份数 套数 台数 数量 数据 数字 参数 人次数 企业数 机构数 数 " +
      "满意 不满意 很满意 基本满意 比较满意 非常满意 满意度 足够 满打满算 充满 圆满 " +
      "合约 签约 预约 约定 履约 公约 线上线下 线下 线上 直到 直至 达到 做到 甚至 以至 至今 截至 截止 " +
      "小微 中小 较小 小型 大小 最近 附近 近期 近年 很快 尽快 尽量 超额 起来 一起 发起 " +
      "无形资产 无锡 未分配利润 不动产 非常 增值税 增值 比较 比例 比如 差旅 差旅费 不含税 不含 不包括 不包含 不算 不计 不计算 除税 " +
      "不好意思 没错 不错 没问题 没有问题 不客气 别的 特别 分别 级别 个别 其余 余额 剩余 业余 多家 多种 多个 多次 多方 多媒体 诸多 " +
      "每年 每年度 加起来 加在一起 合计 总计 负责 负责人 负债 正好 刚好 恰好 整整 足足 刚满 还是 有的 不过 一并 加盟 参加 " +
      "加工 翻译 占比 类别 区别 性别 未来 减税 标准化 不同 不重复 不一样 不限 不仅 不光 不只是 少数民族 " +
      "非公 无论 无误 不管 除外 减免 均为 多亏 ok",
  ],
  [
    "turn",
    "both",
    "不 未 非 勿 莫 别 除 每 均 倍 增 减 加 降 翻 涨 少 差 欠 缺 目标 计划 争取 打算 希望 要求 规定 标准 如果 假如 若 * × x / = ^ +",
  ],
];

const byFirstCharacter = new Map<string, Word[]>();
for (const [kind, side, list] of table) {
  for (const text of list.split(" ")) {
    const first = text.charAt(0);
    byFirstCharacter.set(first, [...(byFirstCharacter.get(first) ?? []), { text, kind, side }]);
  }
}
for (const words of byFirstCharacter.values()) words.sort((left, right) => right.text.length - left.text.length);

/** The longest known word at a place: 不少于 before 不少, 差不多 before 不多. */
export function wordAt(text: string, at: number): Word | null {
  return byFirstCharacter.get(text.charAt(at))?.find((word) => text.startsWith(word.text, at)) ?? null;
}
