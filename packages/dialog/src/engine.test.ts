import { compilePolicy, type PolicyDocument } from "@shifan/rules";
import { zhengzhouPolicy as policy } from "@shifan/rules/testing";
import { describe, expect, it } from "vitest";
import { contextFor, input, play, truthfulFacts } from "../testing/play.ts";
import { strongApplicant } from "../testing/strong.ts";
import { continueDialog, type DialogState, listAnswers, presentTurn, startDialog, type Turn } from "./index.ts";

const context = contextFor(policy, "2026-06-10");
const finish = (applicant: Readonly<Record<string, unknown>> = strongApplicant) =>
  play(context, truthfulFacts(applicant));
const words = (turn: Turn): string => turn.messages.map((message) => message.text).join("\n");
const choicesOf = (turn: Turn) => turn.messages.flatMap((message) => message.choices);
const actionOf = (turn: Turn, label: string): string => {
  const found = choicesOf(turn).find((choice) => choice.label === label);
  if (!found) throw new Error(`no button ${label} among ${choicesOf(turn).map((choice) => choice.label)}`);
  return found.action;
};
const tap = (at: { state: DialogState; turn: Turn }, label: string) =>
  input(at.state, { action: actionOf(at.turn, label) }, context);
const at = (question: string, applicant: Readonly<Record<string, unknown>> = strongApplicant) => {
  let step = startDialog(context);
  step = input(step.state, { action: "start" }, context);
  while (step.turn.question?.id !== question) {
    if (step.turn.question === null) throw new Error(`${question} was never asked`);
    step = input(step.state, truthfulFacts(applicant)(step.turn), context);
  }
  return step;
};

describe("the welcome", () => {
  it("says what it is, that no round is announced, and prints no date of a round", () => {
    const { turn } = startDialog(context);
    expect(words(turn)).toContain("申报时间尚未公布");
    expect(words(turn)).not.toMatch(/\d+月\d+日/);
    expect(turn.assessment).toBeNull();
  });

  it("names the last day once a round is announced", () => {
    const { turn } = startDialog({ ...context, round: { year: 2026, submissionDeadline: "2026-09-25" } });
    expect(words(turn)).toContain("2026年度申报截至2026年9月25日24:00");
  });

  it("lets a program answer the first question at once", () => {
    const { state, turn } = startDialog(context);
    const next = input(state, { facts: { submission_date: "2026-06-10" } }, context);
    expect(turn.question?.facts).toContain("submission_date");
    expect(next.turn.question?.id).toBe("platform_type");
  });
});

describe("a screen of one choice", () => {
  it("takes a tap, and the label typed does the same", () => {
    const here = at("platform_type");
    const tapped = tap(here, "专业性平台");
    const typed = input(here.state, { text: "专业性平台" }, context);
    expect(typed.state).toEqual(tapped.state);
    expect(tapped.state.answers.platform_type).toEqual({ value: "specialized" });
  });

  it("takes the number of a button", () => {
    const here = at("platform_type");
    expect(input(here.state, { text: "2" }, context).state.answers.platform_type).toEqual({ value: "specialized" });
  });
});

describe("a screen of several choices", () => {
  it("marks and unmarks by tap, and ends with done: what is unmarked is not there", () => {
    let step = at("legal");
    step = tap(step, "具有独立法人资格");
    step = tap(step, "现在在郑州市注册");
    expect(choicesOf(step.turn).filter((choice) => choice.selected)).toHaveLength(2);
    step = tap(step, "现在在郑州市注册");
    step = input(step.state, { action: "done" }, context);
    expect(step.state.answers.is_independent_legal_person).toEqual({ value: true });
    expect(step.state.answers.registered_in_zhengzhou).toEqual({ value: false });
  });

  it("keeps what is unmarked open when the person says so", () => {
    let step = tap(at("legal"), "具有独立法人资格");
    step = tap(step, "没选的不清楚");
    expect(step.state.answers.registered_in_zhengzhou).toEqual({ unknown: true });
  });
});

