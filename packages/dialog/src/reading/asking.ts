import { normalise } from "./normalise.ts";

/** Longer ones tell something. */
const longest = 200;
const askingWords =
  /什么|怎么|怎样|如何|咋|啥|多久|多长|多少|几(?=[个家年次天项月份种样人点])|哪|谁|为何|干嘛|([能是有要会够行算用对])[不没]\1|可不可以|是否|区别/gu;
const askingEnd = /(?:[吗么嘛呢][?!。~]*|[?])$/u;
/** What is left of 有吗, 160万可以吗 or 2021年3月吗 without these is no matter of its own. */
const ofItsOwn =
  /[\d零一二三四五六七八九十百千万亿两半点成元年月日号家人次%]|可以|大概|左右|应该|这样|这个|那个|[有是对行能会够算要的了吗么嘛呢吧啊呀啦我您你]/gu;

/**
 * Whether a message may ask something of the law: 多久检查一次, 证书过期了怎么办, 要盖章吗. An answer may look the same
 * (160万？), so that it is asked only of what was not understood as one.
 */
export function asksSomething(text: string): boolean {
  const normal = normalise(text);
  if (normal.length > longest) return false;
  const without = normal.replace(askingWords, "");
  if (without === normal && !askingEnd.test(normal)) return false;
  return [...without.replace(ofItsOwn, "").replace(/[^\p{L}]/gu, "")].length >= 2;
}
