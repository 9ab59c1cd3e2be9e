import { describe, expect, test } from "vitest";
import { mayEver, permittingGrant, type Relation, reachableBy } from "./permits.ts";
import { type Actor, type Grant, publicActor, type Role, roles, systemActor } from "./roles.ts";
import { accessRows, accessTable, scopeOf } from "./table.ts";

const grant = (role: Role, bounds: Partial<Grant> = {}): Grant => ({
  role,
  district: null,
  organizations: [],
  onBehalfOf: null,
  ...bounds,
});
const actor = (...grants: Grant[]): Actor => ({ userId: "u", grants });
const relation = (bounds: Partial<Relation> = {}): Relation => ({
  organization: "org",
  district: "410105",
  account: "owner",
  isHandedIn: true,
  isPaper: true,
  isPublished: false,
  ...bounds,
});

describe("the access table", () => {
  test("gives the auditor reading, and the complaints about staff, and nothing else", () => {
    // How somebody looks at a list is no record of anybody else's.
    const rows = accessRows().filter(({ role, resource }) => role === "auditor" && resource !== "saved_queries");
    // Of the trail the auditor reads every entry and checks the whole: neither changes anything.
    const changing = rows.flatMap(({ resource, act }) =>
      act === "read" || resource === "audit" ? [] : [`${resource}.${act}`],
    );
    expect(changing).toEqual(["read-identity", "reply", "close"].map((act) => `staff_complaints.${act}`));
    expect(rows.flatMap(({ resource, act }) => (resource === "audit" ? [act] : []))).toEqual([
      "read",
      "read-all",
      "read-checkpoint",
      "verify",
    ]);
    expect(scopeOf("objections", "read-identity", "auditor")).toBeNull();
  });

  test("shows the administrator accounts and what is published, and no case", () => {
    const reached = accessRows().filter(({ role }) => role === "administrator");
    const all = new Set(reached.flatMap(({ scope, resource }) => (scope === "all" ? [resource] : [])));
    expect([...all].toSorted()).toEqual(["audit", "holidays", "office_groups", "users"]);
    expect(reached.filter(({ resource }) => ["applications", "organizations", "surveys"].includes(resource))).toEqual(
      [],
    );
  });

  test("lets the public read what is published, object to it and complain, and nothing else", () => {
    const rows = accessRows().filter(({ role }) => role === "public");
    expect(new Set(rows.map(({ scope }) => scope))).toEqual(new Set(["published"]));
    const changing = rows.flatMap(({ resource, act }) => (act === "read" ? [] : [`${resource}.${act}`]));
    expect(changing).toEqual(["objections.file", "complaints.file", "staff_complaints.file"]);
  });

  test("shows who objects to the handling officers of the city and to nobody else", () => {
    const readers = accessRows().filter(({ resource, act }) => resource === "objections" && act === "read-identity");
    expect(readers.map(({ role }) => role)).toEqual(["city"]);
  });

  test("lets an expert reach a case through the own review alone", () => {
    const rows = accessRows().filter(({ role }) => role === "expert");
    for (const { resource, scope } of rows) {
      expect([resource, scope]).toEqual([
        resource,
        ["reviews", "experts", "users", "tasks", "saved_queries"].includes(resource) ? "own_account" : "published",
      ]);
    }
    expect(rows.filter(({ resource }) => resource === "applications")).toEqual([]);
  });

  test("keeps what the departments tell each other from whom it is about, and from experts", () => {
    const readers = accessRows().filter(({ resource, act }) => resource === "staff_notes" && act === "read");
    expect(readers.map(({ role, scope }) => [role, scope])).toEqual([
      ["district", "own_district"],
      ["city", "all"],
      ["auditor", "all"],
    ]);
  });

  test("lets no applicant reach beyond the own organization in a case, nor a district beyond its own", () => {
    for (const { resource, role, scope } of accessRows()) {
      if (resource !== "applications") continue;
      if (role === "applicant" || role === "platform") expect(scope).toBe("own_organization");
      if (role === "district") expect(scope).toMatch(/^own_district/);
    }
  });

  test("hides the draw from the applicant", () => {
    expect(scopeOf("surveys", "read", "applicant")).toBeNull();
    expect(scopeOf("surveys", "read", "platform")).toBeNull();
  });

  test("shows a single self-check to no staff", () => {
    const comparing = accessRows().filter(({ act }) => act === "compare-self-check");
    expect(comparing.map(({ role, scope }) => [role, scope])).toEqual([
      ["applicant", "own_organization"],
      ["platform", "own_organization"],
    ]);
  });

  test("shows a draft to nobody in office", () => {
    const scopes = accessRows().filter(({ resource, act }) => resource === "applications" && act === "read");
    const inOffice = scopes.filter(({ role }) => ["district", "city", "auditor"].includes(role));
    expect(Object.fromEntries(inOffice.map(({ role, scope }) => [role, scope]))).toEqual({
      district: "own_district_handed_in",
      city: "handed_in",
      auditor: "handed_in",
    });
  });

  test("leaves what falls due by itself to the clock, and nothing to a caller without an account but reading", () => {
    const record = relation({ isPublished: true });
    expect(permittingGrant(systemActor, "rounds", "close", record)).toEqual(grant("system"));
    expect(permittingGrant(publicActor, "rounds", "close", record)).toBeNull();
    expect(permittingGrant(publicActor, "rounds", "read", record)).toEqual(grant("public"));
    for (const { userId } of [systemActor, publicActor]) expect(userId).toBeNull();
  });

  test("knows no role that does not exist and no name of a prototype", () => {
    for (const { role } of accessRows()) expect(roles).toContain(role);
    expect(scopeOf("rounds", "constructor", "city")).toBeNull();
    expect(scopeOf("rounds", "no-such-act", "city")).toBeNull();
    expect(Object.keys(accessTable).length).toBeGreaterThan(6);
  });
});

