import { type ApplicationRow, findOrganizationName, findUpheldObjection } from "@shifan/db";
import { articleOfAct, formatDate, lifecycleFigure, type Policy, parseDate } from "@shifan/rules";
import { programmeOf } from "../application-documents/programme.ts";
import type { KeptReturn } from "../applications/context.ts";
import { policyOfApplication } from "../applications/subject.ts";
import { dayInShanghai } from "../clock.ts";
import type { PrintedDocument } from "../documents/description/description.ts";
import { type RefusalKind, refusalLetter } from "../documents/letters/refusal-letters.ts";
import { type Defect, returnNotice } from "../documents/letters/return-notice.ts";
import { type PaperServices, stampedOptions } from "./route.ts";

/** Letters of the district and of the city: each is printed by whoever sent it, and by the applicant. */
export const districtLetters = ["return_notice", "not_recommended"] as const;
export const cityLetters = ["not_selected", "not_certified"] as const;
export const applicationLetters = [...districtLetters, ...cityLetters] as const;
export type ApplicationLetter = (typeof applicationLetters)[number];

export const letterTitles: Readonly<Record<ApplicationLetter, string>> = {
  return_notice: "补正退回通知书",
  not_recommended: "不予推荐通知书",
  not_selected: "未入选通知书",
  not_certified: "不予认定通知书",
};

/** The act by which whoever reaches the application prints a letter of it. */
export function actOfLetter(letter: ApplicationLetter): "print-district-letter" | "print-city-letter" {
  return (districtLetters as readonly string[]).includes(letter) ? "print-district-letter" : "print-city-letter";
}

/** A letter to the applicant; null where there is no such decision. */
export async function describeLetter(
  services: PaperServices,
  application: ApplicationRow,
  letter: ApplicationLetter,
): Promise<PrintedDocument | null> {
  const policy = await policyOfApplication(services, services.database, application);
  if (letter === "return_notice") return describeReturnNotice(services, application, policy);
  if (letter === "not_certified") {
    if (application.state !== "rejected") return null;
    const objection = await findUpheldObjection(services.database, application.id);
    return objection === null
      ? describeRefusal(services, application, policy, "false_papers", application.reason ?? "")
      : describeRefusal(services, application, policy, "objection_upheld", objection.finding ?? "");
  }
  if (application.state !== letter) return null;
  return describeRefusal(services, application, policy, letter, application.reason ?? "");
}

async function describeReturnNotice(
  services: PaperServices,
  application: ApplicationRow,
  policy: Policy,
): Promise<PrintedDocument | null> {
  const { database } = services;
  const returned = application.returned as KeptReturn | null;
  if (returned === null || application.receivedOn === null) return null;
  const organization = await findOrganizationName(database, application.organizationId, returned.on);
  const { document } = policy;
  return returnNotice(
    {
      kind: returned.kind,
      programme: await programmeOf(database, application, policy),
      organization,
      receivedOn: application.receivedOn,
      returnedOn: returned.on,
      until: returned.until,
      defects: returned.defects.map((defect) => describeDefect(policy, defect)),
      district: districtOffice(policy, application.district),
      articles: {
        act: articleOfAct(document, "applications", "return"),
        report: document.lifecycle.refusals.report_not_of_submission_month ?? "",
      },
    },
    stampedOptions(services, { application: application.id, returned }, application.dataVersion),
  );
}

function describeDefect({ document }: Policy, { material, field, text }: KeptReturn["defects"][number]): Defect {
  const paper = document.materials.find(({ id }) => id === material);
  const place = [paper === undefined ? null : `${paper.id} ${paper.title}`, field];
  return { place: place.filter((each) => each !== null).join("，"), article: paper?.article ?? "", text };
}

const actsOfRefusal: Readonly<Record<RefusalKind, string>> = {
  not_recommended: "not-recommend",
  not_selected: "not-propose",
  objection_upheld: "uphold-objection",
  false_papers: "reject",
};

async function describeRefusal(
  services: PaperServices,
  application: ApplicationRow,
  policy: Policy,
  kind: RefusalKind,
  reasons: string,
): Promise<PrintedDocument> {
  const { database } = services;
  const { document } = policy;
  // Each of these states is the last: nothing has changed since the decision.
  const decidedOn = dayInShanghai(application.changedAt);
  const organization = await findOrganizationName(database, application.organizationId, decidedOn);
  return refusalLetter(
    {
      kind,
      programme: await programmeOf(database, application, policy),
      organization,
      office: kind === "not_recommended" ? districtOffice(policy, application.district) : document.issuer,
      decidedOn,
      answerUntil: formatDate((parseDate(decidedOn) ?? 0) + lifecycleFigure(document, "refusal_answer_days")),
      reasons,
      articles: {
        act: articleOfAct(document, "applications", actsOfRefusal[kind]),
        answer: document.lifecycle.refusals.reasons_required ?? "",
        ban: document.lifecycle.refusals.reapply_barred ?? "",
      },
    },
    stampedOptions(
      services,
      { application: application.id, kind, organization, decidedOn, reasons },
      application.dataVersion,
    ),
  );
}

/** The office of a district, as the forms name it. */
export function districtOffice({ document }: Policy, district: string): string {
  return `${document.districts.find(({ id }) => id === district)?.name ?? district}工信部门`;
}
