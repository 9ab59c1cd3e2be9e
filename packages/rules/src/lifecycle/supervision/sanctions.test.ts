import { describe, expect, test } from "vitest";
import { zhengzhouPolicy } from "../../../testing/policy.ts";
import type { Relation } from "../../access/permits.ts";
import type { Actor } from "../../access/roles.ts";
import { decide } from "../decide.ts";
import { articleOfAct } from "../of-policy.ts";
import {
  actsOnTitle,
  type SanctionContext,
  type SanctionState,
  sanctionGrounds,
  sanctionKinds,
  sanctionMachine,
  sanctionStateForUnit,
} from "./sanctions.ts";
import { articleOfSanctionAct, sanctionOfPolicy } from "./sanctions-of-policy.ts";

const { document } = zhengzhouPolicy;
const relation: Relation = {
  organization: "org",
  district: "410105",
  account: null,
  isHandedIn: true,
  isPaper: false,
  isPublished: false,
};
const as = (role: "city" | "platform"): Actor => ({
  userId: "u",
  grants: [{ role, district: null, organizations: ["org"], onBehalfOf: null }],
});
const context: SanctionContext = {
  today: "2026-06-21",
  kind: "cancellation",
  hasReasons: true,
  hasOther: false,
  titleStanding: "valid",
  hasGround: true,
  needsInterpretation: false,
  statementUntil: "2026-06-20",
  hasStatement: false,
  isSamePerson: false,
  isServed: false,
};
const outcome = (act: string, state: SanctionState | null, changed: Partial<SanctionContext> = {}) => {
  const actor = as(act === "state-case" || act === "answer" ? "platform" : "city");
  const decided = decide(sanctionMachine, { state, relation, act, actor, context: { ...context, ...changed } });
  return decided.ok ? decided.to : decided.refusal.code;
};

describe("a sanction", () => {
  test.each([
    ["propose", null, { hasGround: false }, "ground_missing"],
    ["propose", null, { hasOther: true }, "sanction_exists"],
    // That a ground holds by one reading alone is no hindrance to a proposal.
    ["propose", null, { needsInterpretation: true }, "proposed"],
    ["propose", null, { titleStanding: "expired" }, "title_not_valid"],
    ["hear", "notified", { today: "2026-06-20" }, "period_not_ended"],
    ["hear", "notified", { today: "2026-06-20", hasStatement: true }, "heard"],
    ["hear", "notified", {}, "heard"],
    ["decide", "heard", { needsInterpretation: true }, "interpretation_required"],
    ["decide", "heard", { hasGround: false }, "ground_missing"],
    ["decide", "heard", { titleStanding: "expired" }, "title_not_valid"],
    ["decide", "notified", {}, "wrong_state"],
    ["confirm", "decided", { isSamePerson: true }, "second_person_required"],
    ["confirm", "decided", { titleStanding: "expired" }, "title_not_valid"],
    ["confirm", "decided", { needsInterpretation: true }, "interpretation_required"],
    ["confirm", "decided", { hasGround: false }, "ground_missing"],
    ["confirm", "decided", {}, "effective"],
    // The withdrawal of a decision does not ask how the title stands: it was ended by it.
    ["confirm", "reinstatement_decided", { titleStanding: "revoked" }, "reinstated"],
    ["confirm", "reinstatement_decided", { isSamePerson: true }, "second_person_required"],
    ["confirm", "effective", {}, "wrong_state"],
    ["serve", "decided", {}, "wrong_state"],
    // The public is told once the unit was served.
    ["serve", "published", {}, "wrong_state"],
    ["publish", "effective", {}, "decision_not_served"],
    ["publish", "effective", { isServed: true }, "published"],
    ["publish", "served", { isServed: true }, "published"],
    // The unit answers the decision as long as it is in effect, and cannot tell from it that a withdrawal is under way.
    ["answer", "effective", {}, "effective"],
    ["answer", "served", {}, "served"],
    ["answer", "published", {}, "published"],
    ["answer", "reinstatement_decided", {}, "reinstatement_decided"],
    ["answer", "decided", {}, "wrong_state"],
    ["answer", "reinstated", {}, "wrong_state"],
    ["drop", "decided", {}, "dropped"],
    ["drop", "effective", {}, "wrong_state"],
    // A withdrawal that nobody confirms is given up: the decision stays, and is not served twice.
    ["drop", "reinstatement_decided", {}, "effective"],
    ["serve", "effective", { isServed: true }, "wrong_state"],
    ["reinstate", "decided", {}, "wrong_state"],
    ["state-case", "proposed", {}, "wrong_state"],
  ] as const)("%s from %s with %o: %s", (act, state, changed, expected) => {
    expect(outcome(act, state, changed)).toBe(expected);
  });

  test.each(sanctionKinds)("of the kind %s rests on its own article from the proposal to the confirmation", (kind) => {
    const { article, grounds } = sanctionOfPolicy(document, kind);
    for (const act of ["propose", "decide", "confirm"]) expect(articleOfSanctionAct(document, kind, act)).toBe(article);
    for (const act of ["notify", "hear", "serve", "publish", "reinstate"]) {
      expect(articleOfSanctionAct(document, kind, act)).toBe(articleOfAct(document, "sanctions", act));
    }
    expect(articleOfAct(document, "certifications", actsOnTitle[kind])).toBe(article);
    expect(grounds.map(({ id }) => id)).toEqual(sanctionGrounds[kind]);
  });

  test.each([
    ["decided", false, false, "heard"],
    ["effective", false, false, "effective"],
    ["published", true, true, "published"],
    ["reinstatement_decided", false, false, "effective"],
    ["reinstatement_decided", true, false, "served"],
    ["reinstatement_decided", true, true, "published"],
    ["reinstated", true, true, "reinstated"],
  ] as const)("that is %s (served: %s, published: %s) its unit knows as %s", (state, isServed, isPublished, shown) => {
    expect(sanctionStateForUnit({ state, isServed, isPublished })).toBe(shown);
  });

  test("bars a new application only where it revokes", () => {
    expect(sanctionKinds.filter((kind) => sanctionOfPolicy(document, kind).bars_application)).toEqual(["revocation"]);
  });
});

test("a policy without a kind of sanction says so", () => {
  const silent = { supervision: { ...document.supervision, sanctions: [] } };
  expect(() => sanctionOfPolicy({ ...document, ...silent }, "revocation")).toThrow("the policy knows no revocation");
});

describe("the ways of false papers", () => {
  test("are four, of which one bars and one is open, and each rests on the act that it comes to", () => {
    const { false_papers } = document.supervision;
    expect(false_papers.map(({ bars_application }) => bars_application)).toEqual([false, false, true, null]);
    for (const { act, article } of false_papers) {
      if (act === null) continue;
      const [resource, name] = act.split(".") as ["applications" | "certifications", string];
      expect(articleOfAct(document, resource, name), act).toBe(article);
    }
  });

  test("say which are open for a title as it stands: what is valid and what has expired have no way in common", () => {
    const openFor = (standing: "valid" | "expired" | "cancelled") =>
      document.supervision.false_papers
        .filter(({ title_standings }) => title_standings.includes(standing))
        .map(({ id }) => id);
    expect(openFor("valid")).toEqual(["at_appraisal", "within_validity"]);
    expect(openFor("expired")).toEqual(["after_expiry"]);
    expect(openFor("cancelled")).toEqual([]);
  });
});
