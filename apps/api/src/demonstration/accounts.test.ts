import { openEmbeddedTestDatabase } from "@shifan/db/testing";
import { afterAll, describe, expect, it } from "vitest";
import { createBrowser, signIn } from "../../testing/accounts.ts";
import { createTestApp } from "../../testing/app.ts";
import { addDemonstrationAccounts, demonstrationEmails, demonstrationPassword } from "./accounts.ts";

const opened = await openEmbeddedTestDatabase();
afterAll(() => opened.close());

describe("the demonstration's accounts", () => {
  it("sign in without a second factor, each with its role, and are told that nothing of it counts", async () => {
    const app = await createTestApp({ opened, demo: true });
    await addDemonstrationAccounts(app);
    await addDemonstrationAccounts(app);
    const held = [];
    for (const email of demonstrationEmails) {
      const browser = createBrowser(app);
      expect((await signIn(browser, email, demonstrationPassword)).status).toBe(200);
      const { grants, demo } = (await browser.call("/api/v1/me")).body as {
        grants: { role: string; district: string | null }[];
        demo: boolean;
      };
      expect(demo).toBe(true);
      held.push([email.split("@")[0], ...grants.map(({ role, district }) => district ?? role)]);
    }
    expect(held).toEqual([
      ["admin", "administrator"],
      ["city", "city"],
      ["city2", "city"],
      ["district", "410105"],
      ["district2", "410172"],
      ["expert", "expert"],
      ["expert2", "expert"],
      ["expert3", "expert"],
      ["auditor", "auditor"],
      ["applicant", "applicant"],
      ["platform", "applicant"],
    ]);
  });

  it("are closed where the same database serves no demonstration, sessions from before included", async () => {
    const demonstration = await createTestApp({ opened, demo: true });
    await addDemonstrationAccounts(demonstration);
    const before = createBrowser(demonstration);
    await signIn(before, "admin@demo.shifan", demonstrationPassword);
    const real = await createTestApp({ opened });
    const after = createBrowser(real);
    for (const [name, value] of before.cookies) after.cookies.set(name, value);
    expect((await after.call("/api/v1/me")).status).toBe(401);
    expect((await signIn(createBrowser(real), "admin@demo.shifan", demonstrationPassword)).status).toBe(403);
  });
});