describe("不清楚", () => {
  it("is put down for later, counts as nothing against the applicant, and says whom to ask", () => {
    const step = tap(at("money"), "不清楚");
    expect(words(step.turn)).toContain("待查");
    expect(words(step.turn)).toContain("不算不符合（第六条（二））");
    expect(words(step.turn)).toContain("问财务");
    expect(step.turn.question?.id).not.toBe("money");
  });

  it("comes back under 现在补充", () => {
    const { net_assets_positive: _, ...rest } = strongApplicant;
    const played = play(context, (turn) => {
      const facts = truthfulFacts(rest)(turn);
      return facts;
    });
    expect(played.turn.assessment?.verdict).toBe("undetermined");
    const again = tap({ state: played.state, turn: played.turn }, "现在补充");
    expect(again.turn.question?.facts).toEqual(["net_assets_positive"]);
  });
});

describe("going back and changing", () => {
  it("shows the previous question with what is on record", () => {
    const step = tap(at("org_type"), "上一题");
    expect(step.turn.question?.id).toBe("legal");
    expect(choicesOf(step.turn).filter((choice) => choice.selected)).toHaveLength(2);
  });

  it("opens any answer from the list and judges anew", () => {
    const done = finish();
    const list = input(done.state, { action: "answers" }, context);
    const open = tap(list, "改：2025年末资产总额");
    const changed = input(open.state, { facts: { total_assets_prev_year_end_yuan: "1499999.99" } }, context);
    expect(changed.turn.assessment?.verdict).toBe("not_met");
    expect(words(changed.turn)).toContain("暂不符合条件，差1项");
  });

  it("takes a correction of any fact in passing and stays where it was", () => {
    const here = at("credit");
    const step = input(here.state, { facts: { org_type: "research_institute" } }, context);
    expect(step.turn.question?.id).toBe("credit");
    expect(step.state.answers.org_type).toEqual({ value: "research_institute" });
  });
});

describe("an unmet condition", () => {
  it("is said at once with the year and what it takes next year, and the questions go on", () => {
    const here = at("money");
    const step = input(
      here.state,
      { facts: { total_assets_prev_year_end_yuan: "1000000", service_income_prev_year_yuan: "2100000" } },
      context,
    );
    expect(words(step.turn)).toContain("2025年已经结束");
    expect(words(step.turn)).toContain("报2027年度：2026年12月31日资产总额不低于150万元，按现在的数还差50万元");
    expect(step.turn.question?.id).toBe("credit");
    expect(choicesOf(step.turn).map((choice) => choice.label)).toContain("先看结果");
  });

  it("is not said twice", () => {
    const here = at("money");
    const facts = { total_assets_prev_year_end_yuan: "1000000", service_income_prev_year_yuan: "2100000" };
    const once = input(here.state, { facts }, context);
    const twice = input(once.state, { facts: { credit_status: "clean" } }, context);
    expect(words(twice.turn)).not.toContain("资产总额不低于");
  });
});

describe("answers that contradict each other", () => {
  const clash = { ...strongApplicant, satisfied_count: 96, unsatisfied_count: 3 };
  const clashed = () => {
    const here = at("satisfaction");
    return input(here.state, { facts: { satisfied_count: 96, unsatisfied_count: 3 } }, context);
  };

  it("are both asked again, by name", () => {
    const { turn } = clashed();
    expect(turn.question?.facts).toEqual(expect.arrayContaining(["smes_served_prev_year", "satisfied_count"]));
    expect(words(turn)).toContain("对不上");
  });

  it("go on once one is corrected", () => {
    const step = input(clashed().state, { facts: { satisfied_count: 93 } }, context);
    expect(step.turn.question?.id).toBe("premises");
  });

  it("may be left standing: what uses them stays open, and nothing is asked for ever", () => {
    const kept = tap(clashed(), "都没写错，先放着");
    const played = play(context, truthfulFacts(clash), kept);
    const satisfaction = played.turn.assessment?.criteria.find((each) => each.id === "art6_3_satisfaction");
    expect(satisfaction).toMatchObject({ status: "undetermined", reason: "contradictory" });
  });
});

