import type { Evaluation } from "@shifan/contract";
import { type Database, listRevokedTitlesOf } from "@shifan/db";
import { barredSince, checkUscc, lifecycleFigure, parseDate } from "@shifan/rules";
import type { Clock } from "../clock.ts";
import type { PolicyCatalog } from "../policies/catalog.ts";
import { selectVersion } from "../policies/service.ts";

type Services = { database: Database; catalog: PolicyCatalog; clock: Clock };

/** The code of whoever asks, where they give one that can be. */
function codeOf({ facts }: Evaluation): string | null {
  const given = Object.hasOwn(facts, "uscc") ? facts.uscc : undefined;
  const checked = typeof given === "string" ? checkUscc(given) : null;
  return checked?.ok ? checked.code : null;
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
    const titles = revoked.get(codeOf(item) ?? "") ?? [];
    const selected = selectVersion(services, policyId, item.asOf);
    if (titles.length === 0 || !selected.ok) return item;
    const { document } = selected.policy;
    const years = lifecycleFigure(document, "ban_years");
    const stated = Object.hasOwn(item.facts, document.submission_date)
      ? item.facts[document.submission_date]
      : undefined;
    const day = typeof stated === "string" && parseDate(stated) !== undefined ? stated : selected.asOf;
    const since = titles.flatMap(({ title }) => barredSince(title, day, years) ?? []).toSorted();
    const revokedOn = since.at(-1);
    if (revokedOn === undefined || !selected.policy.factIndexes.has("revoked_on")) return item;
    const { unknown = [] } = item;
    const known = new Set(["never_certified", "revoked_on"]);
    return {
      ...item,
      facts: { ...item.facts, never_certified: false, revoked_on: revokedOn },
      unknown: unknown.filter((fact) => !known.has(fact)),
    };
  });
}
