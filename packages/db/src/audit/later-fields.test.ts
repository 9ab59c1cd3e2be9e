import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isStateOf, laterFields } from "./later-fields.ts";
import { hashOfState } from "./state.ts";
import { trackedRecords } from "./tracked-records.ts";

const migrations = join(import.meta.dirname, "../../migrations");
/** Up to here a migration made the tables of what is tracked. */
const lastOfTheFirst = 8;

describe("a record that is older than a field of its kind", () => {
  const old = { id: "i", state: "closed", closedOn: "2026-06-10" };
  const hash = hashOfState(old);

  it("is still what its entry says, while the field is empty", () => {
    expect(isStateOf("inspections", { ...old, signatures: null }, hash)).toBe(true);
    expect(isStateOf("inspections", { ...old, signatures: { unitFileId: "f" } }, hash)).toBe(false);
  });

  it("is not where anything else differs, and no other kind of record is", () => {
    expect(isStateOf("inspections", { ...old, state: "heard", signatures: null }, hash)).toBe(false);
    expect(isStateOf("inspections", { ...old, closedOn: null, signatures: null }, hashOfState({ id: "i" }))).toBe(
      false,
    );
    expect(isStateOf("certifications", { ...old, signatures: null }, hash)).toBe(false);
  });

  it("is named wherever a migration gives a tracked table a column", () => {
    const tracked = new Set(trackedRecords.map(({ resource }) => resource));
    const added = readdirSync(migrations)
      .filter((name) => name.endsWith(".sql") && Number(name.slice(0, 4)) > lastOfTheFirst)
      .flatMap((name) => [
        ...readFileSync(join(migrations, name), "utf8").matchAll(/ALTER TABLE "(\w+)" ADD COLUMN "(\w+)"/g),
      ])
      .filter(([, table]) => tracked.has(table ?? ""))
      .map(([, table, column]) => [table ?? "", (column ?? "").replace(/_(\w)/g, (_, letter) => letter.toUpperCase())]);
    expect(added.length).toBeGreaterThan(0);
    for (const [table, field] of added) expect(laterFields[table ?? ""]?.flat()).toContain(field);
  });
});
