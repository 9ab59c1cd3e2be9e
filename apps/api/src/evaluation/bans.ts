import type { Evaluation } from "@shifan/contract";
import { type CertificationRow, type Database, listRevokedTitlesOf } from "@shifan/db";
import { barredSince, checkUscc, lastDayOfBan, lifecycleFigure, type Policy, parseDate } from "@shifan/rules";
import type { Clock } from "../clock.ts";
import type { PolicyCatalog } from "../policies/catalog.ts";
import { selectVersion } from "../policies/service.ts";

type Services = { database: Database; catalog: PolicyCatalog; clock: Clock };

/** What the register has of a unit that is barred on a day: since when, until when, and what follows for its facts. */
export type Ban = {
  readonly until: string;
  readonly facts: { readonly never_certified: false; readonly revoked_on: string };
};

/** The code of whoever asks, where they give one that can be. */
function codeOf({ facts }: Evaluation): string | null {
  const given = Object.hasOwn(facts, "uscc") ? facts.uscc : undefined;
  const checked = typeof given === "string" ? checkUscc(given) : null;
  return checked?.ok ? checked.code : null;
}

/** The ban that revoked titles bring on a day, the one that lasts longest; null where none bars then, or the policy does not ask. */
function banOf({ document, factIndexes }: Policy, titles: readonly CertificationRow[], day: string): Ban | null {
  if (titles.length === 0 || !factIndexes.has("revoked_on")) return null;
  const years = lifecycleFigure(document, "ban_years");
  const bans = titles.flatMap((title) => {
    const since = barredSince(title, day, years);
    const until = lastDayOfBan(title, years);
    return since === null || until === null ? [] : [{ since, until }];
  });
  const last = bans.toSorted((one, other) => (one.until < other.until ? -1 : 1)).at(-1);
  return last === undefined ? null : { until: last.until, facts: { never_certified: false, revoked_on: last.since } };
}

/** The ban that the register has of one code on a day (第十四条); null where there is none. */
export async function findBan(
  database: Database,
  { code, policy, day }: { code: string; policy: Policy; day: string },
): Promise<Ban | null> {
  const revoked = await listRevokedTitlesOf(database, [code]);
  const titles = revoked.map(({ title }) => title);
  return banOf(policy, titles, day);
}

/**
 * The facts of applicants with the ban that the register has of their code (第十四条): what is on record goes before what anybody states of
 * themselves. Without a code, or with one that is not barred on the day of submission, nothing is added.
 */
export async function addBans(
  services: Services,
  policyId: string,
  items: readonly Evaluation[],
): Promise<readonly Evaluation[]> {
  const codes = new Set(items.flatMap((item) => codeOf(item) ?? []));
  const revoked = Map.groupBy(await listRevokedTitlesOf(services.database, [...codes]), ({ uscc }) => uscc);
  if (revoked.size === 0) return items;
  return items.map((item) => {
    const titles = (revoked.get(codeOf(item) ?? "") ?? []).map(({ title }) => title);
    const selected = selectVersion(services, policyId, item.asOf);
    if (titles.length === 0 || !selected.ok) return item;
    const { document } = selected.policy;
    const stated = Object.hasOwn(item.facts, document.submission_date)
      ? item.facts[document.submission_date]
      : undefined;
    const day = typeof stated === "string" && parseDate(stated) !== undefined ? stated : selected.asOf;
    const ban = banOf(selected.policy, titles, day);
    if (ban === null) return item;
    const { unknown = [] } = item;
    return {
      ...item,
      facts: { ...item.facts, ...ban.facts },
      unknown: unknown.filter((fact) => !Object.hasOwn(ban.facts, fact)),
    };
  });
}
