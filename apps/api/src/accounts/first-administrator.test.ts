import { openEmbeddedTestDatabase } from "@shifan/db/testing";
import { afterAll, describe, expect, it } from "vitest";
import { createBrowser, enrol, goodPassword, signIn } from "../../testing/accounts.ts";
import { createTestApp } from "../../testing/app.ts";
import { createFirstAdministrator } from "./first-administrator.ts";

const opened = await openEmbeddedTestDatabase();
afterAll(() => opened.close());

describe("the first administrator", () => {
  it("is made once, can be invited anew before that, and looks after the accounts", async () => {
    const app = await createTestApp({ opened });
    const services = { ...app, publicUrl: "http://localhost:3000", recordEntry: async () => {} };
    const create = (email: string) => createFirstAdministrator(services, { name: "管理员", email });
    const lost = await create("First@example.org");
    const made = await create("first@example.org");
    if (!lost.ok || !made.ok) throw new Error("no administrator");
    const browser = createBrowser(app);
    const accept = (link: string) =>
      browser.call(`/api/v1/invitations/${link.split("/").at(-1)}/accept`, { body: { password: goodPassword } });
    expect((await accept(lost.invitation.link)).status).toBe(404);
    expect((await accept(made.invitation.link)).status).toBe(200);
    expect(await create("second@example.org")).toEqual({ ok: false, code: "administrator_exists" });
    await signIn(browser, "first@example.org");
    await enrol(browser);
    expect(await browser.call("/api/v1/users")).toMatchObject({ status: 200, body: [{ email: "first@example.org" }] });
  });

  it("does not take over an applicant's account", async () => {
    const other = await openEmbeddedTestDatabase();
    const app = await createTestApp({ opened: other });
    const body = { name: "王五", email: "taken@example.org", password: goodPassword };
    await createBrowser(app).call("/api/v1/auth/sign-up/email", { body });
    const services = { ...app, publicUrl: "http://localhost:3000", recordEntry: async () => {} };
    expect(await createFirstAdministrator(services, { name: "管理员", email: body.email })).toEqual({
      ok: false,
      code: "email_taken",
    });
    await other.close();
  });
});
