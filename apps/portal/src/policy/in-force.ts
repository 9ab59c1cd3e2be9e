import type { InForce } from "../api/types.ts";
import { dayText } from "../result/amounts.ts";
import { texts } from "../texts.ts";

/** Whether the regulation is in force, as confirmed by a person on a day; shown with everything that rests on it. */
export function inForceText({ status, checkedOn, source }: InForce): string {
  if (status === "unconfirmed") return texts.inForce.unconfirmed;
  return texts.inForce[status](checkedOn === null ? null : dayText(checkedOn), source);
}
