import { applicationStateLabels } from "@shifan/contract";
import type { RoundRow } from "@shifan/db";
import { articleOfAct, fullMarks, spellMean } from "@shifan/rules";
import { policyOfRound } from "../acts/policy-of-round.ts";
import type { PrintedDocument } from "../documents/description/description.ts";
import { type MinutedCase, selectionMinutes } from "../documents/notices/minutes.ts";
import { programmeName } from "../documents/papers/paper.ts";
import { platformTypeName } from "./platform-type.ts";
import { listStandingCases, readOpenForm, type StandingCase } from "./round-cases.ts";
import { type PaperServices, stampedOptions } from "./route.ts";

/** 评审会议纪要 of a round as it stands: every case that the experts have had. */
export async function describeMinutes(services: PaperServices, round: RoundRow): Promise<PrintedDocument> {
  const { database, catalog, clock } = services;
  const today = clock.today();
  const policy = await policyOfRound(catalog, round, today);
  const cases: MinutedCase[] = [];
  for (const each of await listStandingCases(database, round, today)) {
    if (each.reviews.length === 0) continue;
    const { sections } = await readOpenForm(database, each.application.id);
    const type = platformTypeName(policy, sections.supplement?.platform_type);
    const district = policy.document.districts.find(({ id }) => id === each.application.district)?.name ?? "";
    cases.push({ ...minuted(each), district, platformType: type });
  }
  return selectionMinutes(
    {
      programme: { name: programmeName(policy.document), roundYear: round.year },
      article: articleOfAct(policy.document, "applications", "propose"),
      office: policy.document.issuer,
      quota: round.quota,
      fullMarks: fullMarks(policy.document.score_sheet),
      cases,
    },
    stampedOptions(services, { round: round.id, cases }, round.revision),
  );
}

function minuted({ application, reviews, standing }: StandingCase): Omit<MinutedCase, "district" | "platformType"> {
  const { organizationName, discussion, discussedOn, state, reason } = application;
  return {
    organization: organizationName,
    reviews: reviews.map(({ name, employer, total, recusedReason }) => ({
      expert: name,
      employer,
      total: recusedReason === null ? total : null,
      recused: recusedReason,
    })),
    mean: standing === null ? null : { text: spellMean(standing.mean), ...standing.mean },
    place: standing?.rank ?? null,
    isTied: standing?.isTied ?? false,
    discussion: discussion === null ? null : { text: discussion, on: discussedOn },
    outcome: applicationStateLabels[state],
    reason: reason ?? "",
  };
}
