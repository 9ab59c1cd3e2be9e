import { zhengzhouPolicy as policy } from "@shifan/rules/testing";
import { describe, expect, it } from "vitest";
import { startDialog } from "../../src/index.ts";
import { contextFor, input, play, type Step } from "../../testing/play.ts";

const context = contextFor(policy, "2026-06-10");
const welcome = startDialog(context);
const say = (step: Step, text: string): Step => input(step.state, { text }, context);
const words = ({ turn }: Step): string => turn.messages.map(({ text }) => text).join("\n");

/** Every screen of a conversation in which nothing is known. */
function screens(): Step[] {
  const steps: Step[] = [];
  play(context, (turn, state) => {
    steps.push({ turn, state });
    return { action: state.screen.kind === "welcome" ? "start" : "unknown" };
  });
  return steps;
}
const screenOf = (id: string): Step => {
  const found = screens().find(({ turn }) => turn.question?.id === id && turn.progress.answered > 0);
  if (!found) throw new Error(`${id} was never asked`);
  return found;
};

describe("a question about the law", () => {
  it("is answered on every screen with the article's own words, changes nothing and is followed by what was asked", () => {
    for (const before of screens()) {
      const after = say(before, "证书到期以后怎么办？");
      expect(after.state).toBe(before.state);
      expect(after.turn.question).toEqual(before.turn.question);
      expect(after.turn.progress).toEqual(before.turn.progress);
      expect(after.turn.messages[0]?.text).toMatch(/^第十四条这样写：“示范平台实行动态管理，/);
      expect(after.turn.messages.at(-1)?.choices.map(({ action }) => action)).toEqual(
        before.turn.messages.at(-1)?.choices.map(({ action }) => action),
      );
    }
  });

  it("that no article answers gets 不知道 and whom to ask, and the same question again", () => {
    const before = screenOf("platform_type");
    const after = say(before, "公积金怎么提取？");
    expect(after.state).toBe(before.state);
    expect(words(after)).toContain("不知道");
    expect(words(after)).toContain(
      "推荐部门（所在区县（市）、开发区工信部门）或郑州市工业和信息化局（第十条、第十七条）",
    );
    expect(after.turn.question?.id).toBe("platform_type");
  });

  it("is answered before a self-check is begun, and after it has ended", () => {
    expect(words(say(welcome, "注册要满几年？"))).toContain("在郑州市注册并运营 2 年以上");
    const ended = play(context, () => ({ action: "unknown" }), input(welcome.state, { action: "start" }, context));
    const after = say(ended, "多久检查一次");
    expect(words(after)).toMatch(/^第十三条这样写/);
    expect(after.turn.question).toBeNull();
    expect(after.turn.assessment).toEqual(ended.turn.assessment);
  });

  it("is told how an unclear passage is read, and by whom it is interpreted", () => {
    const told = words(say(screenOf("staff"), "学历和职称要两样都有吗？"));
    expect(told).toContain("口径：“学历和职称”的“和”：有其一即可（并集）。");
    expect(told).toContain("以郑州市工业和信息化局解释为准（第十七条）");
  });

  it("that names a choice chooses none", () => {
    const before = screenOf("platform_type");
    expect(say(before, "专业性平台至少要几项？").state).toBe(before.state);
    expect(words(say(before, "专业性平台至少要几项？"))).toMatch(/^第七条这样写/);
  });
});

describe("an answer is never taken for a question", () => {
  it.each([
    ["money", "去年末资产总额148万，差一点行不行"],
    ["platform_type", "综合性？"],
    ["platform_type", "综合性平台吧？"],
    ["icp", "豫ICP备2021001234号-1？"],
    ["icp", "豫ICP备2021001234号-1，是不是这样写"],
  ])("%s: %s", (id, text) => {
    const before = screenOf(id);
    expect(say(before, text).state.answers).not.toEqual(before.state.answers);
  });

  it.each(["160万吗？", "大概一百多万可以吗", "148万够不够标准"])("%s may be a guess: it is asked again", (text) => {
    const before = screenOf("money");
    const after = say(before, text);
    expect(after.turn.question).toEqual(before.turn.question);
    expect(words(after)).not.toContain("不知道，办法里");
  });

  it("and a filing number that is none is a question", () => {
    const before = screenOf("icp");
    expect(say(before, "网站没备案行不行").state).toBe(before.state);
  });
});
