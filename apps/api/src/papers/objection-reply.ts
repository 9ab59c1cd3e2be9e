import { findApplication, findPublishedObjection } from "@shifan/db";
import { articleOfAct, type PolicyDocument } from "@shifan/rules";
import { programmeOf } from "../application-documents/programme.ts";
import { policyOfApplication } from "../applications/subject.ts";
import type { PrintedDocument } from "../documents/description/description.ts";
import { objectionReply } from "../documents/letters/objection-reply.ts";
import { type PaperServices, stampedOptions } from "./route.ts";

const acts = { inadmissible: "refuse", upheld: "uphold", dismissed: "dismiss" } as const;

/** The answer to whoever objected, by the number of the receipt; null before there is a decision. Nothing sealed is opened for it. */
export async function describeObjectionReply(services: PaperServices, id: string): Promise<PrintedDocument | null> {
  const { database } = services;
  const found = await findPublishedObjection(database, id);
  if (found === null || found.objection.outcome === null) return null;
  const { objection, organizationName } = found;
  const application = await findApplication(database, objection.applicationId);
  if (application === null) throw new Error(`the application of the objection ${id} is missing`);
  const policy = await policyOfApplication(services, database, application);
  const outcome = objection.outcome ?? "inadmissible";
  const content = { objection: id, outcome, finding: objection.finding, reply: objection.reply };
  return objectionReply(
    {
      outcome,
      programme: await programmeOf(database, application, policy),
      receiptNumber: objection.receiptNumber,
      receivedOn: objection.receivedOn,
      organization: organizationName,
      finding: objection.finding ?? "",
      reply: objection.reply ?? "",
      office: policy.document.issuer,
      decidedOn: objection.decidedOn ?? "",
      articles: {
        act: articleOfAct(policy.document, "objections", acts[outcome]),
        supervision: supervisionArticle(policy.document),
      },
    },
    stampedOptions(services, content, objection.revision),
  );
}

/** On which everybody's supervision rests: that of a complaint. */
function supervisionArticle(document: PolicyDocument): string {
  return articleOfAct(document, "complaints", "file");
}
