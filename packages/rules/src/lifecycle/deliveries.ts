import { defineMachine } from "./machine.ts";

/**
 * A delivery, that somebody is told of something: waiting for its time, under way, taken by the provider, only in the inbox, given up, or of no
 * use any more.
 */
export const deliveryStates = ["planned", "waiting", "sent", "inbox", "dead", "withdrawn"] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** Deliveries go by the clock; an officer may only have one go again, which is a new one, judged anew before it goes. */
export const deliveryMachine = defineMachine<DeliveryState, unknown>({
  resource: "deliveries",
  states: deliveryStates,
  initial: "planned",
  transitions: [
    { act: "plan", from: null, to: "planned", isConsequence: true },
    { act: "join", from: ["planned"], to: "waiting", isConsequence: true },
    { act: "send", from: ["waiting"], to: "sent", isConsequence: true },
    { act: "keep", from: ["waiting"], to: "inbox", isConsequence: true },
    { act: "give-up", from: ["waiting"], to: "dead", isConsequence: true },
    { act: "withdraw", from: ["planned", "waiting"], to: "withdrawn", isConsequence: true },
    { act: "resend", isAside: true, from: ["sent", "inbox", "dead"], to: "unchanged" },
  ],
});
