import {
  inspectionsWithin,
  listInspections,
  listNotices,
  listObjections,
  listObligations,
  listOrganizations,
  listReports,
  listTitles,
  noticeReachColumns,
  objectionsWithin,
  obligationReachColumns,
  type Reach,
  reportReachColumns,
  withinReach,
} from "@shifan/db";
import type { Grant, Scope } from "@shifan/rules";
import type { ListQuery } from "./list-queries.ts";

const reachOf = (scope: Scope, role: Grant["role"], district: string | null): Reach => [
  { scope, grant: { role, district, organizations: [], onBehalfOf: null } },
];
const all = reachOf("all", "city", null);
const handedIn = reachOf("handed_in", "city", null);
const own = reachOf("own_district", "district", "410105");
const ownHandedIn = reachOf("own_district_handed_in", "district", "410105");

const day = "2026-06-10";
const page = { limit: 25, from: 0, countUpTo: 10_001 };
const newest = { ...page, descending: true, after: null };
const first = { ...page, descending: false, after: null };

const obligations =
  (reach: Reach, filter: Parameters<typeof listObligations>[1]["filter"] = {}): ListQuery =>
  (database) =>
    listObligations(database, { within: withinReach(reach, obligationReachColumns), filter, page: first, day });
const inspections =
  (reach: Reach, filter: Parameters<typeof listInspections>[1]["filter"] = {}): ListQuery =>
  (database) =>
    listInspections(database, {
      within: inspectionsWithin({ inspections: reach, cityChecks: reach }),
      filter,
      page: newest,
      day,
    });
const reports =
  (reach: Reach, filter: Parameters<typeof listReports>[1]["filter"] = {}): ListQuery =>
  (database) =>
    listReports(database, { within: withinReach(reach, reportReachColumns), filter, page: newest });
const titles =
  (filter: Parameters<typeof listTitles>[1]["filter"] = {}): ListQuery =>
  (database) =>
    listTitles(database, { reach: all, filter, page: newest, day, functions: null });
const organizations =
  (reach: Reach, filter: Parameters<typeof listOrganizations>[1]["filter"] = {}): ListQuery =>
  (database) => {
    const sorted = { ...page, sort: { field: "uscc", descending: false }, after: null } as const;
    return listOrganizations(database, { reach, filter, page: sorted, day });
  };
const notices =
  (filter: Parameters<typeof listNotices>[1]["filter"] = {}): ListQuery =>
  (database) =>
    listNotices(database, { within: withinReach(all, noticeReachColumns), filter, page: newest });
const objections =
  (filter: Parameters<typeof listObjections>[1]["filter"] = {}): ListQuery =>
  (database) =>
    listObjections(database, { within: objectionsWithin(all), filter, page: newest });

/** Questions that officers put to the lists of what comes after the certificate. */
export const supervisionLists: Readonly<Record<string, ListQuery>> = {
  "obligations, by their days": obligations(all),
  "obligations of a district, late": obligations(own, { standing: "late" }),
  "obligations of a kind, of a half": obligations(all, { kind: "half_year_report", period: "2026-H1" }),
  "inspections, newest first": inspections(all),
  "inspections of a district": inspections(own),
  "inspections in a state": inspections(all, { state: "carried_out" }),
  "reports, newest first": reports(handedIn),
  "reports of a district": reports(ownHandedIn),
  "reports of a half, in a state": reports(handedIn, { period: "2026-H1", state: "sent_to_district" }),
  "titles, newest first": titles(),
  "titles of a district": titles({ district: "410105" }),
  "titles in force": titles({ standing: "valid" }),
  "titles by a rare word": titles({ q: "鼎晟信息" }),
  "titles by a word of an eighth of all": titles({ q: "检验检测" }),
  "organizations, by their codes": organizations(all),
  "organizations of a district": organizations(own),
  "organizations by a rare word": organizations(all, { q: "鼎晟信息" }),
  "organizations by a word of an eighth of all": organizations(all, { q: "检验检测" }),
  "notices, newest first": notices(),
  "notices of a kind, published": notices({ kind: "general", state: "published" }),
  "objections, newest first": objections(),
  "objections in a state": objections({ state: "filed" }),
};
