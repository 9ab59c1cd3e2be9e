import type { Grant } from "@shifan/rules";
import { type SQL, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { applicationAt, fillApplications } from "../../testing/many-applications.ts";
import { suite } from "../../testing/suite.ts";
import { rowsOf } from "../rows.ts";
import { type ApplicationFilter, type ApplicationPage, listApplications } from "./application-list.ts";
import type { Reach } from "./reach.ts";

const count = 3_000;
const all = Array.from({ length: count }, (_, index) => applicationAt(index));
type Known = (typeof all)[number];

const officer = (role: Grant["role"], district: string | null): Grant => {
  return { role, district, organizations: [], onBehalfOf: null };
};
const reaches = {
  city: [{ scope: "handed_in", grant: officer("city", null) }],
  district: [{ scope: "own_district_handed_in", grant: officer("district", "410105") }],
} as const satisfies Record<string, Reach>;
const newestFirst: ApplicationPage = {
  sort: { field: "changedAt", descending: true },
  limit: 25,
  from: 0,
  after: null,
  countUpTo: 10_001,
};

/** The same by hand: those in reach that the filter keeps, newest first. */
function byHand(reach: keyof typeof reaches, { q, state, year, district }: ApplicationFilter): Known[] {
  const kept = all.filter(
    (each) =>
      each.state !== "draft" &&
      (reach === "city" || each.district === "410105") &&
      (q === undefined || q.split(" ").every((word) => each.name.includes(word) || each.uscc.startsWith(word))) &&
      (state === undefined || state.includes(each.state)) &&
      (year === undefined || each.round === `round-${year}`) &&
      (district === undefined || each.district === district),
  );
  const key = ({ at, id }: Known) => `${at} ${id}`;
  return kept.toSorted((left, right) => (key(left) < key(right) ? 1 : -1));
}

export const applicationListSuite = suite("the list of applications", (open) => {
  beforeAll(() => fillApplications(open().database, count));

  const ask = async (reach: keyof typeof reaches, filter: ApplicationFilter, page: Partial<ApplicationPage> = {}) => {
    const options = { reach: reaches[reach], filter, page: { ...newestFirst, ...page }, day: "2026-06-10" };
    const { rows, total } = await listApplications(open().database, options);
    return { ids: rows.map(({ id }) => id), total };
  };
  const idsOf = (known: readonly Known[]) => known.map(({ id }) => id);

  const filters: readonly ApplicationFilter[] = [
    {},
    { state: ["submitted"] },
    { state: ["submitted", "returned"], year: 2025 },
    { district: "410105", state: ["recommended"] },
    { q: "鼎晟" },
    { q: "检验检测" },
    { q: "检验检测", state: ["accepted"] },
    { q: "郑州" },
    { q: "鼎" },
    { q: "郑州 检验检测" },
    { q: "郑州 有限公司" },
    { q: "检验检测 没有这家" },
    { q: "91410100MA00000123" },
    { q: "91410100MA000001" },
    { q: "没有这家" },
  ];

  describe.each(filters.flatMap((filter) => (["city", "district"] as const).map((reach) => ({ reach, filter }))))(
    "for the $reach by $filter",
    ({ reach, filter }) => {
      const known = byHand(reach, filter);

      it("has the page and the total", async () => {
        expect(await ask(reach, filter)).toEqual({ ids: idsOf(known.slice(0, 25)), total: known.length });
        const second = await ask(reach, filter, { from: 20, limit: 10 });
        expect(second).toEqual({ ids: idsOf(known.slice(20, 30)), total: known.length });
      });

      it("has the same page where the counting stops before the end, and where it goes to it", async () => {
        expect(await ask(reach, filter, { countUpTo: 30 })).toEqual({
          ids: idsOf(known.slice(0, 25)),
          total: Math.min(known.length, 30),
        });
        expect((await ask(reach, filter, { countUpTo: null, limit: 3 })).total).toBe(known.length);
      });

      it("has the total also where a page lies behind the last row", async () => {
        expect(await ask(reach, filter, { from: count })).toEqual({ ids: [], total: known.length });
      });

      it("goes on behind a cursor, in both directions", async () => {
        const { at, id } = known[2] ?? (all[0] as Known);
        const after = { at: new Date(at), id };
        const behind = idsOf(known).indexOf(id) + 1;
        const there = await ask(reach, filter, { after, limit: 5 });
        if (behind > 0) expect(there.ids).toEqual(idsOf(known.slice(behind, behind + 5)));
        expect(there.total).toBe(known.length);
        const back = await ask(reach, filter, { after, limit: 5, sort: { field: "createdAt", descending: false } });
        if (behind > 0) expect(back.ids).toEqual(idsOf(known.slice(0, behind - 1)).toReversed());
      });
    },
  );

  it.each([
    ["all of them", sql`true`, "applications_counted_in_state"],
    ["of a district", sql`district = '410105'`, "applications_counted_in_district"],
    ["in a state", sql`state in ('submitted')`, "applications_counted_in_state"],
    [
      "of a district in a state",
      sql`district = '410105' and state in ('submitted')`,
      "applications_counted_in_district",
    ],
    ["of a round", sql`round_id in ('round-2025')`, "applications_state"],
  ])("counts %s from a narrow index alone", async (_, condition, index) => {
    expect(await planOf(sql`select 1 from applications where is_handed_in and ${condition}`)).toMatch(
      new RegExp(`Index Only Scan.* using ${index}`),
    );
  });

  it.each([
    ["of all", sql`true`, ""],
    ["in a state", sql`state in ('submitted')`, "_in_state"],
    ["of a district in a state", sql`district = '410105' and state in ('submitted')`, "_in_district"],
  ])("counts who holds a word, %s, from an index alone", async (_, condition, index) => {
    const found = sql`beginning >= '郑州' and beginning < '郑州\u{10ffff}' and repeated < 2`;
    expect(await planOf(sql`select 1 from application_words where ${found} and ${condition}`)).toMatch(
      new RegExp(`Index Only Scan.* using application_words_found${index}`),
    );
  });

  const planOf = (query: SQL) =>
    open().database.transaction(async (transaction) => {
      // Among so few the planner might take the table as well; among many it does not.
      await transaction.execute(sql`set local enable_seqscan = off`);
      await transaction.execute(sql`set local enable_bitmapscan = off`);
      const plan = rowsOf<Record<string, string>>(await transaction.execute(sql`explain ${query}`));
      return plan.map((line) => line["QUERY PLAN"]).join("\n");
    });
});
