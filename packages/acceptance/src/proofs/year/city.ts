import type { ManyObligation, ManyReader } from "@shifan/db/testing";
import type { Duty } from "./expectation.ts";
import { addDays } from "./working-days.ts";

/** The first and the last day of the simulated year. */
export const firstDay = "2026-01-01";
export const lastDay = "2026-12-31";

/** The reader to whom something is told on every day of work, so that each day shows that the server has looked. */
const daily = "daily";

/** Who is in the city and what they owe, and whom the product is to tell of it. */
export interface City {
  readonly readers: readonly ManyReader[];
  readonly obligations: readonly ManyObligation[];
  readonly duties: Duty[];
  /** Those of single platforms, by which the year's changes happen: the id of the obligation is the record. */
  readonly own: Duty[];
}

const reportsOfPlatforms = [
  { kind: "annual_report", period: "2025", dueOn: "2026-01-20" },
  { kind: "half_year_report", period: "2026-H1", dueOn: "2026-07-20" },
] as const;
const inspections = [
  { kind: "periodic_inspection", period: "2026-H1", dueOn: "2026-06-30" },
  { kind: "periodic_inspection", period: "2026-H2", dueOn: "2026-12-31" },
] as const;
const packages = [
  { kind: "annual_package", period: "2025", dueOn: "2026-01-31" },
  { kind: "half_year_package", period: "2026-H1", dueOn: "2026-07-31" },
] as const;

/**
 * A city of so many platforms with titles, the officers of its districts and one of its own.
 *
 * @param isDaily whether somebody is told something on every day of work
 * @param hasBot whether some are reached by the bot
 */
export function foundCity(
  size: number,
  districts: readonly string[],
  { isDaily, hasBot }: { readonly isDaily: boolean; readonly hasBot: boolean },
): City {
  const ways = hasBot ? allWays : allWays.filter((way) => way !== "telegram");
  const holder = (n: number, district: string) => holderOf(n, district, ways[n % ways.length] ?? "mail");
  const readers: ManyReader[] = [{ ...officer("city"), district: null }];
  const obligations: ManyObligation[] = [];
  const duties: Duty[] = [];
  const own: Duty[] = [];
  const owe = (obligation: ManyObligation, reader: string | null) => {
    obligations.push(obligation);
    if (reader !== null) own.push(dutyOf(obligation.kind, obligation.id, reader, obligation.dueOn));
  };
  for (let n = 1; n <= size; n += organizationsOf(n).length) {
    const reader = holder(n, districts[n % districts.length] as string);
    readers.push(reader);
    for (const organization of reader.organizations) {
      const title = { organization, district: reader.district as string };
      for (const report of reportsOfPlatforms) owe(ofPlatform(title, report), reader.id);
      for (const inspection of inspections) owe({ ...ofPlatform(title, inspection), holder: "district" }, null);
    }
  }
  for (const district of districts.filter((each) => readers.some((reader) => reader.district === each))) {
    const reader = { ...officer(district), district };
    readers.push(reader);
    for (const each of packages) {
      const id = `${each.kind}-${district}`;
      obligations.push({ id, subject: district, holder: "district", organization: null, district, ...each });
    }
    for (const { kind, period, dueOn } of [...inspections, ...packages])
      duties.push(dutyOf(kind, `${kind} ${district} ${period}`, reader.id, dueOn));
  }
  for (const { kind, period, dueOn } of packages) duties.push(dutyOf(kind, `${kind} city ${period}`, "city", dueOn));
  // Planned by the product itself, under an id of its own.
  duties.push(dutyOf("yearly_round", "yearly_round", "city", lastDay));
  if (isDaily) {
    const reader = {
      ...holder(size + 3, districts[0] as string),
      id: daily,
      organizations: [`organization-${size + 3}`],
    };
    readers.push(reader);
    for (let day = firstDay; day <= addDays(lastDay, 20); day = addDays(day, 1)) {
      const title = { organization: reader.organizations[0] as string, district: reader.district as string };
      const obligation = ofPlatform(title, { kind: "half_year_report", period: "2026-H1", dueOn: day });
      owe({ ...obligation, id: `daily-${day}`, subject: `daily-${day}` }, reader.id);
    }
  }
  return { readers, obligations, duties: [...duties, ...own], own: own.filter(({ reader }) => reader !== daily) };
}

const dutyOf = (subject: string, record: string, reader: string, due: string): Duty => ({
  subject,
  record,
  reader,
  due,
  isOver: false,
});

const officer = (of: string): Omit<ManyReader, "district"> => ({
  id: of,
  channel: "mail",
  address: `${of}@officer.example`,
  organizations: [],
});

/** One in five acts for two organizations: what both owe is one message. */
const organizationsOf = (n: number): string[] =>
  n % 5 === 0 ? [`organization-${n}`, `organization-${n + 1}`] : [`organization-${n}`];

/** By which holders are reached, as many by each. */
const allWays: readonly ManyReader["channel"][] = ["mail", "sms", "telegram"];

function holderOf(n: number, district: string, channel: ManyReader["channel"]): ManyReader {
  const addresses = {
    mail: `holder-${n}@year.example`,
    sms: `139${String(n).padStart(8, "0")}`,
    telegram: String(7_000_000 + n),
  };
  return { id: `holder-${n}`, organizations: organizationsOf(n), district, channel, address: addresses[channel] };
}

function ofPlatform(
  { organization, district }: { organization: string; district: string },
  { kind, period, dueOn }: { kind: string; period: string; dueOn: string },
): ManyObligation {
  const subject = `title-${organization}`;
  return {
    id: `${kind}-${period}-${organization}`,
    kind,
    subject,
    period,
    holder: "platform",
    organization,
    district,
    dueOn,
  };
}
