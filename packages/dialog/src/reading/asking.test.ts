import { describe, expect, it } from "vitest";
import { asksSomething } from "./asking.ts";

describe("what may be a question about the law", () => {
  it.each([
    "多久检查一次",
    "证书过期了怎么办？",
    "声明要盖公章吗",
    "能不能绕过区里",
    "哪些材料要复印件",
    "为什么要看满意度",
    "综合性和专业性有什么区别",
    "专业人员比例几成算够，谁来认定",
    "推荐表呢？",
  ])("%s", (text) => {
    expect(asksSomething(text)).toBe(true);
  });

  it.each([
    "160万吗？",
    "大概一百多万可以吗？",
    "2021年3月吗",
    "96家？",
    "有吗？",
    "对吗",
    "是不是",
    "？",
    "",
    "综合性平台",
    "没有迁过，注册当天就运营",
    `怎么办${"长".repeat(200)}`,
  ])("%s is none", (text) => {
    expect(asksSomething(text)).toBe(false);
  });
});
