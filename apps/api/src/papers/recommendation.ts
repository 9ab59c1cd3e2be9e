import {
  findApplication,
  findApplicationSection,
  findOrganization,
  findOrganizationName,
  findRecommendation,
  findRound,
  listRecommendedApplications,
} from "@shifan/db";
import { type Actor, articleOfAct, permittingGrant } from "@shifan/rules";
import { policyOfRound } from "../acts/policy-of-round.ts";
import { valuesOfSection } from "../applications/form.ts";
import type { PrintedDocument } from "../documents/description/description.ts";
import { type RecommendedCase, recommendationLetter } from "../documents/letters/recommendation-letter.ts";
import { programmeName } from "../documents/papers/paper.ts";
import { relationOfRecommendation } from "../recommendations/view.ts";
import { readStanding } from "../surveys/standing.ts";
import { districtOffice } from "./letters.ts";
import { platformTypeName } from "./platform-type.ts";
import { type PaperServices, stampedOptions } from "./route.ts";

/** A district's letter with its cases by rank; null when there is none that the reader may see. */
export async function describeRecommendation(
  services: PaperServices,
  actor: Actor,
  id: string,
): Promise<PrintedDocument | null> {
  const { database, catalog, clock } = services;
  const letter = await findRecommendation(database, id);
  if (letter === null) return null;
  if (permittingGrant(actor, "recommendations", "read", relationOfRecommendation(letter)) === null) return null;
  const round = await findRound(database, letter.roundId);
  if (round === null) throw new Error(`the round of the letter ${id} is missing`);
  const policy = await policyOfRound(catalog, round, clock.today());
  const cases: RecommendedCase[] = [];
  let dataVersion = 1;
  for (const each of await listRecommendedApplications(database, id)) {
    const application = await findApplication(database, each.applicationId);
    const organization = await findOrganization(database, each.organizationId);
    const type = await findApplicationSection(database, each.applicationId, "supplement");
    const { measured } = await readStanding(database, each.applicationId, policy);
    dataVersion = Math.max(dataVersion, application?.dataVersion ?? 0);
    cases.push({
      rank: each.rank,
      organization: await findOrganizationName(database, each.organizationId, letter.issuedOn),
      uscc: organization?.uscc ?? "",
      platformType: platformTypeName(policy, type === null ? null : valuesOfSection(type).platform_type),
      survey: measured.completed === 0 ? "" : `完成${measured.completed}家\n满意${measured.satisfied}家`,
      opinion: each.opinion,
      reasons: each.reason ?? "",
    });
  }
  return recommendationLetter(
    {
      programme: { name: programmeName(policy.document), roundYear: round.year },
      documentNumber: letter.documentNumber,
      issuedOn: letter.issuedOn,
      district: districtOffice(policy, letter.district),
      addressee: policy.document.issuer,
      measure: policy.document.title,
      article: articleOfAct(policy.document, "applications", "recommend"),
      cases,
    },
    stampedOptions(services, { letter: id, documentNumber: letter.documentNumber, cases }, dataVersion),
  );
}
