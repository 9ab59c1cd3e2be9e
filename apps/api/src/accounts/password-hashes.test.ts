import { openEmbeddedTestDatabase } from "@shifan/db/testing";
import { verifyPassword } from "better-auth/crypto";
import { afterAll, describe, expect, it } from "vitest";
import { createBrowser, goodPassword, signIn } from "../../testing/accounts.ts";
import { createTestApp } from "../../testing/app.ts";
import { signUp } from "../../testing/applications.ts";

const opened = await openEmbeddedTestDatabase();
afterAll(() => opened.close());

describe("passwords as the product keeps them", () => {
  it("are hashed with scrypt under a salt of their own, and open the account to whoever knows them", async () => {
    const app = await createTestApp({ opened, realPasswordHashes: true });
    for (const email of ["first@example.org", "second@example.org"]) await signUp(app, email);
    const { rows } = (await app.database.execute("select password from accounts")) as unknown as {
      rows: { password: string }[];
    };
    const [first = "", second = ""] = rows.map(({ password }) => password);
    expect(first).not.toBe(second);
    for (const hash of [first, second]) {
      expect(hash).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/);
      expect(await verifyPassword({ hash, password: goodPassword })).toBe(true);
    }
    expect((await signIn(createBrowser(app), "first@example.org")).status).toBe(200);
    expect((await signIn(createBrowser(app), "first@example.org", `${goodPassword}.`)).status).toBe(401);
  });
});
