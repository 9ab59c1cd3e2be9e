import { Problem } from "@shifan/contract/client";
import { ZodError } from "zod";
import { classifyFault } from "../telegram/faults.ts";

/** What becomes of an update after an attempt at it. */
export type Settlement =
  | { kind: "done"; because: "delivered" | "unreachable" | "refused" | "unreadable" | "given_up" }
  | { kind: "release"; retryAfterSeconds: number }
  /** Somebody else has taken the chat over. */
  | { kind: "lost" }
  /** Nothing will work until the token is changed; the update waits. */
  | { kind: "tokenRefused"; retryAfterSeconds: number };

/** Some two hours of trying, at the pace of `backoffSeconds`. */
export const maximumAttempts = 30;
const longestBackoffSeconds = 300;

/** The wait before attempt `attempts + 1`. */
export function backoffSeconds(attempts: number): number {
  return Math.min(2 ** attempts, longestBackoffSeconds);
}

/** Decides from an attempt's fault whether the update is over or tried again, and when. */
export function settle(error: unknown, attempts: number): Settlement {
  const fault = classifyFault(error);
  if (fault?.kind === "unreachable" || fault?.kind === "refused") return { kind: "done", because: fault.kind };
  if (fault?.kind === "tokenRefused") return { kind: "tokenRefused", retryAfterSeconds: backoffSeconds(attempts) };
  if (error instanceof ZodError) return { kind: "done", because: "unreadable" };
  if (error instanceof Problem && error.code === "lease_lost") return { kind: "lost" };
  if (attempts >= maximumAttempts) return { kind: "done", because: "given_up" };
  const asked = error instanceof Problem ? error.retryAfterSeconds : fault?.retryAfterSeconds;
  return { kind: "release", retryAfterSeconds: asked ?? backoffSeconds(attempts) };
}
