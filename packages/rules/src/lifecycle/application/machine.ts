import { defineMachine } from "../machine.ts";
import type { ApplicationContext } from "./context.ts";
import {
  beforeDeadline,
  draftIsOver,
  handingIn,
  oneAtATime,
  receivedInTime,
  reportOfTheMonth,
  returnIsOver,
  roundIsOpen,
  roundTakesDrafts,
  withinReturn,
} from "./hand-in-guards.ts";
import {
  allScored,
  enoughExperts,
  freeOfConflict,
  listIsOpen,
  noObjectionOpen,
  noObjectionUpheld,
  publicityHasEnded,
  reasonedOverUncheckedMaterials,
  spreadDiscussed,
} from "./selection-guards.ts";
import { type ApplicationState, applicationStates, openApplicationStates } from "./states.ts";
import {
  assessed,
  drawn,
  enoughAnswers,
  enoughToDraw,
  notYetDrawn,
  reasoned,
  reasonedAgainstFinding,
  someAreLeft,
} from "./survey-guards.ts";

/** From the first line of a draft to the certification. */
export const applicationMachine = defineMachine<ApplicationState, ApplicationContext>({
  resource: "applications",
  states: applicationStates,
  initial: "draft",
  transitions: [
    { act: "create", from: null, to: "draft", causes: [roundTakesDrafts, oneAtATime] },
    { act: "edit", from: ["draft", "returned"], to: "unchanged" },
    { act: "submit", from: ["draft"], to: "submitted", causes: [roundIsOpen, beforeDeadline], guards: handingIn },
    { act: "resubmit", from: ["returned"], to: "submitted", causes: [withinReturn], guards: handingIn },
    { act: "return", from: ["submitted"], to: "returned" },
    { act: "accept", from: ["submitted"], to: "accepted", guards: [receivedInTime, reportOfTheMonth] },
    { act: "transfer", from: ["submitted", "returned"], to: "unchanged" },
    { act: "judge-material", from: ["submitted", "accepted"], to: "unchanged" },
    { act: "draw-sample", from: ["accepted"], to: "unchanged", guards: [notYetDrawn, enoughToDraw] },
    { act: "record-answer", from: ["accepted"], to: "unchanged", guards: [drawn] },
    { act: "replace-sampled", from: ["accepted"], to: "unchanged", guards: [drawn, someAreLeft] },
    { act: "assess-operation", from: ["accepted"], to: "unchanged", guards: [drawn] },
    { act: "complete-survey", from: ["accepted"], to: "surveyed", guards: [drawn, enoughAnswers, assessed] },
    { act: "recommend", from: ["surveyed"], to: "recommended", guards: [reasonedAgainstFinding] },
    { act: "not-recommend", from: ["accepted", "surveyed"], to: "not_recommended", guards: [reasoned] },
    { act: "receive", from: ["recommended"], to: "received", guards: [reasonedOverUncheckedMaterials] },
    { act: "send-back", from: ["recommended"], to: "surveyed", guards: [reasoned] },
    { act: "assign-experts", from: ["received"], to: "unchanged", guards: [freeOfConflict, enoughExperts] },
    { act: "finish-review", from: ["received"], to: "reviewed", guards: [enoughExperts, allScored, spreadDiscussed] },
    // Until the list is drawn up the city may still think better of it, in both directions and with reasons.
    { act: "propose", from: ["reviewed", "not_selected"], to: "proposed", guards: [listIsOpen] },
    { act: "not-propose", from: ["reviewed", "proposed"], to: "not_selected", guards: [listIsOpen, reasoned] },
    { act: "publish", isConsequence: true, from: ["proposed"], to: "in_publicity" },
    { act: "object", isConsequence: true, from: ["in_publicity", "objected"], to: "objected" },
    {
      act: "clear-objection",
      isConsequence: true,
      from: ["objected"],
      to: "in_publicity",
      guards: [noObjectionUpheld, noObjectionOpen],
    },
    { act: "uphold-objection", isConsequence: true, from: ["objected"], to: "rejected", guards: [noObjectionOpen] },
    {
      act: "certify",
      from: ["in_publicity"],
      to: "certified",
      causes: [noObjectionUpheld, noObjectionOpen, publicityHasEnded],
    },
    {
      act: "reject",
      from: openApplicationStates.filter((state) => state !== "draft"),
      to: "rejected",
      guards: [reasoned],
    },
    { act: "withdraw", from: [...openApplicationStates], to: "withdrawn" },
    { act: "lapse", from: ["draft"], to: "lapsed", causes: [draftIsOver] },
    { act: "lapse", from: ["returned"], to: "lapsed", causes: [returnIsOver] },
  ],
});
