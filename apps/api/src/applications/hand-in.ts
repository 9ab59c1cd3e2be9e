import { type ApplicationRow, type Database, findApplication, findRound } from "@shifan/db";
import type { Policy } from "@shifan/rules";
import type { On } from "../acts/begin.ts";
import type { ActOutcome } from "../acts/outcome.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { noteRenewal } from "../obligations/note-renewal.ts";
import { actOnApplication } from "./act.ts";
import { type CheckedCase, checkCase, outdatedPages } from "./check-case.ts";
import type { ContextAdditions, KeptReturn } from "./context.ts";

/** What travels with the case from its handing in: what was found, and by which version of the policy. */
function acknowledgementOf({ findingsId, findings, assessment, contradictory, scans }: CheckedCase, on: string) {
  const { policy, verdict, criteria } = assessment;
  return {
    on,
    findingsId,
    policy: { id: policy.id, version: policy.version },
    verdict,
    criteria: criteria.map(({ id, status }) => ({ id, status })),
    findings: findings.map(({ code, check, level, message }) => ({ code, check, level, message })),
    contradictory: [...contradictory],
    outdatedPages: outdatedPages(scans),
  };
}

type HandIn = "submit" | "resubmit";

/** The day that counts as that of handing in. */
function receiptOf(application: ApplicationRow, act: HandIn, today: string): string {
  const kept = application.returned as KeptReturn | null;
  if (application.origin === "paper" && act === "submit") return application.receivedOn ?? today;
  // 补正 keeps the day of receipt; after 退回 it is a new one.
  const keepsDay = act === "resubmit" && kept?.kind === "correction" && application.receivedOn !== null;
  return keepsDay ? (application.receivedOn ?? today) : today;
}

/**
 * What a handing in brings to the decision, as the case stands now.
 *
 * @param acknowledged the id of the findings that the person has seen; null where they have seen none
 */
export async function handInAdditions(
  services: ProcedureServices,
  database: Database,
  application: ApplicationRow,
  policy: Policy,
  { act, acknowledged }: { act: HandIn; acknowledged: string | null },
): Promise<ContextAdditions & { readonly checked: CheckedCase }> {
  const today = services.clock.today();
  const receipt = receiptOf(application, act, today);
  const checked = await checkCase(services, database, application, policy, receipt);
  return {
    checked,
    isAcknowledged: !checked.mustAcknowledge || acknowledged === checked.findingsId,
    // In time or not is a matter of today for whoever answers a return, whatever the day of receipt that is kept.
    receivedOn: act === "resubmit" ? today : receipt,
  };
}

/**
 * Hands in an application, for the first time or again. What the checks have found stands in nobody's way, but has to be acknowledged as it
 * stands now; what is missing of the papers does.
 *
 * @param acknowledged the id of the findings that the person has seen
 */
export async function handIn(
  services: ProcedureServices,
  on: On,
  act: HandIn,
  acknowledged: string | null,
): Promise<ActOutcome<ApplicationRow>> {
  const today = services.clock.today();
  let checked: CheckedCase | null = null;
  return actOnApplication(services, on, {
    act,
    adds: async (transaction, application, policy) => {
      const additions = await handInAdditions(services, transaction, application, policy, { act, acknowledged });
      checked = additions.checked;
      return additions;
    },
    changes: async (transaction, application) => {
      const kept = application.returned as KeptReturn | null;
      const receivedOn = receiptOf(application, act, today);
      if (act === "submit") await noteRenewal(services, transaction, application, receivedOn);
      return {
        isHandedIn: true,
        receivedOn,
        ...(checked === null ? {} : { acknowledged: acknowledgementOf(checked, today) }),
        ...(act === "resubmit" && kept !== null ? { returned: { ...kept, resubmittedOn: today } } : {}),
      };
    },
  });
}

/** Takes an application back: taking part is voluntary at any time before the decision. */
export function withdrawApplication(
  services: ProcedureServices,
  on: On,
  reason: string,
): Promise<ActOutcome<ApplicationRow>> {
  return actOnApplication(services, on, { act: "withdraw", ground: reason, changes: () => ({ reason }) });
}

/** The day of receipt that a round's own rule makes of the click and of the paper. */
export async function receiptByRound(
  services: ProcedureServices,
  applicationId: string,
  paperOn: string | undefined,
): Promise<string | undefined> {
  const application = await findApplication(services.database, applicationId);
  const round = application && (await findRound(services.database, application.roundId));
  if (!application || !round || paperOn === undefined || round.submissionEvent === "online") return undefined;
  if (round.submissionEvent === "paper") return paperOn;
  return application.receivedOn !== null && application.receivedOn < paperOn ? application.receivedOn : paperOn;
}
