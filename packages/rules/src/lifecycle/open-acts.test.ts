import { expect, test } from "vitest";
import type { Role } from "../access/roles.ts";
import { applicationMachine } from "./application/machine.ts";
import { certificationMachine } from "./certifications.ts";
import { complaintMachine, staffComplaintMachine } from "./complaints.ts";
import { openActs } from "./decide.ts";
import { expertMachine } from "./experts.ts";
import { holidayYearMachine } from "./holidays.ts";
import type { Machine } from "./machine.ts";
import { mandateMachine } from "./mandates.ts";
import { noticeMachine } from "./notices.ts";
import { objectionMachine } from "./objections.ts";
import { organizationMachine } from "./organizations.ts";
import { reviewMachine } from "./reviews.ts";
import { roundMachine } from "./rounds.ts";

const machines = {
  rounds: roundMachine,
  applications: applicationMachine,
  mandates: mandateMachine,
  organizations: organizationMachine,
  certifications: certificationMachine,
  reviews: reviewMachine,
  experts: expertMachine,
  notices: noticeMachine,
  objections: objectionMachine,
  complaints: complaintMachine,
  staff_complaints: staffComplaintMachine,
  holidays: holidayYearMachine,
} as unknown as Readonly<Record<string, Machine<string, never>>>;

const relation = {
  organization: "org",
  district: "410105",
  account: "u",
  isHandedIn: true,
  isPaper: true,
  isPublished: true,
};
const as = (role: Role) => ({
  userId: "u",
  grants: [{ role, district: "410105", organizations: ["org"], onBehalfOf: null }],
});

