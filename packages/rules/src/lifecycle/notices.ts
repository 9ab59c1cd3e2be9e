import { defineMachine } from "./machine.ts";
import { refusal } from "./refusals.ts";

/** The states of a notice. Whether a publicity is still to come, running or over is computed from its days, never stored. */
export const noticeStates = ["draft", "published", "superseded"] as const;
export type NoticeState = (typeof noticeStates)[number];

/** 公示 of the proposed list, 认定 of those certified, and whatever else the city has to announce. */
export const noticeKinds = ["publicity", "certification", "general"] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export interface NoticeContext {
  readonly today: string;
  /** The last day of a publicity; null for other notices. */
  readonly endsOn: string | null;
  /** The new last day, where the act brings one. */
  readonly extendedTo: string | null;
}

/** A publicity is never shortened: only a later last day replaces it, by a notice of its own. */
const onlyLonger = ({ endsOn, extendedTo }: NoticeContext) =>
  endsOn === null || extendedTo === null || extendedTo <= endsOn ? refusal("extension_not_forward") : null;

/** Once it is over its cases may be certified; it does not come back to life under them. */
const stillRunning = ({ endsOn, today }: NoticeContext) =>
  endsOn !== null && today > endsOn ? refusal("deadline_passed", { day: endsOn }) : null;

/** A publicity comes into being with `rounds.publish-list`, published at once; others are drafted first. */
export const noticeMachine = defineMachine<NoticeState, NoticeContext>({
  resource: "notices",
  states: noticeStates,
  initial: "draft",
  transitions: [
    { act: "create", from: null, to: "draft" },
    { act: "edit", from: ["draft"], to: "unchanged" },
    { act: "publish", from: ["draft"], to: "published" },
    { act: "extend", isAside: true, from: ["published"], to: "superseded", guards: [stillRunning, onlyLonger] },
  ],
});

/** Where a publicity stands on a day: its first and last day belong to it. */
export function publicityPhase(
  { startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string },
  today: string,
): "scheduled" | "running" | "ended" {
  if (today < startsOn) return "scheduled";
  return today <= endsOn ? "running" : "ended";
}
