import { expect, test } from "vitest";
import { smallDocument } from "../../testing/article-search.ts";
import { explanationsOf } from "./explanations.ts";

const options = [
  { value: "a", label: "按合同" },
  { value: "b", label: "按发票" },
];

test("what the policy adds to the law is a reading, a setting or a paper, in whole sentences; what the law says itself is none", () => {
  const of = (mark: string, own: object = {}) => ({ article: "第一条", title: mark, mark, ground: "理由", ...own });
  const document = smallDocument({
    articles: ["总的规定。"],
    settings: [
      of("解释", { value: "b", options }),
      of("原文", { value: "a", options }),
      of("设置", { value: "没有这个选项", options }),
    ],
    readings: [of("设置", { value: "a", options })],
    parameters: [
      of("设置", { value: 5, unit: "个工作日" }),
      of("原文", { value: 7, unit: "天" }),
      of("解释", { value: "0.5", unit: "" }),
    ],
    materials: [{ article: "第一条、第二条", title: "名册", todo: "附名册", parts: [] }],
  });
  expect([...explanationsOf(document)]).toEqual([
    [["第一条"], { kind: "reading", title: "解释", text: "按发票。理由。" }],
    [["第一条"], { kind: "setting", title: "设置", text: "按合同。理由。" }],
    [["第一条"], { kind: "setting", title: "设置", text: "5个工作日。理由。" }],
    [["第一条"], { kind: "material", title: "名册", text: "附名册" }],
  ]);
});