describe("a program's facts", () => {
  it("that no applicant can have are refused with their pointer, and change nothing", () => {
    const here = at("money");
    const result = continueDialog(
      here.state,
      { facts: { total_assets_prev_year_end_yuan: 5, nonsense: null } },
      context,
    );
    expect(result).toMatchObject({
      ok: false,
      errors: [{ path: "/facts/total_assets_prev_year_end_yuan" }, { path: "/facts/nonsense", code: "unknown_fact" }],
    });
  });

  it("null keeps a fact open even where its absence would be a statement", () => {
    const here = at("dates");
    const step = input(here.state, { facts: { established_date: "2019-03-18", operation_start_date: null } }, context);
    const played = play(context, truthfulFacts(strongApplicant), step);
    const years = played.turn.assessment?.criteria.find((each) => each.id === "art6_1_two_years");
    expect(years).toMatchObject({ status: "undetermined", missingFacts: ["operation_start_date"] });
  });
});

describe("a newer version of the policy", () => {
  const document = structuredClone(policy.document) as PolicyDocument;
  const newer = compilePolicy({ ...document, version: 2 });
  const withNewer = { ...context, newerPolicy: newer };

  it("is offered to a conversation under way, which keeps its own until told", () => {
    const here = at("credit");
    const turn = presentTurn(here.state, withNewer);
    expect(words(turn)).toContain("新版本（第2版）");
    expect(here.state.policyVersion).toBe(1);
  });

  it("takes the answers along", () => {
    const done = finish();
    const moved = continueDialog(done.state, { action: "move" }, withNewer);
    if (!moved.ok) throw new Error("refused");
    expect(moved.state.policyVersion).toBe(2);
    expect(moved.turn.assessment).toMatchObject({ verdict: "met_pending_review", policy: { version: 2 } });
  });

  it("is not offered again once declined", () => {
    const here = at("credit");
    const stayed = continueDialog(here.state, { action: "stay" }, withNewer);
    if (!stayed.ok) throw new Error("refused");
    expect(words(presentTurn(stayed.state, withNewer))).not.toContain("新版本");
  });
});

describe("every turn", () => {
  it("keeps actions within what a messenger's button carries, and shows no raw placeholder or fact id", () => {
    play(context, (turn) => {
      for (const choice of choicesOf(turn))
        expect(new TextEncoder().encode(choice.action).length).toBeLessThanOrEqual(48);
      expect(words(turn)).not.toMatch(/[{}]|undefined|null|NaN|_/);
      return truthfulFacts(strongApplicant)(turn);
    });
  });

  it("is the same when presented again", () => {
    const here = at("served");
    expect(presentTurn(here.state, context).question).toEqual(here.turn.question);
    expect(presentTurn(JSON.parse(JSON.stringify(here.state)), context)).toEqual(presentTurn(here.state, context));
  });

  it("counts down to nothing", () => {
    const done = finish();
    expect(done.turn.progress.remaining).toBe(0);
    expect(done.inputs).toBeLessThanOrEqual(32);
  });

  it("begins with about thirty screens at most: related yes/no facts share one", () => {
    expect(startDialog(context).turn.progress.remaining).toBeLessThanOrEqual(32);
  });
});

describe("the list of answers", () => {
  it("prints calendar years and reads like a form", () => {
    const listed = listAnswers(finish().state, context);
    expect(listed.find((each) => each.fact === "smes_served_year_before")).toMatchObject({
      label: "2024年服务中小企业数",
      text: "81家",
      known: true,
    });
  });
});

describe("a round of a year that has not begun", () => {
  it("calls the figures of the unfinished year 预计, in the question and in the result", () => {
    const applicant = { ...strongApplicant, submission_date: "2027-03-01" };
    const played = play(context, (turn) => {
      if (turn.question?.id === "money") expect(words(turn)).toContain("2026年还没有结束，按预计数填");
      return truthfulFacts(applicant)(turn);
    });
    expect(words(played.turn)).toContain("预计");
  });
});
