import { describe, expect, test } from "vitest";
import type { Role } from "../../access/roles.ts";
import { decide } from "../decide.ts";
import { type PackageContext, packageMachine } from "./packages.ts";
import { type ReportContext, reportMachine } from "./reports.ts";

const relation = {
  organization: "org",
  district: "410105",
  account: null,
  isHandedIn: true,
  isPaper: false,
  isPublished: false,
};
const as = (role: Role, own: { district?: string; organizations?: string[] } = {}) => ({
  userId: "u",
  grants: [{ role, district: "410105", organizations: ["org"], onBehalfOf: null, ...own }],
});
const report: ReportContext = { today: "2027-07-01", periodEndsOn: "2027-06-30", missingFields: [], hasReasons: true };
const half: PackageContext = {
  today: "2027-07-01",
  periodEndsOn: "2027-06-30",
  unexplained: [],
  hasInspectionReport: true,
  hasReasons: true,
};
const codeOf = (decision: ReturnType<typeof decide>) => (decision.ok ? decision.to : decision.refusal.code);

describe("a report", () => {
  test.each<[string, Partial<ReportContext>, string]>([
    ["is begun", {}, "drafted"],
    ["is begun once", { isOnRecord: true }, "report_exists"],
  ])("%s", (_, own, expected) => {
    const context = { ...report, ...own };
    expect(
      codeOf(decide(reportMachine, { state: null, relation, act: "create", actor: as("platform"), context })),
    ).toBe(expected);
  });

  test.each<[string, Partial<ReportContext>, string]>([
    ["on the day after its period", {}, "sent_to_district"],
    ["not on its last day", { today: "2027-06-30" }, "period_not_ended"],
    ["not with a required field empty", { missingFields: ["服务收入"] }, "report_incomplete"],
  ])("is submitted %s", (_, own, expected) => {
    const request = { state: "drafted" as const, relation, act: "submit", actor: as("platform") };
    expect(codeOf(decide(reportMachine, { ...request, context: { ...report, ...own } }))).toBe(expected);
  });

  test("is returned with reasons, by its district alone", () => {
    const request = { state: "sent_to_district" as const, relation, act: "return", context: report };
    const without = { ...report, hasReasons: false };
    expect(codeOf(decide(reportMachine, { ...request, actor: as("district") }))).toBe("drafted");
    expect(codeOf(decide(reportMachine, { ...request, actor: as("district"), context: without }))).toBe(
      "reasons_required",
    );
    expect(codeOf(decide(reportMachine, { ...request, actor: as("district", { district: "410172" }) }))).toBe(
      "other_jurisdiction",
    );
    expect(codeOf(decide(reportMachine, { ...request, actor: as("city") }))).toBe("not_permitted");
  });

  test("that was never handed in is out of reach for every office", () => {
    const draft = { ...relation, isHandedIn: false };
    for (const [act, role] of [
      ["return", "district"],
      ["forward", "district"],
      ["receive", "city"],
    ] as const) {
      const request = { state: "drafted" as const, relation: draft, act, actor: as(role), context: report };
      expect(codeOf(decide(reportMachine, request))).toBe("other_jurisdiction");
    }
  });
});

describe("a package", () => {
  test("is begun once", () => {
    const request = { state: null, relation, act: "create", actor: as("district") };
    expect(codeOf(decide(packageMachine, { ...request, context: half }))).toBe("drafted");
    expect(codeOf(decide(packageMachine, { ...request, context: { ...half, isOnRecord: true } }))).toBe(
      "package_exists",
    );
  });

  test.each<[string, Partial<PackageContext>, string]>([
    ["once its period is over", {}, "sent"],
    ["not on its last day", { today: "2027-06-30" }, "period_not_ended"],
    ["not without the report on the inspections", { hasInspectionReport: false }, "inspection_report_missing"],
    ["not with something missing unexplained", { unexplained: ["甲平台"] }, "missing_unexplained"],
  ])("is sent %s", (_, own, expected) => {
    const request = { state: "drafted" as const, relation, act: "send", actor: as("district") };
    expect(codeOf(decide(packageMachine, { ...request, context: { ...half, ...own } }))).toBe(expected);
  });

  test("is sent back with reasons, by the city alone", () => {
    const request = { state: "sent" as const, relation, act: "send-back", context: half };
    const without = { ...half, hasReasons: false };
    expect(codeOf(decide(packageMachine, { ...request, actor: as("city") }))).toBe("drafted");
    expect(codeOf(decide(packageMachine, { ...request, actor: as("city"), context: without }))).toBe(
      "reasons_required",
    );
    expect(codeOf(decide(packageMachine, { ...request, actor: as("district") }))).toBe("not_permitted");
  });
});
