import { zhengzhouPolicy } from "@shifan/rules/testing";
import { describe, expect, it } from "vitest";
import { contextFor, input, type Step } from "../../testing/play.ts";
import { startDialog } from "../index.ts";

const context = contextFor(zhengzhouPolicy, "2026-06-10");
const words = ({ turn }: Step) => turn.messages.map(({ text }) => text).join("\n");

/** A whole conversation with 不清楚 on everything. */
function knowNothing(): { end: Step; said: Map<string, string> } {
  let step: Step = input(startDialog(context).state, { action: "start" }, context);
  const said = new Map<string, string>();
  while (step.turn.question !== null) {
    const { id } = step.turn.question;
    step = input(step.state, { action: id === "satisfaction" ? "unknown" : actionFor(step) }, context);
    said.set(id, words(step));
  }
  return { end: step, said };
}

const actionFor = ({ turn }: Step) =>
  turn.messages.flatMap(({ choices }) => choices).some(({ action }) => action === "rest_unknown")
    ? "rest_unknown"
    : "unknown";

const { end, said } = knowNothing();
const list = words(input(end.state, { action: "todo" }, context));

/** The lines of the list under each heading. */
const groups = new Map(
  list
    .split(/^\*\*/mu)
    .slice(1)
    .map((part) => {
      const [title = "", ...lines] = part.trim().split("\n");
      return [title.replaceAll("*", ""), lines.join("\n")];
    }),
);

describe("the list of what to find out", () => {
  it("is by whom to ask, the papers of the register last", () => {
    expect([...groups.keys()]).toEqual(["待查清单", "问行政办公", "问业务", "问财务", "问人事", "看证书和决定文件"]);
  });

  it("asks finance for what stands in the books and the audit, and for nothing else", () => {
    const finance = groups.get("问财务") ?? "";
    for (const line of finance.split("\n")) expect(line).toMatch(/资产|收入|审计/);
    expect(finance).toContain("审计报告包含服务收支");
  });

  it("asks the business for whom and what it serves, agreements and evidence included", () => {
    const business = groups.get("问业务") ?? "";
    for (const label of ["2025年服务中小企业数", "签协议的服务机构", "签协议的小微企业", "服务证明材料份数"])
      expect(business).toContain(label);
  });

  it("puts together what one article asks for and one place shows, and says the place once", () => {
    expect(list).toContain("· 2025年末资产总额、2025年服务收入（第六条（二））：2025年度审计报告");
    expect(list).toContain("· 服务设施设备（第六条（四））");
    expect(list).toContain("· 建有网站、业务需要许可证（第九条（五））\n");
    expect(list).not.toMatch(/[{}]/);
  });

  it("is counted by facts in the result", () => {
    expect(words(end)).toContain("等您补充69项：");
    expect(words(end)).toContain(
      "· 人事：从事中小企业服务的人员、大专及以上或中级及以上人员、学历职称两项都有的人员（第六条（六））",
    );
  });
});

describe("不清楚 on a screen that several parties know", () => {
  it("says whom to ask for each", () => {
    expect(said.get("premises")).toContain(
      "问行政办公最快：看房产证和租赁合同，没有的写0。签协议的服务机构问业务：合作协议",
    );
    expect(said.get("money")).toContain("问财务最快：2025年度审计报告");
    expect(said.get("certified_before")).toContain("看证书和决定文件最快。查到后发");
  });
});
