import type { AssessOperation } from "@shifan/contract";
import { type ApplicationRow, writeSurveyAssessment } from "@shifan/db";
import type { Policy } from "@shifan/rules";
import type { On } from "../acts/begin.ts";
import type { ActOutcome, InputErrors } from "../acts/outcome.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { actOnSurvey } from "./act.ts";

/** A finding on each article that the law has the district check, once and no other. */
function checkFinding(
  finding: AssessOperation["finding"],
  { document: { lifecycle } }: Pick<Policy, "document">,
): InputErrors {
  const asked = lifecycle.finding_articles;
  const given = finding.map(({ article }) => article);
  const missing = asked.filter((article) => !given.includes(article));
  return [
    ...given.flatMap((article, index) => {
      const path = `/finding/${index}/article`;
      if (!asked.includes(article)) return [{ path, code: "not_allowed", message: `只能是：${asked.join("、")}` }];
      if (given.indexOf(article) < index) return [{ path, code: "repeated", message: `${article}只写一次` }];
      return [];
    }),
    ...(missing.length > 0 ? [{ path: "/finding", code: "required", message: `还缺：${missing.join("、")}` }] : []),
  ];
}

/** Writes the district's assessment of operation and performance with its finding on the conditions (第十条); a later one takes its place. */
export function assessOperation(
  services: ProcedureServices,
  on: On,
  assessment: AssessOperation,
): Promise<ActOutcome<ApplicationRow>> {
  return actOnSurvey(services, on, {
    act: "assess-operation",
    check: (_, policy) => [
      ...checkFinding(assessment.finding, policy),
      ...(new Set(assessment.methods).size < assessment.methods.length
        ? [{ path: "/methods", code: "repeated", message: "每种方法只写一次" }]
        : []),
    ],
    write: async (transaction, { id }) => {
      await writeSurveyAssessment(transaction, id, assessment);
      return { fields: ["assessment"] };
    },
  });
}

/** Ends the survey: enough answers, an assessment, and a satisfaction that is explained where it does not fit. */
export function completeSurvey(services: ProcedureServices, on: On): Promise<ActOutcome<ApplicationRow>> {
  return actOnSurvey(services, on, { act: "complete-survey" });
}
