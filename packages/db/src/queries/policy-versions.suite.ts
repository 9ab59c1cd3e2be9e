import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { sampleInstant, samplePolicy } from "../../testing/samples.ts";
import { suite } from "../../testing/suite.ts";
import { addPolicyVersions, listPolicyVersions } from "./policy-versions.ts";

export const policyVersionsSuite = suite("policy versions", (open) => {
  it("keeps a published version as it was, whatever is published again under its number", async () => {
    const { database } = open();
    await addPolicyVersions(database, [samplePolicy("kept")], sampleInstant);
    await addPolicyVersions(database, [{ ...samplePolicy("kept"), title: "改过的" }], sampleInstant);
    const kept = (await listPolicyVersions(database)).filter(({ document }) => document.id === "kept");
    expect(kept).toEqual([{ inForceFrom: "2022-01-01", document: samplePolicy("kept") }]);
  });

  it("lists the versions of a policy from the oldest on", async () => {
    const { database } = open();
    await addPolicyVersions(
      database,
      [samplePolicy("grown", 2, "2026-01-01"), samplePolicy("grown", 1), samplePolicy("grown", 10, "2027-01-01")],
      sampleInstant,
    );
    const versions = (await listPolicyVersions(database)).filter(({ document }) => document.id === "grown");
    expect(versions.map(({ document, inForceFrom }) => [document.version, inForceFrom])).toEqual([
      [1, "2022-01-01"],
      [2, "2026-01-01"],
      [10, "2027-01-01"],
    ]);
  });

  it.each([
    "update policy_versions set in_force_from = '2020-01-01'",
    "delete from policy_versions",
    "truncate policy_versions cascade",
  ])("refuses to change what is published: %s", async (statement) => {
    const { database } = open();
    await addPolicyVersions(database, [samplePolicy("fixed")], sampleInstant);
    const before = await listPolicyVersions(database);
    const refusal = await database.execute(sql.raw(statement)).then(
      () => null,
      (error: Error) => error.cause,
    );
    expect(String(refusal)).toContain("append-only");
    expect(await listPolicyVersions(database)).toEqual(before);
  });
});
