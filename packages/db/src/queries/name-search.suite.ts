import type { Grant, Scope } from "@shifan/rules";
import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { applicationAt, fillApplications } from "../../testing/many-applications.ts";
import { fillTitlesBeside } from "../../testing/many-records.ts";
import { suite } from "../../testing/suite.ts";
import { rowsOf } from "../rows.ts";
import { certifications, organizations } from "../schema/index.ts";
import { searchTextOf } from "../search-words.ts";
import { listOrganizations, type OrganizationFilter } from "./organization-list.ts";
import { insertMandate, insertOrganizationName } from "./organizations.ts";
import type { Reach } from "./reach.ts";
import { listRegister, listTitles, type TitleFilter } from "./title-list.ts";

const count = 2_100;
const all = Array.from({ length: count }, (_, index) => applicationAt(index));
const day = "2026-06-10";

const reachOf = (scope: Scope, role: Grant["role"], district: string | null = null): Reach => [
  { scope, grant: { role, district, organizations: ["organization-3"], onBehalfOf: null } },
];
const reaches = {
  city: reachOf("all", "city"),
  district: reachOf("own_district", "district", "410105"),
  owner: reachOf("own_organization", "applicant"),
};
type Reader = keyof typeof reaches;

export const nameSearchSuite = suite("the search by words of names", (open) => {
  beforeAll(async () => {
    await fillApplications(open().database, count);
    await fillTitlesBeside(open().database);
  }, 300_000);

  const pages = { limit: 500, from: 0, after: null, countUpTo: 10_001 };
  const searchOrganizations = async (reader: Reader, filter: OrganizationFilter & { q: string }, limit = 500) => {
    const page = { ...pages, limit, sort: { field: "uscc", descending: false } } as const;
    const { rows, total } = await listOrganizations(open().database, { reach: reaches[reader], filter, page, day });
    return { ids: rows.map(({ id }) => id), total };
  };
  const searchTitles = async (reader: Reader, filter: TitleFilter & { q: string }) => {
    const asked = { reach: reaches[reader], filter, page: { ...pages, descending: false }, day, functions: null };
    const { rows, total } = await listTitles(open().database, asked);
    return { ids: rows.map(({ id }) => id).toSorted(), total };
  };
  const byHand = (reader: Reader, q: string, district?: string) =>
    all.filter(
      ({ name, uscc, ...each }) =>
        q.split(" ").every((word) => name.includes(word) || uscc.startsWith(word)) &&
        (reader !== "district" || each.district === "410105") &&
        (reader !== "owner" || each.organization === "organization-3") &&
        (district === undefined || each.district === district),
    );

  describe.each(
    ["鼎晟", "检验检测", "检验检测 鼎", "91410100MA00000123", "没有这家", "郑州"].flatMap((q) =>
      (["city", "district", "owner"] as const).map((reader) => ({ q, reader })),
    ),
  )("for the $reader by $q", ({ q, reader }) => {
    it("has the organizations in their order and their total", async () => {
      const known = byHand(reader, q).toSorted((left, right) => (left.uscc < right.uscc ? -1 : 1));
      const ids = known.slice(0, 500).map(({ organization }) => organization);
      expect(await searchOrganizations(reader, { q })).toEqual({ ids, total: known.length });
      const ofDistrict = byHand(reader, q, "410102");
      expect((await searchOrganizations(reader, { q, district: "410102" }, 1)).total).toBe(ofDistrict.length);
    });

    it("has the titles and their total", async () => {
      const known = q.startsWith("9") ? [] : byHand(reader, q);
      const { ids, total } = await searchTitles(reader, { q });
      expect(total).toBe(known.length);
      if (total <= 500) expect(ids).toEqual(known.map(({ id }) => `title-${id}`).toSorted());
      const ofType = await searchTitles(reader, { q, platformType: "comprehensive" });
      const others = await searchTitles(reader, { q, platformType: "specialized" });
      expect(ofType.total + others.total).toBe(known.length);
    });
  });

  it("counts only organizations with a mandate in the state that is asked for", async () => {
    const holder = { userId: "u", holderName: "张三", holderPhone: { c: "A".repeat(43) } };
    const papers = { licenceFileId: null, authorizationFileId: null };
    const claim = {
      id: "mandate-5",
      organizationId: "organization-5",
      state: "claimed",
      claimedAt: new Date(0),
    } as const;
    await insertMandate(open().database, { ...claim, ...holder, ...papers });
    const q = applicationAt(5).uscc;
    expect(await searchOrganizations("city", { q, mandate: "claimed" })).toEqual({ ids: ["organization-5"], total: 1 });
    expect(await searchOrganizations("city", { q, mandate: "ended" })).toEqual({ ids: [], total: 0 });
  });

  it("finds nothing where nothing but signs is searched for", async () => {
    expect(await searchOrganizations("city", { q: "% _" })).toEqual({ ids: [], total: 0 });
  });

  it("finds a name that is longer than the index holds", async () => {
    const { database } = open();
    const name = "郑州高新技术产业开发区中小企业数字化转型促进中心有限公司";
    const added = { organizationId: "organization-7", fromOn: "2026-01-01", source: "执照", recordedAt: new Date(0) };
    await insertOrganizationName(database, { ...added, name });
    expect((await searchOrganizations("city", { q: name })).ids).toEqual(["organization-7"]);
    expect((await searchOrganizations("city", { q: `${name}甲乙` })).ids).toEqual([]);
  });

  it("finds an organization and its titles by each name that it has borne, and a title by the number of its certificate", async () => {
    const added = { organizationId: "organization-9", fromOn: "2026-01-01", source: "执照", recordedAt: new Date(0) };
    await insertOrganizationName(open().database, { ...added, name: "洛水ABC测试有限公司" });
    for (const q of ["洛水", "abc", applicationAt(9).name]) {
      expect((await searchOrganizations("city", { q })).ids).toContain("organization-9");
      expect((await searchTitles("city", { q })).ids).toContain("title-application-9");
    }
    const change = { certificateNumber: "郑示范〔2026〕77号" };
    await open().database.update(certifications).set(change).where(eq(certifications.id, "title-application-9"));
    expect((await searchTitles("city", { q: "示范 77号" })).ids).toEqual(["title-application-9"]);
  });

  it("follows a move to another district, and whether a title is confirmed", async () => {
    const { database } = open();
    const q = applicationAt(11).uscc;
    await database.update(organizations).set({ district: "410185" }).where(eq(organizations.id, "organization-11"));
    expect((await searchOrganizations("city", { q, district: "410185" })).ids).toEqual(["organization-11"]);
    const inRegister = async () => {
      const asked = { day, filter: { q: `${applicationAt(11).name} 11` }, functions: null, offset: 0, limit: 500 };
      const { rows, total } = await listRegister(database, asked);
      expect(total).toBe(rows.length);
      return rows.map(({ title }) => title.id);
    };
    const change = { certificateNumber: "郑示范11号" };
    await database.update(certifications).set(change).where(eq(certifications.id, "title-application-11"));
    expect(await inRegister()).toEqual(["title-application-11"]);
    await database
      .update(certifications)
      .set({ confirmedBy: null })
      .where(eq(certifications.id, "title-application-11"));
    expect(await inRegister()).toEqual([]);
    const named = { q: `${applicationAt(11).name} 11` };
    expect((await searchTitles("city", { ...named, isConfirmed: true })).ids).toEqual([]);
    expect(await searchTitles("city", { ...named, isConfirmed: false })).toEqual({
      ids: ["title-application-11"],
      total: 1,
    });
  });

  it.each(["郑州鼎晟（河南）检测有限公司", "ABC·科技２０", "中原-Ａ座 “甲”〔乙〕"])(
    "is kept by the database as a search is read: %s",
    async (name) => {
      const [row] = rowsOf<{ text: string }>(
        await open().database.execute(sql`select search_text_of(${name}::text) as text`),
      );
      expect(row?.text).toBe(searchTextOf(name));
    },
  );
});
