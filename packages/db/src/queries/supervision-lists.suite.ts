import { type SQL, sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { fillTitles } from "../../testing/many-titles.ts";
import { suite } from "../../testing/suite.ts";
import type { Database } from "../database.ts";
import { rowsOf } from "../rows.ts";
import { inspections } from "../schema/index.ts";
import { inspectionsWithin } from "./inspections.ts";

/** A page of what lasts for years costs what it shows, and not what there is. */
export const supervisionListsSuite = suite("lists of titles, obligations and inspections", (open) => {
  beforeAll(() => fillTitles(open().database, 500));

  it.each([
    ["obligations of all", sql`obligations order by due_on, id`, "obligations_by_day"],
    [
      "the city's own obligations",
      sql`obligations where holder = 'city' order by due_on, id`,
      "obligations_of_city|obligations_by_day",
    ],
    [
      "what is late in a district",
      sql`obligations where district = '410105' and state = 'due' and due_on < '2026-08-01' and is_binding order by due_on, id`,
      "obligations_due_in_district",
    ],
    [
      "what was done late",
      sql`obligations where state = 'done' and done_on > due_on and is_binding and kind <> 'appraisal' order by due_on, id`,
      "obligations_done_late",
    ],
    ["titles", sql`certifications order by valid_from, id`, "certifications_begin"],
    [
      "titles of a district",
      sql`certifications where district = '410105' order by valid_from, id`,
      "certifications_district",
    ],
    [
      "the public register",
      sql`certifications where confirmed_by is not null order by valid_from desc, certificate_number, id`,
      "certifications_register",
    ],
    ["inspections", sql`inspections order by created_at, id`, "inspections_listed"],
    [
      "what is owed of a kind for a half",
      sql`obligations where period = '2026-H1' and kind = 'half_year_report' order by due_on, id`,
      "obligations_of_period",
    ],
    [
      "reports in a state",
      sql`reports where state = 'forwarded' order by created_at desc, id desc`,
      "reports_created_in_state",
    ],
    [
      "reports of a district",
      sql`reports where district = '410105' order by created_at desc, id desc`,
      "reports_created_in_district",
    ],
    ["notices", sql`notices order by created_at, id`, "notices_created"],
    ["objections", sql`objections order by created_at, id`, "objections_created"],
    ["complaints", sql`complaints order by created_at, id`, "complaints_created"],
    ["sanctions", sql`sanctions order by created_at, id`, "sanctions_created"],
    [
      "organizations of a district",
      sql`organizations where district = '410105' order by uscc, id`,
      "organizations_code_in_district",
    ],
    ["sanctions of a title", sql`sanctions where certification_id = 'a'`, "sanctions_certification"],
  ])("reads %s in the order of an index", async (_, page, index) => {
    const plan = await open().database.transaction(async (transaction) => {
      // Among so few the planner might sort the whole table; among many it does not.
      for (const way of ["seqscan", "bitmapscan", "sort", "incremental_sort"]) {
        await transaction.execute(sql.raw(`set local enable_${way} = off`));
      }
      return rowsOf<Record<string, string>>(await transaction.execute(sql`explain select * from ${page} limit 25`));
    });
    const text = plan.map((line) => line["QUERY PLAN"]).join("\n");
    expect(text).toMatch(new RegExp(`Index Scan (Backward )?using (${index}) `));
    expect(text).not.toMatch(/Sort/);
  });

  it.each([
    [
      "what is late in a district",
      sql`obligations where district = '410105' and state = 'due' and due_on < '2026-08-01' and is_binding and kind <> 'appraisal' and period <> ''`,
      "obligations_counted_in_district",
    ],
    [
      "what is late anywhere",
      sql`obligations where state = 'due' and due_on < '2026-08-01' and is_binding and kind <> 'appraisal' and period <> ''`,
      "obligations_counted(_in_district)?",
    ],
    [
      "titles in force",
      sql`certifications where valid_to >= '2026-06-10' and valid_from <= '2026-06-10' and (state = 'valid' or ended_on > '2026-06-10') and id <> ''`,
      "certifications_standing",
    ],
  ])("counts %s from a narrow index alone", async (_, rows, index) => {
    const plan = await open().database.transaction((transaction) => planIn(transaction, sql`select 1 from ${rows}`));
    expect(plan).toMatch(new RegExp(`Index Only Scan using ${index} `));
  });

  it("looks a district's inspections up by the district, also where a plan is kept for all districts", async () => {
    const grant = { role: "district", district: "410105", organizations: [], onBehalfOf: null } as const;
    const reach = [{ scope: "own_district", grant }] as const;
    const within = inspectionsWithin({ inspections: reach, cityChecks: reach });
    const { sql: text } = open().database.select({ one: sql`1` }).from(inspections).where(within).toSQL();
    const plan = await open().database.transaction(async (transaction) => {
      await transaction.execute(sql.raw(`prepare of_district as ${text}`));
      await transaction.execute(sql`set local plan_cache_mode = force_generic_plan`);
      const kept = await planIn(transaction, sql`execute of_district('410105')`);
      await transaction.execute(sql`deallocate of_district`);
      return kept;
    });
    expect(plan).toMatch(/Index Only Scan using inspections_counted_in_district .*\n\s+Index Cond: \(district = \$1\)/);
  });

  /** The plan where no table is looked through: among so few rows that might cost less, among many it does not. */
  async function planIn(transaction: Database, query: SQL): Promise<string> {
    for (const way of ["seqscan", "bitmapscan"]) await transaction.execute(sql.raw(`set local enable_${way} = off`));
    const plan = rowsOf<Record<string, string>>(await transaction.execute(sql`explain ${query}`));
    return plan.map((line) => line["QUERY PLAN"]).join("\n");
  }
});
