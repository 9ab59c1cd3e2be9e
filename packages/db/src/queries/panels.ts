import { asc, eq, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { expertAppointments, expertPanels } from "../schema/index.ts";

export type PanelRow = typeof expertPanels.$inferSelect;
export type AppointmentRow = typeof expertAppointments.$inferSelect;

export async function findPanel(database: Database, applicationId: string): Promise<PanelRow | null> {
  const [row] = await database.select().from(expertPanels).where(eq(expertPanels.applicationId, applicationId));
  return row ?? null;
}

/** Begins the panel of a case, or gives it another last day; it is locked with its application. */
export async function writePanel(transaction: Database, applicationId: string, dueOn: string): Promise<PanelRow> {
  const [row] = await transaction
    .insert(expertPanels)
    .values({ applicationId, dueOn, revision: 1 })
    .onConflictDoUpdate({
      target: expertPanels.applicationId,
      set: { dueOn, revision: sql`${expertPanels.revision} + 1` },
    })
    .returning();
  return row as PanelRow;
}

/** Keeps that the review of a case is finished, and the discussion where there was one. */
export async function finishPanel(
  transaction: Database,
  applicationId: string,
  changes: Pick<PanelRow, "discussion" | "discussedOn" | "finishedAt">,
): Promise<PanelRow> {
  const [row] = await transaction
    .update(expertPanels)
    .set({ ...changes, revision: sql`${expertPanels.revision} + 1` })
    .where(eq(expertPanels.applicationId, applicationId))
    .returning();
  return row as PanelRow;
}

/** How experts came onto a panel, in that order. */
export async function listAppointments(database: Database, applicationId: string): Promise<AppointmentRow[]> {
  return database
    .select()
    .from(expertAppointments)
    .where(eq(expertAppointments.applicationId, applicationId))
    .orderBy(asc(expertAppointments.n));
}

/** Keeps an appointment, numbered from 1. */
export async function insertAppointment(transaction: Database, appointment: Omit<AppointmentRow, "n">): Promise<void> {
  const earlier = await listAppointments(transaction, appointment.applicationId);
  await transaction.insert(expertAppointments).values({ ...appointment, n: earlier.length + 1 });
}

/** What stands for a panel in the audit trail: all of it, every appointment included. */
export async function stateOfPanel(
  database: Database,
  applicationId: string,
): Promise<{ panel: PanelRow | null; appointments: AppointmentRow[] }> {
  return {
    panel: await findPanel(database, applicationId),
    appointments: await listAppointments(database, applicationId),
  };
}
