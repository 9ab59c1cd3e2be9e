import { type ApplicationRow, type Database, listApplicationMaterials } from "@shifan/db";
import type { Policy } from "@shifan/rules";
import type { On } from "../acts/begin.ts";
import type { ActOutcome } from "../acts/outcome.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { actOnApplication } from "./act.ts";
import { checkCase } from "./check-case.ts";

/** Receives a recommended case: every paper was found in order by the district, or the city says why it receives the case all the same. */
export function receiveApplication(
  services: ProcedureServices,
  on: On,
  reason: string,
): Promise<ActOutcome<ApplicationRow>> {
  return actOnApplication(services, on, {
    act: "receive",
    ground: reason === "" ? null : reason,
    adds: async (transaction, application, policy) => ({
      hasReasons: reason !== "",
      uncheckedMaterials: await uncheckedMaterials(services, transaction, application, policy),
    }),
    changes: () => ({ reason: reason === "" ? null : reason }),
  });
}

/** The papers that the case needs and that no officer has found in order, by number and title. */
export async function uncheckedMaterials(
  services: ProcedureServices,
  transaction: Database,
  application: ApplicationRow,
  policy: Policy,
): Promise<string[]> {
  const day = application.receivedOn ?? services.clock.today();
  const { assessment } = await checkCase(services, transaction, application, policy, day);
  const optional = new Set(policy.document.materials.filter((material) => material.optional).map(({ id }) => id));
  const kept = await listApplicationMaterials(transaction, application.id);
  const accepted = new Set(kept.flatMap(({ material, verdict }) => (verdict === "accepted" ? [material] : [])));
  return assessment.materials.flatMap(({ id, title, status }) =>
    accepted.has(id) || optional.has(id) || status === "not_applicable" ? [] : [`${id} ${title}`],
  );
}

type ReasonedAct = "send-back" | "not-propose" | "reject";

/** An act that the city does with written reasons, which travel with the case. */
export function decideWithReasons(
  services: ProcedureServices,
  on: On,
  act: ReasonedAct,
  reason: string,
): Promise<ActOutcome<ApplicationRow>> {
  return actOnApplication(services, on, {
    act,
    ground: reason,
    adds: async () => ({ hasReasons: reason.trim() !== "" }),
    changes: () => ({ reason }),
  });
}

/** Puts a reviewed case on the list (第十一条); reasons of an earlier decision against it fall away. */
export function proposeApplication(services: ProcedureServices, on: On): Promise<ActOutcome<ApplicationRow>> {
  return actOnApplication(services, on, { act: "propose", changes: () => ({ reason: null }) });
}
