import { expect, test } from "vitest";
import { metAssessment, notMetAssessment, undeterminedAssessment } from "../../testing/assessments.ts";
import { policy } from "../../testing/policy.ts";
import { groupsOf } from "./groups.ts";
import { headlineOf } from "./headline.ts";
import { wordsOf } from "./policy-words.ts";
import { resultAsText } from "./result-text.ts";
import { todoOf } from "./todo.ts";

function textOf(assessment: ReturnType<typeof metAssessment>): string {
  const words = wordsOf(policy(), []);
  return resultAsText(assessment, {
    headline: headlineOf(assessment, [], policy()),
    groups: groupsOf(assessment, policy()),
    todo: todoOf(assessment, { policy: policy(), words, answers: [] }),
    words,
  });
}

test("the text begins with the conclusion and ends with the day and the force of the law", () => {
  const lines = textOf(notMetAssessment()).split("\n");
  expect(lines[0]).toBe("按您填的情况，暂不符合条件，差3项。");
  expect(lines.at(-2)).toBe("按2026年6月10日的办法核对");
  expect(lines.at(-1)).toContain("待市工信局确认");
});

test("a criterion says what is required, what there is, how far it is, and what to do", () => {
  expect(textOf(notMetAssessment())).toContain(
    "· 年服务中小企业不少于60家（第六条（三））：要求不少于60家，您的情况52家，差8家\n  2025年已结束",
  );
});

test("what is to be found out stands with whom to ask, and only when there is something", () => {
  expect(textOf(undeterminedAssessment())).toContain("【待查清单】\n· 问财务：2025年末资产总额");
  expect(textOf(metAssessment())).not.toContain("待查清单");
});

test("the conversation's own conclusion is used when it fits the verdict, and no other", () => {
  const said = (text: string) => [{ key: "0", said: null, messages: [{ text, choices: [], files: [] }] }];
  const conclusion = "还有大约3题没答。\n**按您填的数字，2026年度暂不符合条件，差3项。**\n其他";
  expect(headlineOf(notMetAssessment(), said(conclusion), null)).toBe("按您填的数字，2026年度暂不符合条件，差3项。");
  expect(headlineOf(metAssessment(), said(conclusion), null)).toBe("可以核对的条件都满足，可以准备申报。");
  expect(headlineOf(notMetAssessment(), said("**材料清单（第九条）**"), policy())).toContain("差3项");
});
