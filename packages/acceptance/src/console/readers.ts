import { type Resource, type Role, scopeOf } from "@shifan/rules";
import type { Canary } from "./canaries.ts";

type Access = readonly [resource: Resource, act: string];

/**
 * By which entries of the access table somebody gets to read what is kept where; nobody in office where there is none. A field that is not in here is
 * one of which nobody has decided who may read it.
 */
const readers: Readonly<Record<string, readonly Access[]>> = {
  "mandates.holder_name": [["organizations", "read"]],
  "mandates.holder_phone": [["organizations", "confirm-mandate"]],
  "experts.name": [["experts", "read"]],
  "application_rows.personal.contact": [["applications", "print"]],
  "application_rows.personal.phone": [["applications", "print"]],
  "sampled.personal.interviewee": [["surveys", "read"]],
  "sampled.personal.position": [["surveys", "read"]],
  "sampled.personal.phone": [["applications", "record-answer"]],
  "objections.personal.name": [["objections", "read-identity"]],
  "objections.personal.phone": [["objections", "read-identity"]],
  "objections.personal.content": [["objections", "read-identity"]],
  "objections.personal.evidence": [["objections", "read-identity"]],
  "complaints.personal.name": complaints(),
  "complaints.personal.contact": complaints(),
  "complaints.personal.content": complaints(),
  "served_enterprises.personal.contact": [["served_lists", "edit"]],
  "served_enterprises.personal.phone": [["served_lists", "edit"]],
  "staff_notes.personal.text": [["staff_notes", "read"]],
  "reminder_addresses.personal.address": [],
  "reminder_codes.personal.address": [],
  "chat_entries.said": [],
};

function complaints(): readonly Access[] {
  return [
    ["complaints", "read-identity"],
    ["staff_complaints", "read-identity"],
  ];
}

/** The places where personal data is kept and of which nobody has decided who may read it. */
export function undecided(canaries: readonly Canary[]): readonly string[] {
  return [...new Set(canaries.map(({ keptIn }) => keptIn))].filter((place) => !Object.hasOwn(readers, place));
}

/** Whether the access table lets a role read what is kept in a place, of whatever record. */
export function mayRead(role: Role, place: string): boolean {
  return (readers[place] ?? []).some(([resource, act]) => scopeOf(resource, act, role) !== null);
}
