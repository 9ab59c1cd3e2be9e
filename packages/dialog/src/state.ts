import type { IntervalValue, Policy } from "@shifan/rules";
import type { RegisterFinding } from "./register.ts";

/**
 * What is on record for one fact: a value (exact, or an interval that people gave), 不清楚, or the statement that leaving it
 * out makes. `accepted` is an interval the person cannot narrow down, so it is not asked again.
 */
export type Answer =
  | { readonly value: unknown; readonly accepted?: boolean }
  | { readonly unknown: true }
  | { readonly absent: true };

/** What is on record, by fact. */
export type Answers = Readonly<Record<string, Answer>>;

/** What the person is looking at. */
export type Screen =
  | { readonly kind: "welcome" }
  /** A question with the facts still open on it; `selected` holds the marks of a screen of several choices. */
  | {
      readonly kind: "question";
      readonly id: string;
      readonly facts: readonly string[];
      readonly selected: readonly string[];
    }
  /** The answer was a span with the limit inside it: on which side is it? */
  | { readonly kind: "narrow"; readonly id: string; readonly fact: string }
  /** What was said can mean one of these values: a share of a count, an amount without its unit. */
  | {
      readonly kind: "proposal";
      readonly id: string;
      readonly fact: string;
      readonly values: readonly unknown[];
      readonly lead: string;
    }
  /** The year that was named is not the year that is asked for. */
  | {
      readonly kind: "year";
      readonly id: string;
      readonly facts: readonly string[];
      readonly said: number;
      readonly text: string;
    }
  | { readonly kind: "contradiction"; readonly code: string; readonly facts: readonly string[] }
  | { readonly kind: "result" }
  | { readonly kind: "restart" };

/** The whole conversation, as plain JSON of bounded size: answers are kept by fact, not by turn. */
export interface DialogState {
  readonly policyId: string;
  readonly policyVersion: number;
  readonly answers: Answers;
  readonly screen: Screen;
  /** Questions answered, oldest first, each once: the way back. */
  readonly visited: readonly string[];
  /** Contradictions the person has looked at and left standing. */
  readonly acknowledged: readonly string[];
  /** Criteria already said to be unmet. */
  readonly announced: readonly string[];
  /** Criteria that are met as far as is known and not yet said to be: answers still asked on the screen can change them. */
  readonly unsaid?: readonly string[];
  /** Newer policy version the person has declined to move to. */
  readonly declinedVersion: number | null;
}

/** What a conversation is held against. Time is an argument: the same input gives the same turn. */
export interface DialogContext {
  readonly policy: Policy;
  /** A newer version in force, which the person may move to; null when there is none. */
  readonly newerPolicy: Policy | null;
  /** Today in Asia/Shanghai, YYYY-MM-DD. */
  readonly today: string;
  /** The announced round, or null. */
  readonly round: { readonly year: number; readonly submissionDeadline: string } | null;
  /** What the public register has of the code that this very input gives; left out where nothing was looked up. */
  readonly finding?: RegisterFinding;
}

export function isInterval(value: unknown): value is IntervalValue {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The answer's value, exact or an interval; undefined when there is none. */
export function answeredValue(answer: Answer | undefined): unknown {
  return answer && "value" in answer ? answer.value : undefined;
}
