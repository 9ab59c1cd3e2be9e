import { type CertificationRow, findOrganization, findOrganizationName, findRound } from "@shifan/db";
import { articleOfAct } from "@shifan/rules";
import { policyOfRound } from "../acts/policy-of-round.ts";
import { certificateDocument } from "../documents/certificates/certificate.ts";
import type { PrintedDocument } from "../documents/description/description.ts";
import { programmeName } from "../documents/papers/paper.ts";
import { platformTypeName } from "./platform-type.ts";
import { type PaperServices, stampedOptions } from "./route.ts";

/** The certificate of a title; null for one that has none: without a number, or entered from papers and not yet confirmed. */
export async function describeCertificate(
  services: PaperServices,
  title: CertificationRow,
): Promise<PrintedDocument | null> {
  const { database, catalog, clock, defaultPolicy, publicUrl } = services;
  const isConfirmed = title.importedBy === null || title.confirmedBy !== null;
  if (title.certificateNumber === null || !isConfirmed) return null;
  const round = title.roundId === null ? null : await findRound(database, title.roundId);
  const policy = await policyOfRound(catalog, round ?? { policyId: defaultPolicy, policyVersion: null }, clock.today());
  const organization = await findOrganizationName(database, title.organizationId, title.validFrom);
  const uscc = (await findOrganization(database, title.organizationId))?.uscc ?? "";
  const { certificateNumber, documentNumber, platformName, platformType, validFrom, validTo } = title;
  const certification = { certificateNumber, documentNumber, platformName, validFrom, validTo };
  return certificateDocument(
    {
      certification,
      organization,
      uscc,
      platformType: platformTypeName(policy, platformType),
      title: programmeName(policy.document),
      issuer: policy.document.issuer,
      checkUrl: new URL(`/certificates/${encodeURIComponent(certificateNumber)}`, publicUrl).href,
      article: articleOfAct(policy.document, "applications", "certify"),
    },
    stampedOptions(services, { ...certification, organization, uscc }, title.revision),
  );
}
