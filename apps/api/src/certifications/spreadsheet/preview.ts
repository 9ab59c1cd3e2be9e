import type { ImportedTitle, TitlesPreview } from "@shifan/contract";
import { type Database, findOrganizationByUscc, findOrganizationName } from "@shifan/db";
import type { Policy } from "@shifan/rules";
import type { InputErrors } from "../../acts/outcome.ts";
import type { ProcedureServices } from "../../acts/services.ts";
import { checkTitles, codeOf } from "../check-titles.ts";
import type { TitlesReading } from "./read-titles.ts";

type Reading = Extract<TitlesReading, { kind: "read" }>;

/** Checks what was read as the import would, and says what it would enter. Nothing is written. */
export async function previewTitles(
  { database, clock }: ProcedureServices,
  policy: Policy,
  { titles, ignoredColumns, placed }: Reading,
): Promise<{ kind: "valid"; preview: TitlesPreview } | { kind: "invalid"; errors: InputErrors }> {
  const today = clock.today();
  const errors = await checkTitles(database, titles, { policy, today });
  if (errors.length > 0) return { kind: "invalid", errors: placed(errors) };
  const names = await recordedNames(database, titles, today);
  const shown = titles.map((title) => {
    const { organizationName, district, platformName, documentNumber, certificateNumber, validFrom, validTo } = title;
    const uscc = codeOf(title);
    return {
      ...{ uscc, organizationName, district, platformName, documentNumber, certificateNumber, validFrom, validTo },
      recordedName: names.get(uscc) ?? null,
      state: title.state,
      endedOn: title.endedOn,
      checks: title.checks.length,
    };
  });
  return { kind: "valid", preview: { titles: shown, ignoredColumns: [...ignoredColumns] } };
}

/** What the organizations that are on record already are called today, by their code. */
async function recordedNames(
  database: Database,
  titles: readonly ImportedTitle[],
  today: string,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const uscc of new Set(titles.map(codeOf))) {
    const organization = await findOrganizationByUscc(database, uscc);
    if (organization !== null) names.set(uscc, await findOrganizationName(database, organization.id, today));
  }
  return names;
}
