import type { ApplicationRow } from "@shifan/db";
import { parseDate } from "@shifan/rules";
import type { On } from "../acts/begin.ts";
import type { ActOutcome, InputErrors } from "../acts/outcome.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { actOnApplication } from "./act.ts";

/**
 * Corrects the day on which a paper dossier was received (第十条). The day decides the deadline, the month of a report, a ban and a title: one that
 * was handed in goes back to where it is typed in, and is judged anew by the right day when it is handed in again. A day after the deadline is taken
 * as well, since it is what happened; such a dossier is not handed in any more.
 */
export function correctReceipt(
  services: ProcedureServices,
  on: On,
  { receivedOn, reason }: { receivedOn: string; reason: string },
): Promise<ActOutcome<ApplicationRow>> {
  return actOnApplication(services, on, {
    act: "correct-receipt",
    ground: reason,
    check: (_policy, _transaction, application) => checkReceipt(application, receivedOn, services.clock.today()),
    adds: async () => ({ hasReasons: true }),
    changes: () => ({ receivedOn }),
  });
}

function checkReceipt(application: ApplicationRow, receivedOn: string, today: string): InputErrors {
  const path = "/receivedOn";
  if (parseDate(receivedOn) === undefined || receivedOn > today) {
    return [{ path, code: "no_such_day", message: "收到日期应为今天或以前的一天" }];
  }
  if (application.receivedOn !== receivedOn) return [];
  return [{ path, code: "nothing_changed", message: "和现在登记的收到日期一样" }];
}

/** Drops a paper dossier that was begun by mistake. What was typed stays on record; the unit may be entered again. */
export function discardEntry(services: ProcedureServices, on: On, reason: string): Promise<ActOutcome<ApplicationRow>> {
  return actOnApplication(services, on, {
    act: "discard",
    ground: reason,
    adds: async () => ({ hasReasons: true }),
    changes: () => ({ reason }),
  });
}
