import { defineMachine } from "./machine.ts";

/** A note stays on record once it is written; whoever wrote it may withdraw it, and what it said can still be read. */
export const staffNoteStates = ["standing", "withdrawn"] as const;
export type StaffNoteState = (typeof staffNoteStates)[number];

/** Notes (协作备注) by which the departments work together on a matter (第三条). They decide nothing and reach no unit. */
export const staffNoteMachine = defineMachine<StaffNoteState, unknown>({
  resource: "staff_notes",
  states: staffNoteStates,
  initial: "standing",
  transitions: [
    { act: "write", from: null, to: "standing" },
    { act: "withdraw", isAside: true, from: ["standing"], to: "withdrawn" },
  ],
});
