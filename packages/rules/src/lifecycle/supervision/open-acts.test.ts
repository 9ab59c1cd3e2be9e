import { expect, test } from "vitest";
import type { Role } from "../../access/roles.ts";
import { certificationMachine } from "../certifications.ts";
import { decide, openActs } from "../decide.ts";
import type { Machine } from "../machine.ts";
import { cityCheckMachine, inspectionMachine, spotCheckDrawMachine } from "./inspections.ts";
import { interpretationMachine } from "./interpretations.ts";
import { obligationMachine } from "./obligations.ts";
import { organizationChangeMachine } from "./organization-changes.ts";
import { packageMachine } from "./packages.ts";
import { reportMachine } from "./reports.ts";
import { sanctionMachine } from "./sanctions.ts";

const machines = {
  certifications: certificationMachine,
  obligations: obligationMachine,
  reports: reportMachine,
  packages: packageMachine,
  inspections: inspectionMachine,
  city_checks: cityCheckMachine,
  spot_check_draws: spotCheckDrawMachine,
  sanctions: sanctionMachine,
  interpretations: interpretationMachine,
  organization_changes: organizationChangeMachine,
} as unknown as Readonly<Record<string, Machine<string, unknown>>>;

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
function machineOf(name: string): Machine<string, unknown> {
  const machine = machines[name];
  if (!machine) throw new Error(`no table ${name}`);
  return machine;
}

test.each<[machine: string, state: string | null, role: Role, acts: string[]]>([
  ["obligations", null, "city", []],
  ["obligations", "due", "platform", ["mark-late-reason"]],
  ["obligations", "done", "district", ["mark-late-reason"]],
  ["obligations", "not_applicable", "city", []],
  ["reports", null, "platform", ["create"]],
  ["reports", "drafted", "platform", ["edit", "submit"]],
  ["reports", "sent_to_district", "platform", []],
  ["reports", "sent_to_district", "district", ["return", "forward"]],
  ["reports", "forwarded", "city", ["receive"]],
  ["reports", "received", "city", []],
  ["packages", null, "district", ["create"]],
  ["packages", "drafted", "district", ["edit", "send"]],
  ["packages", "sent", "district", []],
  ["packages", "sent", "city", ["send-back", "receive"]],
  ["packages", "received", "city", []],
  ["inspections", null, "district", ["plan"]],
  ["inspections", "planned", "district", ["edit", "record", "call-off"]],
  ["inspections", "carried_out", "district", ["check-again", "close"]],
  ["inspections", "carried_out", "platform", ["answer"]],
  ["inspections", "closed", "district", []],
  ["inspections", "called_off", "district", []],
  ["city_checks", null, "city", ["plan"]],
  ["city_checks", "planned", "city", ["edit", "notify", "record", "call-off"]],
  ["city_checks", "notified", "city", ["record", "call-off"]],
  ["city_checks", "carried_out", "city", ["check-again", "hear", "close"]],
  ["city_checks", "carried_out", "platform", ["answer"]],
  ["city_checks", "heard", "city", ["check-again", "close"]],
  ["city_checks", "heard", "platform", ["answer"]],
  ["city_checks", "closed", "city", []],
  ["spot_check_draws", null, "city", ["commit"]],
  ["spot_check_draws", "committed", "city", ["draw"]],
  ["spot_check_draws", "drawn", "city", []],
  ["sanctions", null, "district", ["propose"]],
  ["sanctions", "proposed", "city", ["drop", "notify"]],
  ["sanctions", "notified", "city", ["drop", "hear"]],
  ["sanctions", "notified", "platform", ["state-case"]],
  ["sanctions", "heard", "city", ["drop", "decide"]],
  ["sanctions", "heard", "platform", []],
  ["sanctions", "decided", "city", ["drop", "confirm"]],
  ["sanctions", "effective", "city", ["serve", "publish", "reinstate"]],
  ["sanctions", "served", "city", ["publish", "reinstate"]],
  ["sanctions", "effective", "platform", ["answer"]],
  ["sanctions", "published", "city", ["reinstate"]],
  ["sanctions", "reinstatement_decided", "city", ["drop", "confirm"]],
  ["sanctions", "reinstated", "city", []],
  ["sanctions", "dropped", "city", []],
  ["interpretations", null, "city", ["create"]],
  ["interpretations", "draft", "city", ["edit", "issue"]],
  ["interpretations", "issued", "city", ["supersede"]],
  ["interpretations", "superseded", "city", []],
  ["organization_changes", null, "platform", ["report"]],
  ["organization_changes", "reported", "district", ["accept", "refuse"]],
  ["organization_changes", "accepted", "district", []],
])("%s in the state %s open to the %s: %j", (name, state, role, acts) => {
  expect(openActs(machineOf(name), { state, relation, actor: as(role) })).toEqual(acts);
});

test.each<[machine: string, act: string, state: string | null, to: string]>([
  ["obligations", "plan", null, "due"],
  ["obligations", "exempt", null, "not_applicable"],
  ["obligations", "exempt", "due", "not_applicable"],
  ["obligations", "fulfil", "due", "done"],
  ["obligations", "revive", "done", "due"],
  ["obligations", "revive", "not_applicable", "due"],
  ["certifications", "grant", null, "valid"],
  ["certifications", "cancel", "valid", "cancelled"],
  ["certifications", "revoke", "valid", "revoked"],
  ["certifications", "serve-end", "cancelled", "cancelled"],
  ["certifications", "serve-end", "revoked", "revoked"],
  ["certifications", "reinstate", "cancelled", "valid"],
  ["certifications", "reinstate", "revoked", "valid"],
])("%s.%s follows from another act, in the state %s: %s", (name, act, state, to) => {
  const machine = machineOf(name);
  for (const role of ["city", "district", "platform"] as const)
    expect(openActs(machine, { state, relation, actor: as(role) })).not.toContain(act);
  const city = as("city").grants;
  const actor = { userId: "u", grants: [...city, ...city.map((grant) => ({ ...grant, role: "system" as const }))] };
  expect(decide(machine, { state, relation, act, actor, context: {} })).toMatchObject({ ok: true, to });
});

test("an obligation that is over follows from nothing any more", () => {
  const actor = {
    userId: null,
    grants: [{ role: "system" as const, district: null, organizations: [], onBehalfOf: null }],
  };
  const outcome = (act: string, state: string) => {
    const decision = decide(machineOf("obligations"), { state, relation, act, actor, context: {} });
    return decision.ok ? decision.to : decision.refusal.code;
  };
  expect([outcome("fulfil", "done"), outcome("exempt", "done"), outcome("revive", "due")]).toEqual([
    "wrong_state",
    "wrong_state",
    "wrong_state",
  ]);
});

test("each record begins where its table says", () => {
  expect(Object.fromEntries(Object.entries(machines).map(([name, { initial }]) => [name, initial]))).toEqual({
    certifications: "valid",
    obligations: "due",
    reports: "drafted",
    packages: "drafted",
    inspections: "planned",
    city_checks: "planned",
    spot_check_draws: "committed",
    sanctions: "proposed",
    interpretations: "draft",
    organization_changes: "reported",
  });
});
