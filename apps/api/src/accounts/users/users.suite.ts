import type { User, UserInvited } from "@shifan/contract";
import { insertRoleGrant, reviseUser } from "@shifan/db";
import { suite } from "@shifan/db/testing";
import { expect, it } from "vitest";
import { addStaff, type Browser, createBrowser, enrol, goodPassword, signIn } from "../../../testing/accounts.ts";
import { type Answer, createTestApp, morning, type TestApp } from "../../../testing/app.ts";
import type { RecordEntry } from "../ports.ts";

type Entry = Parameters<RecordEntry>[1];

let made = 0;
const unique = (name: string) => `${name}${made++}@example.org`;

/** An app with an administrator who is signed in, and what was recorded of acts. */
async function begin(opened: Parameters<typeof createTestApp>[0]["opened"]) {
  const entries: Entry[] = [];
  const recordEntry: RecordEntry = async (_, entry) => {
    entries.push(entry);
  };
  const app = await createTestApp({ opened, recordEntry });
  const { browser, id } = await administrator(app);
  return { app, browser, id, entries };
}

async function administrator(app: TestApp) {
  const email = unique("admin");
  const id = await addStaff(app, email);
  const grant = { id: email, userId: id, role: "administrator", district: null, untilOn: null } as const;
  await insertRoleGrant(app.database, { ...grant, fromOn: "2026-01-01", createdAt: morning });
  const browser = createBrowser(app);
  await signIn(browser, email);
  await enrol(browser);
  return { browser, id, email };
}

let keys = 0;
function invite(by: Browser, email: string, grants: object[], key = `key-${keys++}`): Promise<Answer> {
  const headers = { "idempotency-key": key };
  return by.call("/api/v1/users", { body: { name: "赵六", email, grants }, headers });
}

const userOf = (answer: Answer) => answer.body as User;
const invitedOf = (answer: Answer) => answer.body as UserInvited;

/** One act with the present ETag. */
async function act(by: Browser, id: string, name: string, body: object = {}): Promise<Answer> {
  const { headers } = await by.call(`/api/v1/users/${id}`);
  return by.call(`/api/v1/users/${id}/${name}`, { body, headers: { "if-match": headers.get("etag") ?? "" } });
}

/** Invites, accepts and signs in a new member of staff. */
async function join(app: TestApp, by: Browser, grants: object[]) {
  const email = unique("staff");
  const { user, invitation } = invitedOf(await invite(by, email, grants));
  const browser = createBrowser(app, "192.0.2.50");
  await browser.call(`/api/v1/invitations/${invitation.token}/accept`, { body: { password: goodPassword } });
  await signIn(browser, email);
  await enrol(browser);
  return { browser, id: user.id, email };
}

const grantsOf = async (browser: Browser) => ((await browser.call("/api/v1/me")).body as { grants: object[] }).grants;
const district = { role: "district", district: "410105" };

