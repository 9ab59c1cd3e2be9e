import { bare, normalise } from "./normalise.ts";
import { isUnknown } from "./yes-no.ts";

export type CommandWord =
  | "start"
  | "continue"
  | "back"
  | "why"
  | "answers"
  | "result"
  | "criteria"
  | "materials"
  | "todo"
  | "enquiry"
  | "fill"
  | "lookup"
  | "conditions"
  | "help"
  | "restart"
  | "done"
  | "unknown";

export type SpokenCommand =
  | { readonly kind: "command"; readonly command: CommandWord }
  /** 改资产; `value` where the new answer is said at once: 资产改成160万. */
  | { readonly kind: "change"; readonly target: string; readonly value?: string }
  | { readonly kind: "pause" };

/** Whole messages only: a command inside an answer is part of the answer, and a company may be called 继续教育中心. */
const patterns: readonly (readonly [RegExp, CommandWord])[] = [
  [
    /^(?:返回|(?:回到?|返回|退回到?)?上一?(?:题|步|个|个问题)|退回|后退|回去|back|(?:刚才|刚刚|上一?题|上个)(?:的|那个|那题)?(?:填|写|选|点|说|弄)?错)$/u,
    "back",
  ],
  [
    /^(?:(?:为什么|为啥|为何|干嘛|干吗|凭什么)(?:要|会)?(?:问|填|查)?(?:这个|这题|这一题|这些|这项)?|问这个干(?:什么|嘛|啥|吗)|(?:有什么|什么)?依据(?:是什么|呢)?|哪一?条(?:规定|要求)?|(?:这|这个|这题|这是|这题是)?(?:什么|啥)意思|(?:没|没有|看)(?:看)?(?:不)?[懂明]白?|不懂|不明白|why)$/u,
    "why",
  ],
  [
    /^(?:(?:看|看看|查看|列出)?(?:我的|已填的?|全部)?(?:答案|回答)|已填|我填的|填了(?:什么|啥)|(?:修改|改|更改)(?:一下)?(?:我的)?(?:答案|回答)|修改|改|answers)$/u,
    "answers",
  ],
  [/^(?:(?:看|看看|先看|查看|出)?(?:一下)?(?:结果|结论)|(?:我们)?能不能报|(?:我们)?能报|result)$/u, "result"],
  [/^(?:(?:看)?每一条|逐条(?:看)?|条件明细|criteria)$/u, "criteria"],
  [/^(?:(?:看|看看|查看)?材料(?:清单)?|(?:要|需要)(?:准备)?(?:什么|哪些)材料|materials)$/u, "materials"],
  [/^(?:(?:看|看看)?(?:待查)?清单|待查(?:的)?|(?:还)?要查(?:什么|哪些)|todo)$/u, "todo"],
  [/^(?:看?咨询(?:内容)?)$/u, "enquiry"],
  [/^(?:(?:现在|继续|去)?补充)$/u, "fill"],
  [/^(?:(?:填|用|按)?(?:统一社会)?信用代码查一?查|查(?:一?下?)?(?:统一社会)?信用代码|查一查)$/u, "lookup"],
  [/^(?:(?:先|看|先看|看看)?(?:申报)?条件)$/u, "conditions"],
  [/^(?:帮助|怎么用|使用说明|怎么操作|help)$/u, "help"],
  [/^(?:继续(?:答题?|填|自查)?|接着(?:来|答|填)?|回来|我回来|continue)$/u, "continue"],
  [/^(?:开始(?:自查|吧)?|start)$/u, "start"],
  [/^(?:重来|重新(?:开始|来|填|做|自查)|从头(?:开始|来|再来)|清空(?:答案)?|restart)$/u, "restart"],
  [/^(?:选[好完]|好|选择?完毕|完成|就这些|就这|没有别的|没有其他|done)$/u, "done"],
];
const closing = /(?:了|啊|呀|哦|吧|呢|吗|嘛|啦|的)+$/u;
const pause =
  /^(?:暂停|停|先?停一?下?|等一?[下等会]儿?|稍等(?:一下)?|先?到这里?|先?就?到这里?|(?:明天|回头|下次|改天|晚点|以后)再(?:来|弄|接着填|继续)|有事先走|先不填|先忙|休息一下|pause)$/u;
const changeAfter = /^(?:我)?(?:想|要|想要|需要)?(?:把)?(?:修改|更改|更正|改正|改)(?:一?下|为)?[:：]?(?<target>.+)$/u;
const changeBefore =
  /^(?:我)?(?:想|要)?(?:把|将)?(?<target>.+?)(?:这题|这项|那题|那项)?(?:我)?(?:(?:填|写|选|答|说|弄)错了?|(?<![不没])错了|有误|不对|要改|需要改|改一?下|重新填|重填)$/u;
const changeTo =
  /^(?:我)?(?:想|要)?(?:把|将)?(?<target>[^\d]{1,20}?)(?:要|应该|得)?(?:改|更正|修改|更改)(?:成|为|到|作)[:：]?(?<value>.+)$/u;
/** 改革, 改制, 改造 … are words of company names, not requests. */
const otherWords = /^改(?:革|制|造|善|进|建|版|编|组|良|装|变|性|扩|签)/u;

/** A command said in words, or null when the message is an answer. */
export function readCommand(text: string): SpokenCommand | null {
  const normal = normalise(text).replace(/^\//u, "");
  if (/^\?+$/.test(normal)) return { kind: "command", command: "help" };
  const whole = bare(normal);
  if (whole === "" || whole.length > 40) return null;
  for (const plain of [whole, whole.replace(closing, "")]) {
    for (const [pattern, command] of patterns) if (pattern.test(plain)) return { kind: "command", command };
    if (pause.test(plain)) return { kind: "pause" };
  }
  if (isUnknown(normal)) return { kind: "command", command: "unknown" };
  return readChange(normal);
}

function readChange(normal: string): SpokenCommand | null {
  const plain = normal.replace(/[。.!~?\s]+$/gu, "");
  if (otherWords.test(plain)) return null;
  const to = changeTo.exec(plain)?.groups;
  if (to?.target && to.value) return named(to.target, to.value.trim());
  const target = (changeAfter.exec(plain) ?? changeBefore.exec(plain))?.groups?.target;
  return target === undefined ? null : named(target);
}

function named(words: string, value?: string): SpokenCommand | null {
  const target = words
    .trim()
    .replace(/^(?:一?下|把|将|我的|前面的?|之前的?|刚才的?)|(?:那题|这题|这项|那项|的?答案|一?下|那个|的)$/gu, "")
    .trim();
  // A figure in it means that an answer is being given, not named.
  if (target === "" || target.length > 20 || /[\d，,。;；]/u.test(target)) return null;
  return value === undefined ? { kind: "change", target } : { kind: "change", target, value };
}
