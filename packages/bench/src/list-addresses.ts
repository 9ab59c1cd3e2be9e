/** A list as somebody asks for it over HTTP: who, its address, its filter and its order. */
export interface ListAddress {
  readonly reader: "city" | "district";
  readonly path: string;
}

const first = [0, 24] as const;

function list(
  reader: ListAddress["reader"],
  resource: string,
  filter: Readonly<Record<string, unknown>> = {},
  { sort, range = first }: { sort: readonly [string, "ASC" | "DESC"]; range?: readonly [number, number] },
): ListAddress {
  const query = new URLSearchParams({
    sort: JSON.stringify(sort),
    range: JSON.stringify(range),
    filter: JSON.stringify(filter),
  });
  return { reader, path: `/api/v1/${resource}?${query}` };
}

type Filter = Readonly<Record<string, unknown>>;
const newest = { sort: ["changedAt", "DESC"] } as const;
const latest = { sort: ["createdAt", "DESC"] } as const;
const applications = (reader: ListAddress["reader"], filter: Filter = {}) =>
  list(reader, "applications", filter, newest);
const obligations = (reader: ListAddress["reader"], filter: Filter = {}) =>
  list(reader, "obligations", filter, { sort: ["dueOn", "ASC"] });
const inspections = (reader: ListAddress["reader"], filter: Filter = {}) => list(reader, "inspections", filter, latest);
const reports = (reader: ListAddress["reader"], filter: Filter = {}) => list(reader, "reports", filter, latest);
const titles = (filter: Filter = {}) => list("city", "certifications", filter, { sort: ["validFrom", "DESC"] });
const organizations = (reader: ListAddress["reader"], filter: Filter = {}) =>
  list(reader, "organizations", filter, { sort: ["uscc", "ASC"] });
const notices = (filter: Filter = {}) => list("city", "notices", filter, latest);

/** The lists of applications, filtered, sorted, searched and turned. */
export const applicationAddresses: Readonly<Record<string, ListAddress>> = {
  "all, newest first": applications("city"),
  "all, by their beginning": list("city", "applications", {}, { sort: ["createdAt", "ASC"] }),
  "the 5,001st and on": list("city", "applications", {}, { ...newest, range: [5_000, 5_024] }),
  "of a year, in a state": applications("city", { year: 2025, state: "accepted" }),
  "of a district": applications("district"),
  "of a district, in a state": applications("district", { state: "submitted" }),
  "in two states": applications("city", { state: ["submitted", "returned"] }),
  "a word of two characters": applications("city", { q: "鼎晟" }),
  "a rare word": applications("city", { q: "鼎晟信息" }),
  "a word of an eighth of all": applications("city", { q: "检验检测" }),
  "a word of all": applications("city", { q: "郑州" }),
  "a code": applications("city", { q: "91410100MA00000123" }),
  "a word, in a state": applications("city", { q: "信息", state: "submitted" }),
  "a word, of a district": applications("district", { q: "信息" }),
  "a word of all, in a state": applications("city", { q: "郑州", state: "submitted" }),
  "two words, one of them rare": applications("city", { q: "检验检测 鼎晟" }),
  "a word, of a district, in a state": applications("district", { q: "信息", state: "submitted" }),
};

/** The lists of what comes after the certificate, but for objections: those that are filled have nobody's sealed particulars, which the API opens. */
export const supervisionAddresses: Readonly<Record<string, ListAddress>> = {
  "obligations, by their days": obligations("city"),
  "obligations of a district, to be done": obligations("district", { state: "due" }),
  "obligations of a kind, of a half": obligations("city", { kind: "half_year_report", period: "2026-H1" }),
  "inspections, newest first": inspections("city"),
  "inspections of a district": inspections("district"),
  "inspections in a state": inspections("city", { state: "carried_out" }),
  "reports, newest first": reports("city"),
  "reports of a district": reports("district"),
  "reports of a half, in a state": reports("city", { period: "2026-H1", state: "sent_to_district" }),
  "titles, newest first": titles(),
  "titles of a district": titles({ district: "410105" }),
  "titles in force": titles({ standing: "valid" }),
  "titles by a rare word": titles({ q: "鼎晟信息" }),
  "titles by a word of an eighth of all": titles({ q: "检验检测" }),
  "organizations, by their codes": organizations("city"),
  "organizations of a district": organizations("district"),
  "organizations by a rare word": organizations("city", { q: "鼎晟信息" }),
  "organizations by a word of an eighth of all": organizations("city", { q: "检验检测" }),
  "notices, newest first": notices(),
  "notices of a kind, published": notices({ kind: "general", state: "published" }),
};