/** What holds for accounts on either database. */
export const usersSuite = suite("users", (open) => {
  it("are invited by an administrator, once for a key, and set their password with the link, once and in time", async () => {
    const { app, browser, entries } = await begin(open());
    const email = unique("staff");
    const first = await invite(browser, email, [district], "the-same");
    expect(first).toMatchObject({
      status: 201,
      body: { user: { kind: "staff", hasPassword: false, grants: [{ ...district, from: "2026-06-10", until: null }] } },
    });
    expect((await invite(browser, email, [district], "the-same")).body).toEqual(first.body);
    expect(await invite(browser, email, [{ role: "city" }], "the-same")).toMatchObject({
      status: 422,
      body: { code: "idempotency_key_reused" },
    });
    expect(entries.filter(({ act, outcome }) => act === "invite" && outcome === "accepted")).toHaveLength(1);
    const { token, link } = invitedOf(first).invitation;
    expect(link).toBe(`http://localhost:3000/admin/#/invitation/${token}`);
    const accept = (password: string) =>
      createBrowser(app).call(`/api/v1/invitations/${token}/accept`, { body: { password } });
    expect(await accept("eleven-char")).toMatchObject({ status: 422, body: { errors: [{ path: "/password" }] } });
    app.clock.forward(7 * 24 * 60 * 60);
    expect((await accept(goodPassword)).status).toBe(404);
    app.clock.forward(-1);
    expect((await accept(goodPassword)).status).toBe(200);
    expect((await accept(goodPassword)).status).toBe(404);
    app.clock.set(morning);
  });

  it("are not invited without a key, twice, or with a role that does not hold together", async () => {
    const { browser } = await begin(open());
    const body = { name: "赵六", email: unique("x"), grants: [district] };
    expect(await browser.call("/api/v1/users", { body })).toMatchObject({
      status: 400,
      body: { code: "idempotency_key_required" },
    });
    expect((await invite(browser, body.email, [district])).status).toBe(201);
    expect(await invite(browser, body.email.toUpperCase(), [district])).toMatchObject({ status: 409 });
    for (const [grant, path] of [
      [{ role: "district" }, "/grants/0/district"],
      [{ role: "district", district: "999999" }, "/grants/0/district"],
      [{ role: "city", district: "410105" }, "/grants/0/district"],
      [{ role: "auditor" }, "/grants/0/until"],
      [{ role: "city", from: "2026-07-01", until: "2026-06-30" }, "/grants/0/until"],
      [{ role: "city", from: "2026-02-30" }, "/grants/0/from"],
      [{ role: "applicant" }, "/grants/0/role"],
    ] as const) {
      const answer = await invite(browser, unique("x"), [grant]);
      expect(answer, path).toMatchObject({ status: 422, body: { errors: [{ path }] } });
    }
    expect(await invite(browser, unique("x"), [district, district])).toMatchObject({ status: 409 });
  });

  it("are nobody's business but the administrator's and the auditor's; everybody sees the own one", async () => {
    const { app, browser, id } = await begin(open());
    const officer = await join(app, browser, [district]);
    const auditor = await join(app, browser, [{ role: "auditor", until: "2026-12-31" }]);
    const anybody = createBrowser(app);
    expect((await anybody.call("/api/v1/users")).status).toBe(401);
    expect((await officer.browser.call("/api/v1/users")).body).toMatchObject([{ id: officer.id, allowedActs: [] }]);
    expect((await officer.browser.call(`/api/v1/users/${id}`)).status).toBe(404);
    expect((await act(officer.browser, id, "disable")).status).toBe(404);
    expect(await invite(officer.browser, unique("x"), [district])).toMatchObject({ status: 403 });
    expect((await auditor.browser.call(`/api/v1/users/${id}`)).status).toBe(200);
    expect(await act(auditor.browser, officer.id, "disable")).toMatchObject({
      status: 403,
      body: { code: "not_permitted" },
    });
  });

  it("are changed only by whoever knows them as they are", async () => {
    const { app, browser } = await begin(open());
    const { id } = await join(app, browser, [district]);
    const path = `/api/v1/users/${id}`;
    const { headers } = await browser.call(path);
    const rename = (name: string, ifMatch: Record<string, string>) =>
      browser.call(`${path}/edit`, { body: { name }, headers: ifMatch });
    expect(await rename("钱七", {})).toMatchObject({ status: 428, body: { code: "if_match_required" } });
    const known = { "if-match": headers.get("etag") ?? "" };
    const answers = await Promise.all(["钱七", "孙八"].map((name) => rename(name, known)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const stale = answers.find(({ status }) => status === 412);
    expect(stale?.headers.get("etag")).toBe((await browser.call(path)).headers.get("etag"));
  });

  it("get a role and lose it; the last administrator stays", async () => {
    const { app, browser, id, entries } = await begin(open());
    const officer = await join(app, browser, [district]);
    expect(await act(browser, officer.id, "grant-role", district)).toMatchObject({
      status: 409,
      body: { code: "role_held" },
    });
    const given = userOf(await act(browser, officer.id, "grant-role", { role: "city", until: "2026-06-10" }));
    expect(await grantsOf(officer.browser)).toHaveLength(2);
    app.clock.set(new Date("2026-06-10T15:59:59.999Z"));
    expect(await grantsOf(officer.browser)).toHaveLength(2);
    app.clock.set(new Date("2026-06-10T16:00:00Z"));
    expect(await grantsOf(officer.browser)).toHaveLength(1);
    expect((await act(browser, officer.id, "grant-role", { role: "city" })).status).toBe(200);
    app.clock.set(morning);
    const grant = given.grants.find(({ role }) => role === "district")?.id;
    expect((await act(browser, officer.id, "end-role", { grant, ground: "调离" })).status).toBe(200);
    expect(entries.at(-1)).toMatchObject({ act: "end-role", outcome: "accepted", ground: "调离", fields: ["grants"] });
    expect(await act(browser, officer.id, "end-role", { grant })).toMatchObject({
      status: 409,
      body: { code: "wrong_state" },
    });

    // Administrators of other tests look after this database too.
    const others = (await browser.call('/api/v1/users?filter={"role":"administrator"}')).body as User[];
    for (const other of others) if (other.id !== id) await act(browser, other.id, "disable");
    const own = others.find((user) => user.id === id)?.grants[0]?.id;
    for (const [name, body] of [
      ["disable", {}],
      ["end-role", { grant: own }],
    ] as const) {
      expect(await act(browser, id, name, body)).toMatchObject({ status: 409, body: { code: "last_administrator" } });
    }
    expect(entries.at(-1)).toMatchObject({ act: "end-role", outcome: "wrong_state" });
  });

  it("hand a role over to another, who has it in the same moment, and both records say so", async () => {
    const { app, browser, entries } = await begin(open());
    const officer = await join(app, browser, [{ ...district, until: "2026-12-31" }, { role: "expert" }]);
    const other = await join(app, browser, [{ role: "city" }]);
    const { grants } = userOf(await browser.call(`/api/v1/users/${officer.id}`));
    const idOf = (role: string) => grants.find((grant) => grant.role === role)?.id;
    const known = (await browser.call(`/api/v1/users/${other.id}`)).headers.get("etag") ?? "";
    for (const [to, message] of [
      [officer.id, "接手的要是另一个人"],
      ["nobody", "没有这位在用的工作人员"],
    ]) {
      expect(await act(browser, officer.id, "hand-over", { grant: idOf("district"), to })).toMatchObject({
        status: 422,
        body: { errors: [{ path: "/to", message }] },
      });
    }
    expect(await act(browser, officer.id, "hand-over", { grant: idOf("expert"), to: other.id })).toMatchObject({
      status: 409,
      body: { code: "wrong_state" },
    });
    const handing = { grant: idOf("district"), to: other.id, ground: "调离" };
    const after = userOf(await act(browser, officer.id, "hand-over", handing));
    expect(after.grants.find(({ role }) => role === "district")?.endedAt).not.toBeNull();
    expect(userOf(await browser.call(`/api/v1/users/${other.id}`)).grants).toContainEqual(
      expect.objectContaining({ ...district, from: "2026-06-10", until: "2026-12-31", endedAt: null }),
    );
    expect(await grantsOf(officer.browser)).toMatchObject([{ role: "expert" }]);
    expect(entries.slice(-2)).toMatchObject([
      { act: "hand-over", recordId: officer.id, outcome: "accepted", ground: "调离" },
      { act: "grant-role", recordId: other.id, outcome: "accepted", ground: "调离" },
    ]);
    // Whoever has seen the other as they were before is told.
    const stale = { body: { ground: "停用" }, headers: { "if-match": known } };
    expect((await browser.call(`/api/v1/users/${other.id}/disable`, stale)).status).toBe(412);
    expect(await act(browser, officer.id, "hand-over", handing)).toMatchObject({ status: 409 });
    // Two who hold the same role: nothing to hand over, and nothing is lost.
    const twin = await join(app, browser, [{ role: "city" }]);
    const ofTwin = userOf(await browser.call(`/api/v1/users/${twin.id}`)).grants[0]?.id;
    expect(await act(browser, twin.id, "hand-over", { grant: ofTwin, to: other.id })).toMatchObject({ status: 422 });
    expect(await grantsOf(twin.browser)).toMatchObject([{ role: "city" }]);
  });

  it("act for an officer from the first day to the last and not a second longer, in both names", async () => {
    const { app, browser } = await begin(open());
    const officer = await join(app, browser, [district, { role: "expert" }]);
    const other = await join(app, browser, [{ role: "district", district: "410172" }]);
    const own = { role: "district", district: "410172", organizations: [], onBehalfOf: null };
    const stand = { standIn: other.id, from: "2026-06-15", until: "2026-06-16" };
    const began = userOf(await act(browser, officer.id, "stand-in", stand));
    const held = { ...district, organizations: [], onBehalfOf: officer.id };
    for (const [instant, grants] of [
      ["2026-06-14T23:59:59+08:00", [own]],
      ["2026-06-15T00:00:00+08:00", [own, held]],
      ["2026-06-16T23:59:59+08:00", [own, held]],
      ["2026-06-17T00:00:00+08:00", [own]],
    ] as const) {
      app.clock.set(new Date(instant));
      expect(await grantsOf(other.browser), instant).toEqual(grants);
    }
    app.clock.set(new Date("2026-06-15T09:00:00+08:00"));
    const standIn = began.standIns[0]?.id;
    expect((await act(browser, officer.id, "end-stand-in", { standIn })).status).toBe(200);
    expect(await grantsOf(other.browser)).toEqual([own]);
    for (const body of [
      { standIn: officer.id, until: "2026-07-01" },
      { standIn: "nobody", until: "2026-07-01" },
      { standIn: other.id, until: "2026-06-14" },
    ]) {
      expect((await act(browser, officer.id, "stand-in", body)).status).toBe(422);
    }
    app.clock.set(morning);
  });

  it("lose their sessions when they are disabled or their second factor is reset, and then set it up anew", async () => {
    const { app, browser, id } = await begin(open());
    const officer = await join(app, browser, [district]);
    expect((await act(browser, officer.id, "reset-second-factor")).status).toBe(200);
    expect((await officer.browser.call("/api/v1/me")).status).toBe(401);
    expect(await signIn(officer.browser, officer.email)).toMatchObject({ body: { secondFactor: "enrolment_needed" } });
    await enrol(officer.browser);
    expect((await act(browser, officer.id, "disable")).status).toBe(200);
    expect((await officer.browser.call("/api/v1/me")).status).toBe(401);
    expect(await signIn(officer.browser, officer.email)).toMatchObject({
      status: 403,
      body: { code: "account_disabled" },
    });
    expect((await act(browser, officer.id, "enable")).status).toBe(200);
    expect((await signIn(officer.browser, officer.email)).status).toBe(200);
    expect(await act(browser, id, "reset-second-factor")).toMatchObject({
      status: 409,
      body: { code: "second_person_required" },
    });
  });

  it("have no session that began at the very moment of the closing", async () => {
    const { app, browser } = await begin(open());
    const officer = await join(app, browser, [district]);
    await reviseUser(app.database, officer.id, { disabledAt: morning }, morning);
    expect((await officer.browser.call("/api/v1/me")).status).toBe(401);
  });

  it("are invited again when they forgot the password; the second factor stays", async () => {
    const { app, browser } = await begin(open());
    const officer = await join(app, browser, [district]);
    const [lost, found] = [
      invitedOf(await act(browser, officer.id, "invite")),
      invitedOf(await act(browser, officer.id, "invite")),
    ];
    const accept = ({ invitation }: UserInvited) =>
      createBrowser(app).call(`/api/v1/invitations/${invitation.token}/accept`, {
        body: { password: "new-password-here" },
      });
    expect((await accept(lost)).status).toBe(404);
    expect((await accept(found)).status).toBe(200);
    expect((await officer.browser.call("/api/v1/me")).status).toBe(401);
    expect(await signIn(officer.browser, officer.email, "new-password-here")).toMatchObject({
      body: { secondFactor: "code_needed" },
    });
  });

  it("are listed by name, searched, filtered and paged, with the total", async () => {
    const { browser } = await begin(open());
    const mark = `p${made++}`;
    for (const n of [1, 2, 3]) await invite(browser, `${mark}-${n}@example.org`, [{ role: "expert" }]);
    const filter = encodeURIComponent(JSON.stringify({ q: mark, role: "expert" }));
    for (const field of ["email", "createdAt"]) {
      const query = `sort=["${field}","DESC"]&filter=${filter}`;
      const first = await browser.call(`/api/v1/users?${query}&range=[0,1]`);
      expect(first.headers.get("content-range")).toBe("users 0-1/3");
      const cursor = first.headers.get("next-cursor");
      const second = await browser.call(`/api/v1/users?${query}&range=[0,1]&cursor=${cursor}`);
      expect(second.headers.get("content-range")).toBe("users 2-2/3");
      const emails = [...(first.body as User[]), ...(second.body as User[])].map(({ email }) => email);
      expect(emails.toSorted()).toEqual([1, 2, 3].map((n) => `${mark}-${n}@example.org`));
    }
  });
});