test.each<[machine: string, state: string | null, role: Role, acts: string[]]>([
  ["applications", null, "applicant", ["create"]],
  ["applications", "draft", "applicant", ["edit", "submit", "withdraw"]],
  ["applications", "submitted", "applicant", ["withdraw"]],
  ["applications", "returned", "applicant", ["edit", "resubmit", "withdraw"]],
  ["applications", "recommended", "applicant", ["withdraw"]],
  ["applications", "withdrawn", "applicant", []],
  ["applications", "draft", "district", ["edit", "submit", "correct-receipt", "discard"]],
  ["applications", "submitted", "district", ["return", "correct-receipt", "accept", "transfer", "judge-material"]],
  ["applications", "returned", "district", ["edit", "resubmit", "transfer"]],
  [
    "applications",
    "accepted",
    "district",
    [
      "judge-material",
      "draw-sample",
      "record-answer",
      "replace-sampled",
      "assess-operation",
      "complete-survey",
      "not-recommend",
    ],
  ],
  ["applications", "surveyed", "district", ["recommend", "not-recommend"]],
  ["rounds", null, "city", ["create"]],
  ["rounds", "draft", "city", ["edit", "open", "cancel"]],
  ["rounds", "open", "city", ["extend", "cancel"]],
  ["rounds", "closed", "city", ["extend"]],
  ["rounds", "cancelled", "city", ["reopen"]],
  ["rounds", "in_review", "city", ["propose-list"]],
  ["rounds", "list_proposed", "city", ["revise-list", "publish-list", "decide"]],
  ["rounds", "in_publicity", "city", ["decide"]],
  ["rounds", "archived", "city", []],
  ["applications", "recommended", "city", ["receive", "send-back", "reject"]],
  ["applications", "in_publicity", "city", ["certify", "reject"]],
  ["applications", "received", "city", ["assign-experts", "finish-review", "reject"]],
  ["applications", "reviewed", "city", ["propose", "not-propose", "reject"]],
  ["applications", "proposed", "city", ["not-propose", "reject"]],
  ["applications", "not_selected", "city", ["propose"]],
  ["applications", "objected", "city", ["reject"]],
  ["applications", "rejected", "city", []],
  ["applications", "not_recommended", "applicant", []],
  ["applications", "objected", "applicant", ["withdraw"]],
  ["reviews", null, "city", []],
  ["reviews", "assigned", "city", ["recuse"]],
  ["reviews", "scoring", "city", ["recuse"]],
  ["reviews", "submitted", "city", ["reopen"]],
  ["reviews", "assigned", "expert", ["declare-conflict", "recuse"]],
  ["reviews", "scoring", "expert", ["edit", "submit", "recuse"]],
  ["reviews", "submitted", "expert", []],
  ["reviews", "recused", "expert", []],
  ["experts", null, "city", ["create"]],
  ["experts", "active", "city", ["edit", "retire"]],
  ["experts", "retired", "city", ["reinstate"]],
  ["notices", null, "city", ["create"]],
  ["notices", "draft", "city", ["edit", "publish"]],
  ["notices", "published", "city", ["extend"]],
  ["notices", "superseded", "city", []],
  ["objections", null, "public", ["file"]],
  ["objections", "filed", "city", ["admit", "refuse"]],
  ["objections", "admitted", "city", ["inquire", "uphold", "dismiss"]],
  ["objections", "under_inquiry", "city", ["uphold", "dismiss"]],
  ["objections", "upheld", "city", ["reply"]],
  ["objections", "replied", "city", []],
  ["objections", "filed", "applicant", []],
  ["objections", "admitted", "applicant", ["answer"]],
  ["objections", "under_inquiry", "applicant", ["answer"]],
  ["complaints", null, "public", ["file"]],
  ["complaints", "open", "city", ["reply", "close"]],
  ["complaints", "replied", "city", ["reply", "close"]],
  ["complaints", "closed", "city", []],
  ["staff_complaints", "open", "city", []],
  ["staff_complaints", "open", "auditor", ["reply", "close"]],
  ["holidays", null, "administrator", ["record"]],
  ["holidays", "recorded", "administrator", ["record"]],
  ["mandates", "claimed", "district", ["confirm-mandate", "refuse-mandate", "end-mandate"]],
  ["mandates", "contested", "district", ["transfer-mandate", "refuse-mandate", "end-mandate"]],
  ["mandates", "confirmed", "district", ["end-mandate"]],
  ["mandates", "claimed", "applicant", ["attach-papers", "end-mandate"]],
  ["mandates", "contested", "applicant", ["attach-papers", "end-mandate"]],
  ["mandates", "confirmed", "applicant", ["end-mandate"]],
  ["organizations", null, "city", ["create"]],
  ["organizations", "recorded", "city", ["record-change", "allow-second-application"]],
  ["certifications", null, "city", ["import"]],
  [
    "certifications",
    "valid",
    "city",
    [
      "confirm",
      "refuse",
      "withdraw",
      "correct",
      "confirm-correction",
      "drop-correction",
      "recommend-to-province",
      "record-province-result",
    ],
  ],
  [
    "certifications",
    "cancelled",
    "city",
    ["confirm", "refuse", "withdraw", "correct", "confirm-correction", "drop-correction", "record-province-result"],
  ],
])("%s in the state %s open to the %s: %j", (machine, state, role, acts) => {
  const table = machines[machine];
  if (!table) throw new Error(`no table ${machine}`);
  expect(openActs(table, { state, relation, actor: as(role) })).toEqual(acts);
});

test("a record begins where its table says, and stays where an act changes nothing", () => {
  expect(Object.fromEntries(Object.entries(machines).map(([name, { initial }]) => [name, initial]))).toEqual({
    rounds: "draft",
    applications: "draft",
    mandates: "claimed",
    organizations: "recorded",
    certifications: "valid",
    reviews: "assigned",
    experts: "active",
    notices: "draft",
    objections: "filed",
    complaints: "open",
    staff_complaints: "open",
    holidays: "recorded",
  });
  const kept = Object.values(machines).flatMap(({ resource, transitions }) =>
    transitions.filter(({ to }) => to === "unchanged").map(({ act }) => `${resource}.${act}`),
  );
  expect(kept).toContain("organizations.record-change");
  expect(kept).toContain("certifications.import");
  expect(kept).toContain("applications.transfer");
  expect(kept).toContain("applications.assign-experts");
  expect(kept).toContain("reviews.edit");
  expect(kept).toContain("experts.edit");
  expect(kept).toContain("notices.edit");
  expect(kept).toContain("objections.answer");
});
