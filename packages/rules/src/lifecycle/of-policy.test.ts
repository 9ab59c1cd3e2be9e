import { describe, expect, test } from "vitest";
import { zhengzhouPolicy } from "../../testing/policy.ts";
import { accessRows } from "../access/table.ts";
import { PolicyIncomplete } from "../policy/incomplete.ts";
import { applicationMachine } from "./application/machine.ts";
import { certificationMachine } from "./certifications.ts";
import { complaintMachine, staffComplaintMachine } from "./complaints.ts";
import { deliveryMachine } from "./deliveries.ts";
import { expertMachine } from "./experts.ts";
import { holidayYearMachine } from "./holidays.ts";
import { mandateMachine } from "./mandates.ts";
import { noticeMachine } from "./notices.ts";
import { objectionMachine } from "./objections.ts";
import { articleOfAct, articleOfRefusal, lifecycleDecimal, lifecycleFigure, scoreSheetOf } from "./of-policy.ts";
import { officeGroupMachine } from "./office-groups.ts";
import { organizationMachine } from "./organizations.ts";
import { refusalCodes } from "./refusals.ts";
import { reviewMachine } from "./reviews.ts";
import { roundMachine } from "./rounds.ts";
import { staffNoteMachine } from "./staff-notes.ts";
import { cityCheckMachine, inspectionMachine, spotCheckDrawMachine } from "./supervision/inspections.ts";
import { interpretationMachine } from "./supervision/interpretations.ts";
import { obligationMachine } from "./supervision/obligations.ts";
import { organizationChangeMachine } from "./supervision/organization-changes.ts";
import { packageMachine } from "./supervision/packages.ts";
import { reportMachine } from "./supervision/reports.ts";
import { sanctionMachine } from "./supervision/sanctions.ts";
import { servedListMachine } from "./supervision/served-lists.ts";

const { document } = zhengzhouPolicy;
const articles = new Set([...document.articles.map(({ label }) => label), "附件1", "附件2", "附件3"]);

describe("the policy of the lifecycle", () => {
  test("names an article for every act that changes a record of the procedure", () => {
    for (const { resource, transitions } of [
      roundMachine,
      organizationMachine,
      mandateMachine,
      applicationMachine,
      certificationMachine,
      expertMachine,
      reviewMachine,
      noticeMachine,
      objectionMachine,
      complaintMachine,
      staffComplaintMachine,
      holidayYearMachine,
      obligationMachine,
      reportMachine,
      packageMachine,
      inspectionMachine,
      cityCheckMachine,
      spotCheckDrawMachine,
      sanctionMachine,
      interpretationMachine,
      organizationChangeMachine,
      servedListMachine,
      deliveryMachine,
      officeGroupMachine,
      staffNoteMachine,
    ]) {
      for (const { act } of transitions) {
        expect(articles, `${resource}.${act}`).toContain(articleOfAct(document, resource, act));
      }
    }
  });

  test("names no act that nobody can do", () => {
    const known = new Set(accessRows().map(({ resource, act }) => `${resource}.${act}`));
    for (const named of Object.keys(document.lifecycle.acts)) expect(known).toContain(named);
  });

  test("names an article for every refusal", () => {
    for (const code of refusalCodes) {
      expect(articles, code).toContain(articleOfRefusal(document, code)?.replace(/（.*$/, ""));
    }
  });

  test("gives the figures that the law states", () => {
    expect(lifecycleFigure(document, "survey_minimum")).toBe(10);
    expect(lifecycleFigure(document, "ban_years")).toBe(3);
    expect(lifecycleFigure(document, "validity_years")).toBe(3);
    expect(lifecycleFigure(document, "experts_least") % 2).toBe(1);
    expect(lifecycleDecimal(document, "survey_satisfaction")).toBe("0.9");
    expect(document.lifecycle.finding_articles).toEqual(["第六条", "第七条", "第八条"]);
    expect(() => lifecycleFigure(document, "survey_satisfaction")).toThrow(/whole figure survey_satisfaction/);
    expect(() => lifecycleDecimal(document, "survey_minimum")).toThrow(/decimal figure survey_minimum/);
    expect(() => lifecycleFigure(document, "none")).toThrow(/whole figure none/);
    expect(() => lifecycleDecimal(document, "none")).toThrow(/decimal figure none/);
    expect(() => articleOfAct(document, "rounds", "none")).toThrow(/article for rounds\.none/);
  });

  test("says what a version of it lacks, so that whoever keeps the policy can add it", () => {
    const lackOf = (asked: () => unknown): unknown => {
      try {
        return asked();
      } catch (cause) {
        return cause instanceof PolicyIncomplete ? cause.missing : cause;
      }
    };
    const sheetless = { score_sheet: { ...document.score_sheet, items: [] } };
    expect(lackOf(() => articleOfAct(document, "rounds", "none"))).toEqual({ kind: "article", act: "rounds.none" });
    expect(lackOf(() => lifecycleFigure(document, "none"))).toEqual({ kind: "figure", id: "none" });
    expect(lackOf(() => lifecycleDecimal(document, "none"))).toEqual({ kind: "figure", id: "none" });
    expect(lackOf(() => scoreSheetOf(sheetless))).toEqual({ kind: "score_sheet" });
  });

  test("has a sheet to score on, and says so where a version has none", () => {
    expect(scoreSheetOf(document)).toBe(document.score_sheet);
    const without = { score_sheet: { ...document.score_sheet, items: [] } };
    expect(() => scoreSheetOf(without)).toThrow(/no score sheet/);
  });

  test("marks every figure and says its ground", () => {
    for (const { mark, ground, article } of document.lifecycle.parameters) {
      expect(["原文", "解释", "设置"]).toContain(mark);
      expect(ground.length).toBeGreaterThan(5);
      expect(articles).toContain(article.replace(/（.*$/, ""));
    }
  });
});
