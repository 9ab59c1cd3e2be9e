import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readYesNo } from "./yes-no.ts";

describe("readYesNo", () => {
  it.each(
    "是 是的。 是啊 对 对的 有 有的 有啊 都有 有了 嗯嗯 嗯，有 好的 可以 符合 具备 齐全 能 会 没错 没问题 已经有了 已经办了 建了 已建 做了 已盖章 目前有 我们有 是的，有 当然有 YES OK √ ✓ 确实有".split(
      " ",
    ),
  )("%s is yes", (text) => {
    expect(readYesNo(text)).toBe("yes");
  });

  it.each(
    "不是 不 否 没 没有 没有的 没有啊 目前没有 暂无 尚无 无 还没 还没有 从未 从来没有 从没认定过 不能 不会 不具备 不符合 没做 没建 还没建 尚未建立 未开展 没盖章 没办过 不要求 一个也没有 都没有 不是的，没有 不对 no ×".split(
      " ",
    ),
  )("%s is no", (text) => {
    expect(readYesNo(text)).toBe("no");
  });

  it.each(
    "不清楚 不太清楚 我也不知道 不确定 说不好 拿不准 记不清了 忘了 没统计过 待查 跳过 先跳过吧 这题跳过 以后再说 查一下 我查一下 查一下再说 要问财务 问一下财务再说 得问问人事 需要核实 下一题".split(
      " ",
    ),
  )("%s is 不清楚", (text) => {
    expect(readYesNo(text)).toBe("unknown");
  });

  it.each([
    "应该有",
    "可能没有",
    "有一部分",
    "不一定",
    "不完全",
    "正在办",
    "没有，正在建",
    "有，但是没有盖章",
    "不，有的",
    "有没有",
    "是不是要盖章",
    "有吗？",
    "不是没有",
    "没有60家",
    "有三个",
    "有限公司",
    "无锡",
    "不锈钢制品厂",
    "96家",
    "",
    "。",
  ])("%s is neither", (text) => {
    expect(readYesNo(text)).toBeNull();
  });

  it("answers any text, and the same with a full stop or a space", () => {
    const word = fc.constantFrom("有", "没有", "不清楚", "是", "不", "的", "了", "都", "还没", "但", "，");
    fc.assert(
      fc.property(fc.array(word, { maxLength: 5 }), (words) => {
        const text = words.join("");
        expect(readYesNo(` ${text}。`)).toBe(readYesNo(text));
      }),
    );
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void readYesNo(text)));
  });

  it.each(["有", "不", "没有", "我要去查", "一下", "嗯", "还未"])(
    "answers %s written a thousand times over",
    (text) => {
      expect(readYesNo(text.repeat(1_000))).toBeNull();
    },
  );
});
