import { serviceMethodLabels } from "@shifan/contract";
import {
  type CertificationRow,
  findCertification,
  findInterpretation,
  findOrganizationName,
  type SanctionFile,
} from "@shifan/db";
import { articleOfAct, lifecycleFigure, type Policy, sanctionOfPolicy } from "@shifan/rules";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { PrintedDocument } from "../documents/description/description.ts";
import {
  priorNotice,
  type SanctionLetter,
  sanctionDecision,
  withdrawalDecision,
} from "../documents/letters/sanction-letters.ts";
import { type PaperOptions, programmeName } from "../documents/papers/paper.ts";
import { serviceReceiptDocument } from "../documents/papers/service-receipt.ts";
import { banOf, consequenceOf, groundName } from "../sanctions/view.ts";
import { type PaperServices, stampedOptions } from "./route.ts";

export const sanctionLetters = ["prior_notice", "decision", "service_receipt", "withdrawal"] as const;
export type SanctionLetterName = (typeof sanctionLetters)[number];

export const sanctionLetterTitles: Readonly<Record<SanctionLetterName, string>> = {
  prior_notice: "事先告知书",
  decision: "决定书",
  service_receipt: "送达回证",
  withdrawal: "撤回决定书",
};

/** A paper on a sanction; null where what it tells has not happened. A decision exists once a second officer has confirmed it. */
export async function describeSanctionPaper(
  services: PaperServices,
  sanction: SanctionFile,
  letter: SanctionLetterName,
): Promise<PrintedDocument | null> {
  const policy = await policyInForce(services);
  const title = await findCertification(services.database, sanction.certificationId);
  if (title === null) throw new Error(`the title of the sanction ${sanction.id} is missing`);
  const facts = await factsOf(services, policy, sanction, title);
  const content = { sanction, facts };
  const options = stampedOptions(services, content, sanction.revision);
  const { notifiedOn, statementUntil, effectiveOn, documentNumber } = sanction;
  if (letter === "prior_notice") {
    return notifiedOn === null || statementUntil === null
      ? null
      : priorNotice({ ...facts, notifiedOn, statementUntil }, options);
  }
  if (effectiveOn === null || documentNumber === null) return null;
  switch (letter) {
    case "decision":
      return describeDecision(services, policy, { sanction, facts, effectiveOn, documentNumber }, options);
    case "service_receipt":
      return describeServiceReceipt(sanction, facts, documentNumber, options);
    case "withdrawal": {
      const { reinstatement: reason, reinstatementNumber: number, reinstatedOn } = sanction;
      if (reason === null || number === null || reinstatedOn === null) return null;
      const { validTo } = title;
      return withdrawalDecision(
        { ...facts, documentNumber, effectiveOn, reason, number, reinstatedOn, validTo },
        options,
      );
    }
  }
}

async function factsOf(
  { database, clock }: PaperServices,
  policy: Policy,
  { kind, ground, organizationId, finding, evidence }: SanctionFile,
  { platformName }: CertificationRow,
): Promise<SanctionLetter> {
  const { document } = policy;
  return {
    kind,
    kindName: sanctionOfPolicy(document, kind).title,
    programme: programmeName(document),
    organization: await findOrganizationName(database, organizationId, clock.today()),
    platform: platformName,
    ground: groundName(policy, { kind, ground }),
    finding,
    evidence,
    consequence: consequenceOf(policy, kind),
    office: document.issuer,
    articles: {
      sanction: sanctionOfPolicy(document, kind).article,
      hearing: articleOfAct(document, "sanctions", "state-case"),
      ban: sanctionOfPolicy(document, "revocation").article,
      interpretation: articleOfAct(document, "interpretations", "issue"),
    },
  };
}

async function describeDecision(
  { database }: PaperServices,
  policy: Policy,
  {
    sanction,
    facts,
    effectiveOn,
    documentNumber,
  }: { sanction: SanctionFile; facts: SanctionLetter; effectiveOn: string; documentNumber: string },
  options: PaperOptions,
): Promise<PrintedDocument> {
  const { interpretationId, hearing, decision, servedOn, answerUntil } = sanction;
  const interpretation = interpretationId === null ? null : await findInterpretation(database, interpretationId);
  const { document } = policy;
  return sanctionDecision(
    {
      ...facts,
      documentNumber,
      effectiveOn,
      decision: decision ?? "",
      hearing: hearing ?? "",
      interpretationNumber: interpretation?.documentNumber ?? "",
      answerDays: lifecycleFigure(document, "sanction_answer_days"),
      answerUntil,
      review: {
        days: lifecycleFigure(document, "review_days"),
        litigationMonths: lifecycleFigure(document, "litigation_months"),
      },
      barredUntil: banOf(policy, sanction),
      isServed: servedOn !== null,
    },
    options,
  );
}

function describeServiceReceipt(
  { servedOn, serviceMethod, serviceReceipt }: SanctionFile,
  { kind, kindName, organization, office, articles }: SanctionLetter,
  documentNumber: string,
  options: PaperOptions,
): PrintedDocument {
  const notice =
    kind === "revocation"
      ? `不得再次申报的年限从送达之日起算，聊天消息、电话通知不算送达（${articles.ban}）。`
      : `取消没有不得再次申报的年限；聊天消息、电话通知不算送达（${articles.sanction}）。`;
  return serviceReceiptDocument(
    {
      document: `${kindName}资格决定书`,
      documentNumber,
      organization,
      office,
      method: serviceMethod === null ? "" : serviceMethodLabels[serviceMethod],
      servedOn,
      receipt: serviceReceipt ?? "",
      notice,
    },
    options,
  );
}
