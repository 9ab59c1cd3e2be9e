import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { after, sampleInstant } from "../../testing/samples.ts";
import { suite } from "../../testing/suite.ts";
import { invitations, roleGrants, signInAttempts, standIns, users } from "../schema/index.ts";
import { deleteSessionsExpiredBefore, deleteVerificationsExpiredBefore } from "./expired-sessions.ts";
import { endExpiredRoleGrants, insertRoleGrant, isAdministratorLeft, listLiveGrants } from "./grants.ts";
import { deleteRequestKeysBefore, takeRequestKey } from "./request-keys.ts";
import { forgetSignInAttempts, takeSignInAttempt } from "./sign-in-attempts.ts";
import { insertUser, reviseUser, setPasswordHash } from "./users.ts";

const person = (id: string) => ({
  id,
  name: "张三",
  email: `${id}@example.org`,
  kind: "staff" as const,
  createdAt: sampleInstant,
});
const grant = {
  id: "g",
  userId: "one",
  role: "city" as const,
  district: null,
  fromOn: "2026-06-01",
  untilOn: null,
  createdAt: sampleInstant,
};
const standIn = {
  id: "s",
  officerId: "one",
  standInId: "two",
  fromOn: "2026-06-10",
  untilOn: "2026-06-12",
  createdAt: sampleInstant,
};

/** What a constraint refuses, by its name. */
const refuses = (constraint: string) => ({ cause: expect.objectContaining(nameOf(constraint)) });
const nameOf = (constraint: string) => ({ message: expect.stringContaining(constraint) });

