import type { Panel } from "@shifan/contract";
import { type AppointmentRow, findApplication, listAppointments, type PanelRow } from "@shifan/db";
import {
  type Actor,
  applicationMachine,
  daysOverdue,
  drawOrder,
  openActs,
  permittingGrant,
  type Relation,
  spreadOf,
} from "@shifan/rules";
import { sha256 } from "../acts/seed.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { policyOfApplication, relationOfApplication } from "../applications/subject.ts";
import { formatInstant } from "../clock.ts";
import { ownCasesOf, seesSheet } from "../reviews/visibility.ts";
import { readPanelStanding } from "./standing.ts";

/** A panel belongs to nobody's account: whoever reads all reviews reads it. */
const relationOfPanel: Relation = {
  organization: null,
  district: null,
  account: null,
  isHandedIn: true,
  isPaper: false,
  isPublished: false,
};

/** Whether somebody reads panels and rankings. */
export function mayReadPanels(actor: Actor): boolean {
  return permittingGrant(actor, "reviews", "read", relationOfPanel) !== null;
}

/** The panel of a case; null when there is no such case for the reader: to the applicant and the district there is no panel. */
export async function readPanel(services: ProcedureServices, actor: Actor, id: string): Promise<Panel | null> {
  const { database, clock } = services;
  const today = clock.today();
  const application = await findApplication(database, id);
  if (application === null || !application.isHandedIn || !mayReadPanels(actor)) return null;
  const policy = await policyOfApplication(services, database, application);
  const standing = await readPanelStanding(database, id, policy);
  const { panel, reviews, assigned, submitted, minimum, spreadToDiscuss } = standing;
  const ownCases = await ownCasesOf(services, actor);
  const shown = reviews.map((row) => ({ ...row, total: seesSheet(row, actor, ownCases) ? row.review.total : null }));
  const totals = shown.flatMap(({ review, total }) => (review.state === "submitted" && total !== null ? [total] : []));
  const relation = relationOfApplication(application);
  return {
    applicationId: id,
    applicationState: application.state,
    dueOn: panel?.dueOn ?? null,
    minimum,
    assigned,
    submitted,
    reviews: shown.map(({ review, expert, total }) => ({
      id: review.id,
      expert,
      state: review.state,
      overdueDays:
        panel === null
          ? 0
          : daysOverdue({ state: review.state, dueOn: panel.dueOn, application: application.state }, today),
      recusedReason: review.recusedReason,
      total,
      submittedAt: review.submittedAt === null ? null : formatInstant(review.submittedAt),
    })),
    spread: totals.length < 2 ? null : spreadOf(totals),
    spreadToDiscuss,
    discussion: describeDiscussion(panel),
    finishedAt: panel?.finishedAt ? formatInstant(panel.finishedAt) : null,
    appointments: (await listAppointments(database, id)).map(describeAppointment),
    revision: application.revision,
    allowedActs: [...openActs(applicationMachine, { state: application.state, relation, actor })],
  };
}

/** What was said where the scores lay far apart; null where nothing is on record. */
export function describeDiscussion(panel: PanelRow | null): Panel["discussion"] {
  if (panel === null || panel.discussion === null || panel.discussedOn === null) return null;
  return { on: panel.discussedOn, record: panel.discussion };
}

function describeAppointment({ applicationId: _, at, ...appointment }: AppointmentRow): Panel["appointments"][number] {
  const { seed, population } = appointment;
  const order = seed === null ? [] : drawOrder(seed, population, sha256).flatMap((place) => population[place] ?? []);
  return { ...appointment, order, at: formatInstant(at) };
}
