import { type ApplicationFilter, type ApplicationPage, type Database, listApplications, type Reach } from "@shifan/db";
import type { Grant } from "@shifan/rules";

const grant = (role: Grant["role"], district: string | null): Grant => ({
  role,
  district,
  organizations: [],
  onBehalfOf: null,
});

/** What an officer of the city sees, and one of a district. */
const city: Reach = [{ scope: "handed_in", grant: grant("city", null) }];
const district: Reach = [{ scope: "own_district_handed_in", grant: grant("district", "410105") }];

/** The first page as people ask for it: newest first, counted as far as lists are. */
const first: ApplicationPage = {
  sort: { field: "changedAt", descending: true },
  limit: 25,
  from: 0,
  after: null,
  countUpTo: 10_001,
};

/** One page of a list, with its total. */
export type ListQuery = (database: Database) => Promise<{ total: number }>;

const query =
  (reach: Reach, filter: ApplicationFilter, page: Partial<ApplicationPage> = {}): ListQuery =>
  (database) =>
    listApplications(database, { reach, filter, page: { ...first, ...page }, day: "2026-06-10" });

/** Questions that officers put to the list of applications. */
export const applicationLists: Readonly<Record<string, ListQuery>> = {
  "all, newest first": query(city, {}),
  "all, by their beginning": query(city, {}, { sort: { field: "createdAt", descending: false } }),
  "the 5,001st and on": query(city, {}, { from: 5_000 }),
  "behind a cursor": query(city, {}, { after: { at: new Date("2026-05-10T01:30:00Z"), id: "application-1" } }),
  "of a year, in a state": query(city, { year: 2025, state: ["accepted"] }),
  "of a district": query(district, {}),
  "of a district, in a state": query(district, { state: ["submitted"] }),
  "in two states": query(city, { state: ["submitted", "returned"] }),
  "a word of two characters": query(city, { q: "鼎晟" }),
  "a rare word": query(city, { q: "鼎晟信息" }),
  "a word of an eighth of all": query(city, { q: "检验检测" }),
  "a word of all": query(city, { q: "郑州" }),
  "a code": query(city, { q: "91410100MA00000123" }),
  "a word, in a state": query(city, { q: "信息", state: ["submitted"] }),
  "a word, of a district": query(district, { q: "信息" }),
  "a word of all, in a state": query(city, { q: "郑州", state: ["submitted"] }),
  "two words, one of them rare": query(city, { q: "检验检测 鼎晟" }),
  "a word, of a district, in a state": query(district, { q: "信息", state: ["submitted"] }),
};
