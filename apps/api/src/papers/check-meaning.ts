import { titleCheckKindLabels } from "@shifan/contract";
import type { InspectionListRow } from "@shifan/db";
import { fillText, type HearingFinding, type PolicyDocument, spellDate, type TitleCheckResult } from "@shifan/rules";
import type { Meaning } from "../documents/letters/letter.ts";

type Of = Pick<InspectionListRow, "kind" | "rectifyUntil" | "validTo">;
type Letters = Pick<PolicyDocument, "supervision">;

/** What the letter on a check says that it means and does not mean, in the words of the policy. */
export function meaningOfCheck(
  { supervision }: Letters,
  { kind, result, rectifyUntil, validTo }: Of & { result: TitleCheckResult },
): Meaning {
  const fitting = supervision.check_letters.filter(
    ({ kinds, results, if_rectification: isConditional }) =>
      kinds.includes(kind) && results.includes(result) && (!isConditional || rectifyUntil !== null),
  );
  const reading = supervision.readings.find(({ id }) => id === "consecutive_failures_reading");
  const ways = (reading?.options ?? []).filter(({ value }) => value !== "undetermined").map(({ label }) => label);
  const values = {
    kind: titleCheckKindLabels[kind],
    valid_to: spellDate(validTo),
    rectify_until: rectifyUntil === null ? "" : spellDate(rectifyUntil),
    options: ways.join("；"),
    reading: reading?.options.find(({ value }) => value === reading.value)?.label ?? "",
  };
  return {
    means: fitting.flatMap(({ means }) => means).map((text) => fillText(text, values)),
    doesNotMean: fitting.flatMap((each) => each.does_not_mean).map((text) => fillText(text, values)),
  };
}

/** What the letter on a finding says; where an appraisal has its result only now, with what that means. */
export function meaningOfFinding(
  document: Letters,
  finding: HearingFinding,
  { result, ...of }: Of & { result: TitleCheckResult | null },
): Meaning {
  const fitting = document.supervision.hearing_letters.filter(({ findings }) => findings.includes(finding));
  const values = { valid_to: spellDate(of.validTo) };
  const ofResult = result === null ? { means: [], doesNotMean: [] } : meaningOfCheck(document, { ...of, result });
  return {
    means: [...fitting.flatMap(({ means }) => means).map((text) => fillText(text, values)), ...ofResult.means],
    doesNotMean: [
      ...fitting.flatMap((each) => each.does_not_mean).map((text) => fillText(text, values)),
      ...ofResult.doesNotMean,
    ],
  };
}
