import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { fillTitles } from "../../testing/many-titles.ts";
import { suite } from "../../testing/suite.ts";
import { certifications } from "../schema/index.ts";
import { listTitles, type TitleFilter } from "./title-list.ts";

const all = [{ scope: "all", grant: { role: "city", district: null, organizations: [], onBehalfOf: null } }] as const;
const term = { validFrom: "2023-06-01", validTo: "2026-05-31" };
const standings = ["valid", "not_yet_valid", "expired", "cancelled", "revoked"] as const;

/** Titles of the same term that came to different ends: of the record's own, or by a sanction from one day to another. */
const ends: readonly {
  own?: Partial<typeof certifications.$inferInsert>;
  sanction?: { kind: "cancellation" | "revocation"; effectiveOn: string; reinstatedOn?: string };
}[] = [
  {},
  { own: { state: "cancelled", endedOn: "2025-01-10" } },
  { own: { state: "revoked", endedOn: "2026-05-31" } },
  { sanction: { kind: "cancellation", effectiveOn: "2025-01-10" } },
  { sanction: { kind: "revocation", effectiveOn: "2025-01-10" } },
  { sanction: { kind: "cancellation", effectiveOn: "2025-01-10", reinstatedOn: "2025-03-01" } },
  { own: { state: "revoked", endedOn: "2025-06-01" }, sanction: { kind: "revocation", effectiveOn: "2025-06-01" } },
];
const days = [
  "2023-05-31",
  "2023-06-01",
  "2025-01-09",
  "2025-01-10",
  "2025-02-28",
  "2025-03-01",
  "2026-05-31",
  "2026-06-01",
];

export const titleStandingSuite = suite("the standing by which titles are listed", (open) => {
  beforeAll(async () => {
    const { database } = open();
    await fillTitles(database, ends.length);
    for (const [at, { own = {}, sanction }] of ends.entries()) {
      const id = `title-${at + 1}`;
      await database
        .update(certifications)
        .set({ ...term, ...own })
        .where(eq(certifications.id, id));
      if (sanction === undefined) continue;
      const { kind, effectiveOn, reinstatedOn = null } = sanction;
      const ground = kind === "cancellation" ? "consecutive_failures" : "unlawful_conduct";
      await database.execute(sql`
        insert into sanctions (id, kind, certification_id, organization_id, district, state, ground, finding, evidence, inspection_ids, proposed_by,
            notified_on, statement_until, hearing, heard_on, decision, document_number, decided_by, effective_on, confirmed_by,
            reinstatement, reinstatement_number, reinstatement_by, reinstatement_confirmed_by, reinstated_on, created_at, revision)
          values (${id}, ${kind}, ${id}, ${`organization-${at + 1}`}, '410101', ${reinstatedOn === null ? "effective" : "reinstated"}, ${ground}, '查实',
            '检查记录', '[]', 'u1', '2024-12-01', '2024-12-10', '已听取', '2024-12-11', '决定', '〔2025〕8号', 'u1', ${effectiveOn}, 'u2',
            ${reinstatedOn === null ? null : "撤回"}, ${reinstatedOn === null ? null : "〔2025〕10号"}, ${reinstatedOn === null ? null : "u1"},
            ${reinstatedOn === null ? null : "u2"}, ${reinstatedOn}, '2024-12-01T00:00:00Z', 1)`);
    }
  });

  const list = async (day: string, filter: TitleFilter) => {
    const page = { descending: false, limit: 100, from: 0, after: null, countUpTo: 10_001 };
    const { rows, total } = await listTitles(open().database, { reach: all, filter, page, day, functions: null });
    expect(total).toBe(rows.length);
    return rows;
  };

  describe.each(days)("on %s", (day) => {
    it.each(standings)("has those and no others that are %s", async (standing) => {
      const known = (await list(day, {})).filter((title) => title.standing === standing);
      const listed = await list(day, { standing });
      expect(listed.map(({ id }) => id)).toEqual(known.map(({ id }) => id));
      expect(listed.every((title) => title.standing === standing)).toBe(true);
    });
  });

  it("knows all of them", async () => {
    const rows = await Promise.all(days.map((day) => list(day, {})));
    expect(new Set(rows.flat().map(({ standing }) => standing))).toEqual(new Set(standings));
  });
});