describe("a grant permits", () => {
  const district = grant("district", { district: "410105" });

  test.each([
    ["its own district, handed in", relation(), true],
    ["not its own district before it is handed in", relation({ isHandedIn: false }), false],
    ["not another district", relation({ district: "410172" }), false],
    ["not what lies in no district", relation({ district: null }), false],
  ])("a district officer: %s", (_, record, permitted) => {
    expect(permittingGrant(actor(district), "applications", "accept", record) !== null).toBe(permitted);
  });

  test.each([
    ["its own district, be it handed in or not", district, "410105", true],
    ["not another district", district, "410172", false],
    ["not what lies in no district", district, null, false],
    ["nothing without a district of its own", grant("district"), null, false],
  ])("a district officer among organizations: %s", (_, officer, lies, permitted) => {
    const record = relation({ district: lies, isHandedIn: false, isPaper: false });
    expect(permittingGrant(actor(officer), "organizations", "read", record) !== null).toBe(permitted);
  });

  test("a district officer without a district: nothing, not even what lies in none", () => {
    const record = relation({ district: null });
    expect(permittingGrant(actor(grant("district")), "applications", "accept", record)).toBeNull();
    expect(permittingGrant(actor(grant("district")), "applications", "edit", record)).toBeNull();
  });

  test.each([
    ["the own organization", grant("applicant", { organizations: ["org"] }), true],
    ["not another", grant("applicant", { organizations: ["other"] }), false],
    ["none without one", grant("applicant"), false],
  ])("an applicant: %s", (_, own, permitted) => {
    expect(permittingGrant(actor(own), "applications", "submit", relation()) !== null).toBe(permitted);
    const draft = relation({ isHandedIn: false });
    expect(permittingGrant(actor(own), "applications", "read", draft) !== null).toBe(permitted);
    expect(permittingGrant(actor(own), "applications", "read", relation({ organization: null }))).toBeNull();
  });

  test("a district types in what came on paper, and nobody else's form", () => {
    expect(permittingGrant(actor(district), "applications", "edit", relation())).not.toBeNull();
    expect(permittingGrant(actor(district), "applications", "edit", relation({ isPaper: false }))).toBeNull();
    expect(permittingGrant(actor(district), "applications", "edit", relation({ district: "410172" }))).toBeNull();
  });

  test("the city any round, published or not", () => {
    const unpublished = relation({ isPublished: false, isHandedIn: false });
    expect(permittingGrant(actor(grant("city")), "rounds", "read", unpublished)).not.toBeNull();
    expect(permittingGrant(actor(grant("city")), "rounds", "close", relation())).toBeNull();
  });

  test("the city reads what is handed in, and no draft", () => {
    expect(permittingGrant(actor(grant("city")), "applications", "read", relation())).not.toBeNull();
    expect(permittingGrant(actor(grant("city")), "applications", "read", relation({ isHandedIn: false }))).toBeNull();
  });

  test("the selection to the city alone, of what is handed in", () => {
    for (const act of ["receive", "propose", "certify", "reject"]) {
      expect(permittingGrant(actor(grant("city")), "applications", act, relation())).not.toBeNull();
      expect(permittingGrant(actor(grant("city")), "applications", act, relation({ isHandedIn: false }))).toBeNull();
      expect(permittingGrant(actor(district), "applications", act, relation())).toBeNull();
    }
  });

  test("the own account to whoever holds it, and to nobody without one", () => {
    const own = relation({ account: "u" });
    expect(permittingGrant(actor(grant("city")), "users", "read", own)).not.toBeNull();
    expect(permittingGrant(actor(grant("city")), "users", "read", relation())).toBeNull();
    const nobody: Actor = { userId: null, grants: [grant("city")] };
    expect(permittingGrant(nobody, "users", "read", relation({ account: null }))).toBeNull();
  });

  test("what is published to everybody", () => {
    expect(permittingGrant(actor(grant("public")), "rounds", "read", relation({ isPublished: true }))).not.toBeNull();
    expect(permittingGrant(actor(grant("public")), "rounds", "read", relation())).toBeNull();
  });

  test("an act under the own role before one as a stand-in", () => {
    const standIn = grant("district", { district: "410105", onBehalfOf: "absent" });
    expect(permittingGrant(actor(standIn, district), "applications", "accept", relation())).toBe(district);
    expect(permittingGrant(actor(standIn), "applications", "accept", relation())).toBe(standIn);
  });

  test("nothing under a role that may not, whatever it is", () => {
    expect(
      permittingGrant(actor(grant("expert")), "applications", "accept", relation({ isPublished: true })),
    ).toBeNull();
  });

  test("nothing to a role that the table does not name", () => {
    expect(mayEver(actor(grant("expert")), "applications", "accept")).toBe(false);
    expect(mayEver(actor(grant("expert"), district), "applications", "accept")).toBe(true);
    expect(reachableBy(actor(grant("expert"), district), "applications", "read")).toEqual([
      { scope: "own_district_handed_in", grant: district },
    ]);
  });
});
