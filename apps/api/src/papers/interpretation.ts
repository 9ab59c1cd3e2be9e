import type { InterpretationRow } from "@shifan/db";
import { articleOfAct } from "@shifan/rules";
import { policyInForce } from "../acts/policy-of-round.ts";
import { dayInShanghai } from "../clock.ts";
import type { PrintedDocument } from "../documents/description/description.ts";
import { interpretationLetter } from "../documents/letters/interpretation-letter.ts";
import { findReplacement } from "../interpretations/replacement.ts";
import { effectOf } from "../interpretations/view.ts";
import { type PaperServices, stampedOptions } from "./route.ts";

/** An interpretation as a paper of the city: as it was issued, a draft as it stands. */
export async function describeInterpretationPaper(
  services: PaperServices,
  row: InterpretationRow,
): Promise<PrintedDocument> {
  const policy = await policyInForce(services);
  const { article, question, answer, documentNumber, fromOn, issuedOn, createdAt, revision } = row;
  const content = { article, question, answer, documentNumber, fromOn, issuedOn };
  return interpretationLetter(
    {
      ...content,
      policy: policy.document.title,
      draftedOn: dayInShanghai(createdAt),
      effect: effectOf(policy, row),
      isSuperseded: (await findReplacement(services.database, row, services.clock.today())) !== null,
      ground: articleOfAct(policy.document, "interpretations", "issue"),
      office: policy.document.issuer,
    },
    stampedOptions(services, content, revision),
  );
}
