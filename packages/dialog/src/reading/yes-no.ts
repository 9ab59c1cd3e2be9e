import { bare } from "./normalise.ts";

/** Words around an answer that change nothing in it. */
const opening =
  /^(?:这个|这项|这一项|这题|那个|目前|现在|暂时|我们|我们单位|单位|公司|我们公司|我|嗯+|哦|呃|额|应该|可能|大概|也|都|真的|确实|其实|肯定|当然)+/u;
const closing = /(?:了|的|啊|呀|哦|吧|呢|嘛|哈|哒|喔|噢|啦|谢谢)+$/u;
const uncertain =
  /应该|可能|大概|也许|估计|好像|似乎|差不多|一部分|部分|有些|有的有|不全|不都|不完全|不一定|算是|基本|正在|在办|在建|准备|打算|计划|申请中|但|不过|可是|除|只|如果|要看|一半/u;

const yes =
  /^(?:是|对|有|嗯+|恩|好|行|可以|符合|满足|具备|齐全|齐|能|会|要|确定|肯定|当然|没错|没问题|没有问题|已经?有|做|建|办|盖|开展|提供|公开|已经?(?:做|建|办|开展|具备|盖章?|签字?|公开|成文|完成|办好|做到|建好|建成)好?|有做|有建|yes|yep|y|ok|true|√|✓|✔)$/u;
const no =
  /^(?:不|否|没|无|错|未|从未|不是|不对|不行|不能|不会|不可以|不符合|不满足|不具备|不齐|没有|没有过|暂无|尚无|并无|并没有|并未|还没有?|还未|尚未|从来没有?|从没有?|没有一(?:个|项|家|次)|一(?:个|项|家|次)[也都]没有?|没齐|no|nope|n|false|×|✗|✘|x)$/u;
/** 还没建, 未开展: the verb may be any, the number of an amount may not follow. */
const notYet =
  /^(?:还没|还没有|没有?|未|尚未|还未|暂未|从未|从没|不)(?:能|会)?(?:建立?|做|办|盖章?|签字?|开展|提供|公开|成文|完成|办好|做到|建好|具备|符合|达到|设立?|制定|制订|配备|取得|拿到|上墙|要求|需要|组织|认定|认定过|评过|报过|申报过|办过|做过|搞过|搞|弄|开|用|共享)$/u;
const unknown =
  /^(?:不清楚|不太?知道|不太清楚|不是很清楚|不大清楚|不太确定|不确定|不晓得|不了解|不太了解|不记得|记不清|记不住|记不得|说不好|说不准|说不清|不好说|拿不准|吃不准|没把握|没底|没数|没统计过?|没有统计过?|没算过?|没查过?|没数过?|没注意|没留意|没印象|忘|忘记|待查|(?:先|这题|这一题|先把这题)?跳过(?:这题|这一题|去|一下)?|先?略过|先空着|先不填|(?:以后|之后|回头|过后|稍后|晚点|下次|改天)再(?:说|填|答|补|查|看)|(?:先|下|直接)?下一题|pass|skip|(?:我|得|要|需要|先|还)*(?:去)?(?:查|问|核实|核对|确认|了解)(?:一下|一?查|一?问|下)?(?:财务|人事|业务|会计|办公室|领导|同事|老板|他们|别人|看)?(?:一下|再说|再答|再填|再看|才知道|后再说)?)$/u;

/** Whether the whole message says that the answer is not known yet: 不清楚, 先跳过, 问一下财务再说. */
export function isUnknown(text: string): boolean {
  const plain = bare(text);
  if (plain.length > 20) return false;
  return unknown.test(plain) || unknown.test(plain.replace(closing, "")) || unknown.test(stripped(plain));
}

/**
 * A plain yes, no or 不清楚; null for everything else. 应该有, 有一部分 and 正在办 are neither: whoever is not sure is asked
 * again, and 没有60家 is an amount.
 */
export function readYesNo(text: string): "yes" | "no" | "unknown" | null {
  const plain = bare(text.replace(/[√✓✔]/gu, "是").replace(/[×✗✘]/gu, "否"));
  if (plain === "" || plain.length > 24) return null;
  if (isUnknown(text)) return "unknown";
  if (/[?？]|吗|[有是能]没[有能]|是不是|能不能|有无/u.test(text) || uncertain.test(plain)) return null;
  const said = new Set(clausesOf(text).map(plainAnswer));
  const [answer] = said;
  return said.size === 1 ? (answer ?? null) : null;
}

/** "是的，有": every part must say the same. */
function clausesOf(text: string): readonly string[] {
  return text
    .split(/[\s，,。.!！;；、~～]+/u)
    .map((clause) => bare(clause.replace(/[√✓✔]/gu, "是").replace(/[×✗✘]/gu, "否")))
    .filter((clause) => clause !== "");
}

function plainAnswer(clause: string): "yes" | "no" | null {
  for (const text of [clause, clause.replace(closing, ""), stripped(clause)]) {
    if (no.test(text) || notYet.test(text)) return "no";
    if (yes.test(text)) return "yes";
  }
  return null;
}

function stripped(plain: string): string {
  return plain.replace(opening, "").replace(closing, "");
}
