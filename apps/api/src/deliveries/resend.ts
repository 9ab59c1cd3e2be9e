import { countOccasions, type DeliveryFile, planDeliveries, touchDelivery } from "@shifan/db";
import { daysAfter, timeToSend } from "@shifan/rules";
import type { On } from "../acts/begin.ts";
import type { ActOutcome } from "../acts/outcome.ts";
import { performAct } from "../acts/perform.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { instantOf, momentOf, reminderContext } from "../reminders/context.ts";
import { deliverySubject } from "./subject.ts";

/**
 * Has a delivery go again: as a new one, at the next time at which people want to hear something, or at once before a last day. Whether there is
 * anything to say is looked at when it goes.
 */
export function resendDelivery(services: ProcedureServices, on: On): Promise<ActOutcome<DeliveryFile>> {
  const { database, clock } = services;
  return performAct(
    database,
    deliverySubject(services),
    { ...on, act: "resend", at: clock.now() },
    {
      context: async () => null,
      write: async (transaction, file) => {
        const { document, calendar } = await reminderContext({ ...services, database: transaction });
        const { delivery } = file;
        const now = momentOf(clock.now());
        const { endsOn } = delivery;
        const moment = timeToSend(
          { planned: now, now, deadline: endsOn === null ? null : `${daysAfter(endsOn, 1)}T00:00`, isHard: true },
          { quiet: document.reminders.quiet_hours, calendar },
        );
        const { subject, resource, recordId, dueOn, recipientId, audience } = delivery;
        const n = (await countOccasions(transaction, file, "resent-")) + 1;
        const again = { subject, resource, recordId, dueOn, recipientId, audience, endsOn };
        const plannedAt = moment === null ? clock.now() : instantOf(moment);
        await planDeliveries(
          transaction,
          [{ ...again, occasion: `resent-${n}`, plannedAt, isUrgent: false }],
          clock.now(),
        );
        const row = await touchDelivery(transaction, delivery.id);
        return { row, result: row, fields: ["resent"] };
      },
    },
  );
}