export const accountsSuite = suite("accounts", (open) => {
  beforeAll(async () => {
    for (const id of ["one", "two"]) await insertUser(open().database, person(id));
  });

  it("refuse what no account may be, however it is written", async () => {
    const { database } = open();
    const row = { ...person("x"), updatedAt: sampleInstant };
    const add = (change: object) => database.insert(users).values({ ...row, ...change });
    await expect(add({ email: "X@example.org" })).rejects.toMatchObject(refuses("users_email_lower_case"));
    await expect(add({ email: "one@example.org" })).rejects.toMatchObject(refuses("users_email"));
    await expect(add({ kind: "robot" })).rejects.toMatchObject(refuses("users_kind_known"));
    await expect(add({ revision: 0 })).rejects.toMatchObject(refuses("users_revision_positive"));
    expect(await insertUser(database, { ...person("y"), email: "one@example.org" })).toBe(false);
  });

  it.each([
    ["role_grants_role_known", { role: "applicant" }],
    ["role_grants_district_of_district", { role: "district" }],
    ["role_grants_district_of_district", { district: "410105" }],
    ["role_grants_auditor_for_a_period", { role: "auditor" }],
    ["role_grants_days_in_order", { untilOn: "2026-05-31" }],
  ] as const)("refuse a role by %s: %j", async (constraint, change) => {
    const bad = { ...grant, ...change } as typeof roleGrants.$inferInsert;
    await expect(open().database.insert(roleGrants).values(bad)).rejects.toMatchObject(refuses(constraint));
  });

  it.each([
    ["stand_ins_two_people", { standInId: "one" }],
    ["stand_ins_days_in_order", { untilOn: "2026-06-09" }],
  ] as const)("refuse a stand-in by %s", async (constraint, change) => {
    const bad = { ...standIn, ...change };
    await expect(open().database.insert(standIns).values(bad)).rejects.toMatchObject(refuses(constraint));
  });

  it("refuse an invitation that ends before it begins, and attempts that are none", async () => {
    const { database } = open();
    const invitation = { tokenHash: "h", userId: "one", createdAt: sampleInstant, expiresAt: sampleInstant };
    await expect(database.insert(invitations).values(invitation)).rejects.toMatchObject(
      refuses("invitations_instants_in_order"),
    );
    const attempts = { pairHash: "p", attempts: 0, lastAt: sampleInstant, blockedUntil: sampleInstant };
    await expect(database.insert(signInAttempts).values(attempts)).rejects.toMatchObject(
      refuses("sign_in_attempts_positive"),
    );
  });

  it("hold a role once at a time, of a district once for each, and again after it has run out", async () => {
    const { database } = open();
    const add = (id: string, change: Partial<typeof grant> = {}) =>
      insertRoleGrant(database, { ...grant, id, ...change });
    expect(await add("city-1", { untilOn: "2026-06-09" } as object)).toBe(true);
    expect(await add("city-2")).toBe(false);
    await endExpiredRoleGrants(database, "one", "2026-06-09", sampleInstant);
    expect(await add("city-2")).toBe(false);
    await endExpiredRoleGrants(database, "one", "2026-06-10", sampleInstant);
    expect(await add("city-2")).toBe(true);
    const district = (id: string, of: string) => add(id, { role: "district", district: of } as object);
    expect(await district("d1", "410105")).toBe(true);
    expect(await district("d2", "410172")).toBe(true);
    expect(await district("d3", "410105")).toBe(false);
  });

  it("pass an officer's roles to the stand-in for those days, those roles alone", async () => {
    const { database } = open();
    await insertRoleGrant(database, { ...grant, id: "expert", role: "expert" });
    await database.insert(standIns).values(standIn);
    const held = async (day: string) =>
      (await listLiveGrants(database, "two", day, ["city", "district"])).map(({ role, onBehalfOf }) => [
        role,
        onBehalfOf,
      ]);
    expect(await held("2026-06-09")).toEqual([]);
    expect((await held("2026-06-10")).sort()).toEqual([
      ["city", "one"],
      ["district", "one"],
      ["district", "one"],
    ]);
    expect(await held("2026-06-12")).toHaveLength(3);
    expect(await held("2026-06-13")).toEqual([]);
  });

  it("have an administrator left only in somebody else who can sign in", async () => {
    const { database } = open();
    const left = (except: string | null) => isAdministratorLeft(database, except, "2026-06-10");
    await insertRoleGrant(database, { ...grant, id: "admin", role: "administrator" });
    expect(await left(null)).toBe(false);
    await setPasswordHash(database, { accountId: "a", userId: "one", passwordHash: "h", at: sampleInstant });
    expect(await left(null)).toBe(true);
    expect(await left("one")).toBe(false);
    await database.transaction((transaction) =>
      reviseUser(transaction, "one", { disabledAt: sampleInstant }, after(1)),
    );
    expect(await left(null)).toBe(false);
  });

  it("take attempts of a pair one after the other, however many come at once", async () => {
    const { database } = open();
    const fresh = { attempts: 1, lastAt: sampleInstant, blockedUntil: sampleInstant };
    const judge = (before: typeof fresh) =>
      before.attempts >= 5 ? null : { ...before, attempts: before.attempts + 1 };
    const take = () => takeSignInAttempt(database, "pair", fresh, judge);
    const outcomes = await Promise.all(Array.from({ length: 9 }, take));
    expect(outcomes.filter(({ taken }) => taken)).toHaveLength(5);
    await forgetSignInAttempts(database, "pair");
    expect(await take()).toEqual({ taken: true, record: fresh });
  });

  it("make a record once for a key, and forget keys when they are old enough", async () => {
    const { database } = open();
    const key = (recordId: string) => ({ keyHash: "k", bodyHash: "b", recordId, createdAt: sampleInstant });
    const take = (recordId: string) =>
      database.transaction((transaction) => takeRequestKey(transaction, key(recordId)));
    const outcomes = await Promise.all(["r1", "r2", "r3"].map(take));
    const first = outcomes.filter((before) => before === null);
    expect(first).toHaveLength(1);
    const [again] = outcomes.flatMap((before) => (before === null ? [] : [before.recordId]));
    expect(outcomes.every((before) => before === null || before.recordId === again)).toBe(true);
    expect(await deleteRequestKeysBefore(database, sampleInstant, 10)).toBe(0);
    expect(await deleteRequestKeysBefore(database, after(1), 10)).toBe(1);
  });

  it("lose sessions and unfinished sign-ins when these have run out, in bounded batches", async () => {
    const { database } = open();
    for (const n of [1, 2, 3]) {
      const expires = after(n).toISOString();
      await database.execute(
        sql`insert into sessions (id, token, user_id, expires_at, created_at, updated_at) values (${`s${n}`}, ${`t${n}`}, 'two', ${expires}, ${expires}, ${expires})`,
      );
      await database.execute(
        sql`insert into verifications (id, identifier, value, expires_at, created_at, updated_at) values (${`v${n}`}, ${`i${n}`}, 'two', ${expires}, ${expires}, ${expires})`,
      );
    }
    for (const remove of [deleteSessionsExpiredBefore, deleteVerificationsExpiredBefore]) {
      expect(await remove(database, after(3), 1)).toBe(1);
      expect(await remove(database, after(3), 5)).toBe(1);
    }
  });
});
