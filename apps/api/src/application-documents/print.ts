import { type ApplicationRow, appendEntry, insertApplicationPrint, lockApplication, seal } from "@shifan/db";
import type { FormData, Grant, Policy } from "@shifan/rules";
import type { Person } from "../acts/begin.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { readForm } from "../applications/form.ts";
import { policyOfApplication, relationOfApplication } from "../applications/subject.ts";
import { printedParts } from "../documents/annexes/pages-changed.ts";
import type { Stamp } from "../documents/description/description.ts";
import { stampOf } from "../documents/description/stamp.ts";

/** A form with the stamp of exactly this state of it. */
export type FormToPrint = {
  readonly application: ApplicationRow;
  readonly policy: Policy;
  readonly form: FormData;
  readonly stamp: Stamp;
};

/**
 * Reads the form for printing. The state is noted the first time it is printed, with what each page reads, so that a scan of it can be told from
 * a later state, page by page. Read under the application's lock: nobody changes the form between its version and its content.
 *
 * @throws Error when the application is gone
 */
export function readFormToPrint(
  services: ProcedureServices,
  applicationId: string,
  { actor, grant }: { actor: Person; grant: Grant },
): Promise<FormToPrint> {
  const { database, clock, personalKeys } = services;
  return database.transaction(async (transaction) => {
    const application = await lockApplication(transaction, applicationId);
    if (application === null) throw new Error(`the application ${applicationId} is gone`);
    const policy = await policyOfApplication(services, transaction, application);
    const form = await readForm(transaction, personalKeys, policy, applicationId);
    const stamp = stampOf(form, application.dataVersion);
    const annexes = policy.forms.annexes.filter(({ by }) => by === "applicant");
    const parts = Object.fromEntries(annexes.map(({ id }) => [id, printedParts(policy.forms, id, form)]));
    const at = clock.now();
    const print = await insertApplicationPrint(transaction, {
      applicationId,
      ...stamp,
      parts: seal(personalKeys, JSON.stringify(parts)),
      printedBy: actor.userId,
      printedAt: at,
    });
    if (print !== null) {
      await appendEntry(transaction, {
        at,
        actor: { userId: actor.userId, role: grant.role, district: grant.district, onBehalfOf: grant.onBehalfOf },
        resource: "application_prints",
        recordId: `${applicationId}/${print.dataVersion}`,
        act: "print",
        outcome: "accepted",
        article: null,
        ground: null,
        fields: ["shortCode"],
        relation: relationOfApplication(application),
        state: print,
        before: null,
        revision: null,
      });
    }
    return { application, policy, form, stamp };
  });
}
