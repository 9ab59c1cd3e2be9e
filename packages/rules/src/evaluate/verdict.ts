import type { Verdict } from "../assessment/schema.ts";
import { CAN_NOT_MET, CAN_UNDETERMINED, type Reach } from "./status.ts";

/** Any not met outside the lines decides; else any undetermined keeps it open; else people review what is left. */
export function verdictOf(decided: Reach): Verdict {
  if (decided & CAN_NOT_MET) return "not_met";
  return decided & CAN_UNDETERMINED ? "undetermined" : "met_pending_review";
}
