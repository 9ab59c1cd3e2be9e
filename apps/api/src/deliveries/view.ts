import type { Delivery, DeliveryFilter } from "@shifan/contract";
import {
  type DeliveryFile,
  findDeliveryFile,
  listDeliveryFiles,
  type RowsPage,
  standingOf,
  withinReach,
} from "@shifan/db";
import {
  type Actor,
  deliveryMachine,
  openActs,
  type PolicyDocument,
  permittingGrant,
  reachableBy,
} from "@shifan/rules";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { formatInstant } from "../clock.ts";
import { nameOfOffice } from "../reminders/office.ts";
import { spellOccasion } from "./spell-occasion.ts";
import { relationOfDelivery } from "./subject.ts";

function describe(document: PolicyDocument, actor: Actor, file: DeliveryFile): Delivery {
  const { delivery, message, recipient, recipientName } = file;
  const rule = document.reminders.rules.find(({ subject }) => subject === delivery.subject);
  const state = standingOf(file);
  const { id, subject, resource, recordId, dueOn, occasion, audience, recipientId, content, revision } = delivery;
  return {
    id,
    subject,
    title: rule?.title ?? subject,
    article: content?.article ?? rule?.article ?? "",
    why: rule?.ground ?? "",
    resource,
    recordId,
    dueOn,
    occasion,
    occasionName: spellOccasion(occasion),
    audience,
    recipientId,
    recipientKind: recipient.kind,
    recipientName: recipientName ?? (recipient.office === null ? null : nameOfOffice(document, recipient.office)),
    state,
    plannedAt: formatInstant(delivery.plannedAt),
    withdrawnFor: delivery.withdrawnFor,
    way: message?.channel ?? null,
    attempts: message?.attempts ?? null,
    fault: message?.fault ?? null,
    settledAt: message?.settledAt == null ? null : formatInstant(message.settledAt),
    messageId: delivery.messageId,
    heading: content?.heading ?? null,
    lines: content === null ? null : [...content.lines],
    revision,
    allowedActs: [...openActs(deliveryMachine, { state, relation: relationOfDelivery, actor })],
  };
}

/** A delivery as its readers see it. */
export async function describeDelivery(
  services: ProcedureServices,
  actor: Actor,
  file: DeliveryFile,
): Promise<Delivery> {
  return describe((await policyInForce(services)).document, actor, file);
}

/** One delivery; null where the reader may not know of it. */
export async function readDelivery(services: ProcedureServices, actor: Actor, id: string): Promise<Delivery | null> {
  if (permittingGrant(actor, "deliveries", "read", relationOfDelivery) === null) return null;
  const file = await findDeliveryFile(services.database, id);
  return file === null ? null : describeDelivery(services, actor, file);
}

/** A page of the deliveries that a reader may know of. */
export async function listVisibleDeliveries(
  services: ProcedureServices,
  actor: Actor,
  filter: DeliveryFilter,
  page: RowsPage,
): Promise<{ deliveries: Delivery[]; total: number; last: { createdAt: Date; id: string } | undefined }> {
  const within = withinReach(reachableBy(actor, "deliveries", "read"), {});
  const { rows, total } = await listDeliveryFiles(services.database, { within, filter, page });
  const { document } = await policyInForce(services);
  const last = rows.at(-1)?.delivery;
  return { deliveries: rows.map((file) => describe(document, actor, file)), total, last };
}
