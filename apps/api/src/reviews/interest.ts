import type { DeclareConflict } from "@shifan/contract";
import type { On } from "../acts/begin.ts";
import type { ActOutcome } from "../acts/outcome.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { actOnReview } from "./act.ts";
import type { ReviewFile } from "./subject.ts";

/** Declares, on names alone, to have an interest in the case or none (第四条): none opens the papers, one ends the review. */
export function declareConflict(
  services: ProcedureServices,
  on: On,
  declared: DeclareConflict,
): Promise<ActOutcome<ReviewFile>> {
  if (declared.conflict) return recuse(services, on, declared.reason);
  return actOnReview(services, on, {
    act: "declare-conflict",
    changes: (_, { at }) => ({ declaredAt: at }),
  });
}

/** Takes an expert off the case, by themselves or by the city; what they have written is void and is kept. */
export function recuse(services: ProcedureServices, on: On, reason: string): Promise<ActOutcome<ReviewFile>> {
  return actOnReview(services, on, {
    act: "recuse",
    ground: reason,
    changes: () => ({ recusedReason: reason, recusedBy: on.actor.userId }),
  });
}
