import { insertOrganization } from "@shifan/db";
import { suite } from "@shifan/db/testing";
import { expect, it } from "vitest";
import { makeOnce } from "./once.ts";

const at = new Date("2026-06-10T01:30:00Z");
const organization = { uscc: "91410100MA9K12344B", district: "410105", name: "甲公司", nameSource: "执照" };
const request = (key: string) => ({ keyHash: key.repeat(64), bodyHash: key.repeat(64), at });

/** What of two that meet at the same moment the second is told. */
export const onceSuite = suite("a call that meets another", (open) => {
  const insert = (transaction: Parameters<typeof insertOrganization>[0], id: string) =>
    insertOrganization(transaction, { ...organization, id, fromOn: "2020-01-01", at });

  it("is asked anew once the tables have kept the two apart, and leaves nothing of its first try", async () => {
    const { database } = open();
    await database.transaction((transaction) => insert(transaction, "first"));
    let tries = 0;
    const once = await makeOnce(database, request("a"), async (transaction) => {
      tries += 1;
      if (tries === 1) await insert(transaction, "second");
      return { outcome: "refused", madeId: null };
    });
    expect([tries, once]).toEqual([2, { kind: "made", outcome: "refused" }]);
  });

  it("is a fault where it meets the same again and again, and so is every other fault at once", async () => {
    const { database } = open();
    let tries = 0;
    const meet = makeOnce(database, request("b"), async (transaction) => {
      tries += 1;
      await insert(transaction, `again ${tries}`);
      return { outcome: null, madeId: null };
    });
    await expect(meet).rejects.toThrow();
    expect(tries).toBe(3);
    const broken = makeOnce(database, request("c"), async () => {
      tries += 1;
      throw new Error("broken");
    });
    await expect(broken).rejects.toThrow("broken");
    expect(tries).toBe(4);
  });
});
