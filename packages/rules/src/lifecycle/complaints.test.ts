import { describe, expect, test } from "vitest";
import type { Role } from "../access/roles.ts";
import { complaintMachine, staffComplaintMachine } from "./complaints.ts";
import { decide } from "./decide.ts";
import { refusal } from "./refusals.ts";

const relation = {
  organization: "org",
  district: "410105",
  account: "u",
  isHandedIn: true,
  isPaper: false,
  isPublished: true,
};

describe.each<[string, typeof complaintMachine, Role]>([
  ["a complaint", complaintMachine, "city"],
  ["a complaint about staff", staffComplaintMachine, "auditor"],
])("%s", (_, machine, role) => {
  const grants = [{ role, district: null, organizations: [], onBehalfOf: null }];
  const outcome = (act: string, state: "open" | "replied" | "closed", hasReasons: boolean) => {
    const actor = { userId: "u", grants };
    const decision = decide(machine, { state, relation, act, actor, context: { hasReasons } });
    return decision.ok ? decision.to : decision.refusal;
  };

  test("is replied to in words, once more too, and closed with a reason", () => {
    expect(outcome("reply", "open", true)).toBe("replied");
    expect(outcome("reply", "replied", true)).toBe("replied");
    expect(outcome("close", "open", true)).toBe("closed");
    expect(outcome("close", "replied", true)).toBe("closed");
    for (const act of ["reply", "close"]) expect(outcome(act, "open", false)).toEqual(refusal("reasons_required"));
  });

  test("that is closed is answered no more", () => {
    for (const act of ["reply", "close"])
      expect(outcome(act, "closed", true)).toEqual(refusal("wrong_state", { state: "closed" }));
  });
});
