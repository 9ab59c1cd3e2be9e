import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCommand } from "./commands.ts";

describe("readCommand", () => {
  it.each([
    ["back", "返回 上一题 回到上一题 上一步 /back 刚才填错了 上一题错了"],
    [
      "why",
      "为什么 为什么？ 为什么问这个？ 为啥要问这个 凭什么 依据是什么 什么意思 这是什么意思 没看懂 看不懂 哪一条规定",
    ],
    ["answers", "我的答案 看答案 修改答案 改答案 改 填了什么 /answers"],
    ["result", "结果 看结果 看一下结果 结论 能不能报 能报吗 /result"],
    ["materials", "材料 材料清单 要什么材料 需要准备哪些材料 /materials"],
    ["todo", "待查清单 清单 还要查什么"],
    ["criteria", "每一条 看每一条"],
    ["conditions", "先看条件 申报条件"],
    ["help", "帮助 怎么用 /help ？"],
    ["continue", "继续 接着来 我回来了 /continue"],
    ["start", "开始 开始自查 /start"],
    ["restart", "重新开始 重来 从头来 清空"],
    ["done", "选好了 就这些 done"],
    ["unknown", "不清楚 跳过 这题跳过 先跳过 查一下再说 问一下财务再说"],
  ])("%s: %s", (command, texts) => {
    for (const text of texts.split(" "))
      expect([text, readCommand(text)]).toEqual([text, { kind: "command", command }]);
  });

  it.each([
    ["改资产", "资产"],
    ["改一下服务家数", "服务家数"],
    ["我想改资产总额", "资产总额"],
    ["我要修改注册日期", "注册日期"],
    ["更正：服务收入", "服务收入"],
    ["资产总额填错了", "资产总额"],
    ["资产总额写错了。", "资产总额"],
    ["服务家数不对", "服务家数"],
    ["把满意度改一下", "满意度"],
    ["资产那题错了", "资产"],
  ])("%s changes %s", (text, target) => {
    expect(readCommand(text)).toEqual({ kind: "change", target });
  });

  it.each([
    ["把资产改成160万", "资产", "160万"],
    ["资产改为160万元", "资产", "160万元"],
    ["服务家数要改成81家", "服务家数", "81家"],
  ])("%s changes %s to %s", (text, target, value) => {
    expect(readCommand(text)).toEqual({ kind: "change", target, value });
  });

  it.each(["暂停", "先到这里", "等一下", "明天再来", "回头再弄"])("%s is a pause", (text) => {
    expect(readCommand(text)).toEqual({ kind: "pause" });
  });

  it.each([
    "96家",
    "一百六十万",
    "有",
    "没有",
    "2019年3月18日",
    "结果不错",
    "结果科技有限公司",
    "材料费20万",
    "继续教育中心",
    "改革发展中心",
    "改制后注册的",
    "郑州市改善服务有限公司",
    "帮助中小企业融资",
    "96家，不对",
    "",
    "/",
  ])("%s is an answer", (text) => {
    expect(readCommand(text)).toBeNull();
  });

  it("answers any text, however long", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void readCommand(text)));
    for (const text of ["改", "为什么", "把", "资产改成", "错了"]) {
      expect(() => readCommand(text.repeat(900))).not.toThrow();
    }
  });
});
