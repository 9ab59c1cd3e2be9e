import { suite } from "@shifan/db/testing";
import { expect, it } from "vitest";
import { addStaff, createBrowser, enrol, goodPassword, machine, signIn, totpOf } from "../../testing/accounts.ts";
import { createTestApp } from "../../testing/app.ts";

const register = (email: string, password = goodPassword) => ({ body: { name: "王五", email, password } });

/** When the authenticator shows its next code; it is accepted from now on. */
const nextStep = () => new Date(machine.now().getTime() + 30_000);

/** What holds for sessions on either database. */
export const signInSuite = suite("sign-in", (open) => {
  it("registers an applicant, who is then signed in by a cookie that no script can read", async () => {
    const app = await createTestApp({ opened: open() });
    const browser = createBrowser(app);
    const answer = await browser.call("/api/v1/auth/sign-up/email", register("Wang@Example.org"));
    expect(answer).toMatchObject({
      status: 200,
      body: { user: { name: "王五", email: "wang@example.org", kind: "applicant" }, secondFactor: "not_needed" },
    });
    const [cookie = ""] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^shifan\.session_token=/);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(cookie).not.toMatch(/Secure/i);
    expect(await browser.call("/api/v1/me")).toMatchObject({
      status: 200,
      body: { grants: [{ role: "applicant", district: null, organizations: [], onBehalfOf: null }], organizations: [] },
    });
  });

  it("marks the cookie as secure where people reach the product by https", async () => {
    const app = await createTestApp({ opened: open(), publicUrl: "https://shifan.example.org" });
    const answer = await createBrowser(app).call("/api/v1/auth/sign-up/email", register("secure@example.org"));
    expect(answer.headers.getSetCookie()[0]).toMatch(/^__Secure-shifan\.session_token=.*; Secure/i);
  });

  it("takes an e-mail once, whatever its letters' case", async () => {
    const browser = createBrowser(await createTestApp({ opened: open() }));
    await browser.call("/api/v1/auth/sign-up/email", register("once@example.org"));
    const answer = await browser.call("/api/v1/auth/sign-up/email", register("ONCE@example.org"));
    expect(answer).toMatchObject({ status: 409, body: { code: "email_taken" } });
  });

  it("refuses passwords that are short, common or like the e-mail, and says why", async () => {
    const browser = createBrowser(await createTestApp({ opened: open() }));
    for (const [password, code] of [
      ["short-one", "too_short"],
      ["1q2w3e4r5t", "too_common"],
      ["weakling-2026", "like_email"],
      [`${"long".repeat(40)}`, "too_long"],
    ] as const) {
      const answer = await browser.call("/api/v1/auth/sign-up/email", register("weakling@example.org", password));
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: "/password", code }] } });
    }
  });

  it("answers a wrong password and an unknown account alike", async () => {
    const app = await createTestApp({ opened: open() });
    await createBrowser(app).call("/api/v1/auth/sign-up/email", register("known@example.org"));
    const bodies = [];
    for (const email of ["known@example.org", "unknown@example.org"]) {
      const { status, body } = await signIn(createBrowser(app), email, "some other password");
      bodies.push({ status, ...(body as object), requestId: "" });
    }
    expect(bodies[0]).toMatchObject({ status: 401, code: "wrong_credentials" });
    expect(bodies[1]).toEqual(bodies[0]);
  });

  it("slows whoever guesses after five attempts, and nobody else", async () => {
    const app = await createTestApp({ opened: open() });
    const owner = createBrowser(app, "198.51.100.7");
    await owner.call("/api/v1/auth/sign-up/email", register("guessed@example.org"));
    const guesser = createBrowser(app, "192.0.2.66");
    const guesses = await Promise.all(
      Array.from({ length: 8 }, () => signIn(guesser, "guessed@example.org", "a wrong password")),
    );
    expect(guesses.filter(({ status }) => status === 401)).toHaveLength(5);
    const slowed = await signIn(guesser, "guessed@example.org");
    expect(slowed).toMatchObject({ status: 429, body: { code: "rate_limited" } });
    expect(slowed.headers.get("retry-after")).toBe("30");
    expect((await signIn(owner, "guessed@example.org")).status).toBe(200);
    expect((await signIn(guesser, "another@example.org", "a wrong password")).status).toBe(401);
    app.clock.forward(30);
    expect((await signIn(guesser, "guessed@example.org")).status).toBe(200);
  });

  it("lets staff without a second factor do nothing but set it up, and then asks for it at each sign-in", async () => {
    const app = await createTestApp({ opened: open() });
    await addStaff(app, "staff@example.org");
    const browser = createBrowser(app);
    const earlier = createBrowser(app, "192.0.2.9");
    await signIn(earlier, "staff@example.org");
    expect(await signIn(browser, "staff@example.org")).toMatchObject({ body: { secondFactor: "enrolment_needed" } });
    for (const path of ["/api/v1/me", "/api/v1/policies"]) {
      expect(await browser.call(path)).toMatchObject({ status: 403, body: { code: "second_factor_required" } });
    }
    const setup = await browser.call("/api/v1/auth/two-factor/enable", { body: { password: goodPassword } });
    const { totpUri, recoveryCodes } = setup.body as { totpUri: string; recoveryCodes: string[] };
    expect(recoveryCodes).toHaveLength(10);
    const verify = (by: typeof browser, code: string) =>
      by.call("/api/v1/auth/two-factor/verify-totp", { body: { code } });
    const wrong = totpOf(totpUri, new Date(0));
    expect((await verify(browser, wrong)).status).toBe(401);
    expect(await verify(browser, totpOf(totpUri, machine.now()))).toMatchObject({ status: 200 });
    expect((await browser.call("/api/v1/me")).status).toBe(200);
    expect((await earlier.call("/api/v1/me")).status).toBe(401);

    const next = createBrowser(app);
    expect(await signIn(next, "staff@example.org")).toMatchObject({
      status: 200,
      body: { user: null, secondFactor: "code_needed" },
    });
    expect((await next.call("/api/v1/me")).status).toBe(401);
    expect(await verify(next, totpOf(totpUri, nextStep()))).toMatchObject({ status: 200 });
    expect((await next.call("/api/v1/me")).status).toBe(200);

    const recover = async (code: string) => {
      const last = createBrowser(app);
      await signIn(last, "staff@example.org");
      return last.call("/api/v1/auth/two-factor/verify-backup-code", { body: { code } });
    };
    expect((await recover(recoveryCodes[0] ?? "")).status).toBe(200);
    expect(await recover(recoveryCodes[0] ?? "")).toMatchObject({ status: 401, body: { code: "wrong_code" } });
  });

  it("takes a code of the authenticator once: not again, not the one before, and of two at the same moment for one", async () => {
    const app = await createTestApp({ opened: open() });
    await addStaff(app, "once-a-step@example.org");
    const owner = createBrowser(app);
    await signIn(owner, "once-a-step@example.org");
    const before = machine.now();
    const { totpUri } = await enrol(owner);
    // That of the setup, or an older one where a step has passed since.
    const enrolledWith = totpOf(totpUri, before);
    const attempt = async (code: string) => {
      const browser = createBrowser(app);
      expect((await signIn(browser, "once-a-step@example.org")).body).toMatchObject({ secondFactor: "code_needed" });
      const answer = await browser.call("/api/v1/auth/two-factor/verify-totp", { body: { code } });
      return { status: answer.status, me: (await browser.call("/api/v1/me")).status };
    };
    expect(await attempt(enrolledWith)).toEqual({ status: 401, me: 401 });
    const code = totpOf(totpUri, nextStep());
    const both = await Promise.all([attempt(code), attempt(code)]);
    expect(both.map(({ status, me }) => `${status} ${me}`).toSorted()).toEqual(["200 200", "401 401"]);
    expect(await attempt(code)).toEqual({ status: 401, me: 401 });
    expect(await attempt(enrolledWith)).toEqual({ status: 401, me: 401 });
  });

  it("changes a password and ends the sessions elsewhere", async () => {
    const app = await createTestApp({ opened: open() });
    const [here, elsewhere] = [createBrowser(app), createBrowser(app, "192.0.2.3")];
    await here.call("/api/v1/auth/sign-up/email", register("change@example.org"));
    await signIn(elsewhere, "change@example.org");
    const change = (currentPassword: string) =>
      here.call("/api/v1/auth/change-password", { body: { currentPassword, newPassword: "another-good-one" } });
    expect(await change("not the password")).toMatchObject({ status: 401, body: { code: "wrong_credentials" } });
    expect((await change(goodPassword)).status).toBe(200);
    expect((await here.call("/api/v1/me")).status).toBe(200);
    expect((await elsewhere.call("/api/v1/me")).status).toBe(401);
  });

  it("ends a session at sign-out", async () => {
    const browser = createBrowser(await createTestApp({ opened: open() }));
    await browser.call("/api/v1/auth/sign-up/email", register("out@example.org"));
    const kept = new Map(browser.cookies);
    expect((await browser.call("/api/v1/auth/sign-out", { method: "POST" })).status).toBe(200);
    for (const [name, value] of kept) browser.cookies.set(name, value);
    expect((await browser.call("/api/v1/me")).status).toBe(401);
  });

  it("is nobody's for a page that was opened for somebody else", async () => {
    const browser = createBrowser(await createTestApp({ opened: open() }));
    const { body } = await browser.call("/api/v1/auth/sign-up/email", register("page@example.org"));
    const { id } = (body as { user: { id: string } }).user;
    const me = (person: string) => browser.call("/api/v1/me", { headers: { "signed-in-as": person } });
    expect((await me(id)).status).toBe(200);
    expect(await me("somebody-else")).toMatchObject({ status: 401, body: { code: "not_signed_in" } });
    expect((await browser.call("/api/v1/me")).status).toBe(200);
  });

  it("refuses a change from the page of another site", async () => {
    const browser = createBrowser(await createTestApp({ opened: open() }));
    await browser.call("/api/v1/auth/sign-up/email", register("site@example.org"));
    const post = (headers: Record<string, string>) =>
      browser.call("/api/v1/auth/change-password", { body: {}, headers });
    for (const headers of [{ origin: "https://evil.example" }, { "sec-fetch-site": "cross-site" }]) {
      expect(await post(headers)).toMatchObject({ status: 403, body: { code: "foreign_origin" } });
    }
    for (const headers of [{ origin: "http://localhost:3000" }, { "sec-fetch-site": "same-origin" }]) {
      expect((await post(headers)).status).toBe(422);
    }
  });

  it("serves no address of the authentication but those that are described", async () => {
    const app = await createTestApp({ opened: open() });
    const browser = createBrowser(app);
    for (const path of [
      "list-sessions",
      "update-user",
      "delete-user",
      "two-factor/disable",
      "reset-password/a-token",
      "verify-password",
    ]) {
      expect((await browser.call(`/api/v1/auth/${path}`, { body: {} })).status).toBe(404);
    }
  });
});
