import type { Resource } from "../access/table.ts";
import { defineMachine, type Machine } from "./machine.ts";
import { refusal } from "./refusals.ts";

/** The states of a complaint (第十二条、第十六条). It changes no state of any other record. */
export const complaintStates = ["open", "replied", "closed"] as const;
export type ComplaintState = (typeof complaintStates)[number];

/** About a platform or the procedure: the city answers. About staff: the supervisors do. */
export const complaintSubjects = ["platform", "procedure", "staff"] as const;
export type ComplaintSubject = (typeof complaintSubjects)[number];

export interface ComplaintContext {
  readonly hasReasons: boolean;
}

const reasoned = ({ hasReasons }: ComplaintContext) => (hasReasons ? null : refusal("reasons_required"));

const complaintMachineOf = (resource: Resource): Machine<ComplaintState, ComplaintContext> =>
  defineMachine({
    resource,
    states: complaintStates,
    initial: "open",
    transitions: [
      { act: "file", from: null, to: "open" },
      { act: "reply", from: ["open", "replied"], to: "replied", guards: [reasoned] },
      { act: "close", from: ["open", "replied"], to: "closed", guards: [reasoned] },
    ],
  });

export const complaintMachine = complaintMachineOf("complaints");

/** Complaints about staff live alike and lie with other people: those complained about neither see nor answer them. */
export const staffComplaintMachine = complaintMachineOf("staff_complaints");
