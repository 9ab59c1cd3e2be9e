import { lockApplicationSection, writeApplicationSection } from "@shifan/db";
import { readSection } from "@shifan/rules";
import { invalid } from "../acts/outcome.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { changedFields } from "./changes.ts";
import { type EditOn, type EditOutcome, editForm } from "./edit.ts";
import { findSection } from "./parts.ts";
import { type SectionView, viewOfSection } from "./read.ts";

/** Writes a whole section. What is the same as before is accepted and changes nothing, so that no printed page becomes out of date by it. */
export function writeSection(
  services: ProcedureServices,
  on: EditOn,
  sectionId: string,
  raw: unknown,
): Promise<EditOutcome<SectionView>> {
  return editForm(services, on, async (transaction, application, policy) => {
    const section = findSection(policy, sectionId);
    if (section === null) return { kind: "unknown" };
    const kept = await lockApplicationSection(transaction, application.id, sectionId);
    const present = viewOfSection(section, kept);
    const tag = String(present.revision);
    if (tag !== on.tag) return { kind: "stale", tag, state: application.state, ...present };
    const reading = readSection(policy, sectionId, raw);
    if (!reading.ok) return invalid(...reading.errors);
    const { values } = reading;
    const fields = changedFields(section.fields, present.values, values);
    return {
      kind: "ready",
      write: async (inside, at) => {
        if (kept !== null && fields.length === 0) return { result: present, fields, entry: null };
        const written = await writeApplicationSection(inside, {
          applicationId: application.id,
          section: sectionId,
          data: values,
          changedBy: on.actor.userId,
          changedAt: at,
        });
        const { revision } = written;
        const entry = { resource: "application_sections", part: sectionId, state: written, before: kept } as const;
        return { result: viewOfSection(section, written), fields, entry: { ...entry, revision } };
      },
    };
  });
}
