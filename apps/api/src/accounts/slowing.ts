import { createHmac } from "node:crypto";
import { type Database, forgetSignInAttempts, type SignInAttempts, takeSignInAttempt } from "@shifan/db";
import type { Clock } from "../clock.ts";

/** So many attempts of a pair of account and address are taken at once. */
export const freeAttempts = 5;
const firstPauseMilliseconds = 30_000;
const longestPauseMilliseconds = 15 * 60_000;
/** After so long without an attempt everything is forgotten. */
export const forgetAfterMilliseconds = 60 * 60_000;

/**
 * What one more attempt makes of what is on record: from the fifth on a pause follows, each twice as long as the one before. Null while the last
 * pause runs. An attempt counts before it is looked at, so that many at the same moment are no way around.
 */
export function judgeAttempt(before: SignInAttempts, at: Date): SignInAttempts | null {
  const time = at.getTime();
  const sinceLast = time - before.lastAt.getTime();
  // A clock that was set back would otherwise keep the pause for long.
  if (sinceLast < 0 || sinceLast >= forgetAfterMilliseconds) return firstAttempt(at);
  if (time < before.blockedUntil.getTime()) return null;
  const attempts = before.attempts + 1;
  return { attempts, lastAt: at, blockedUntil: new Date(time + pauseAfter(attempts)) };
}

export function firstAttempt(at: Date): SignInAttempts {
  return { attempts: 1, lastAt: at, blockedUntil: at };
}

function pauseAfter(attempts: number): number {
  if (attempts < freeAttempts) return 0;
  return Math.min(firstPauseMilliseconds * 2 ** Math.min(attempts - freeAttempts, 20), longestPauseMilliseconds);
}

/** Attempts that are counted together. */
export type Attempts = {
  /** Takes one attempt. @returns the seconds to wait when it was not taken; null when it was */
  take(): Promise<number | null>;
  /** What was attempted was right: nothing stands against it any more. */
  forget(): Promise<void>;
};

type SlowingServices = { database: Database; clock: Clock; sessionSecret: string };

/**
 * The attempts at the password of one account from one address. Nobody else is slowed by them: not the account from elsewhere, not others from
 * the address.
 */
export function attemptsOf(services: SlowingServices, email: string, address: string): Attempts {
  return attemptsAt(services, ["sign-in", email.toLowerCase(), address]);
}

/** The requests for a link to one mailbox, from one address or from all. */
export function resetRequestsFor(services: SlowingServices, email: string, address?: string): Attempts {
  return attemptsAt(services, ["reset-password", email.toLowerCase(), ...(address === undefined ? [] : [address])]);
}

/** The codes that prove a telephone or mailbox, for whoever asks for them or to one address. */
export function contactCodesFor(services: SlowingServices, of: "owner" | "mail" | "sms", name: string): Attempts {
  return attemptsAt(services, ["reminder contact", of, name]);
}

/** The codes that are tried in one chat to link it. */
export function linkingTriesOf(services: SlowingServices, chat: string): Attempts {
  return attemptsAt(services, ["reminder linking", chat]);
}

function attemptsAt({ database, clock, sessionSecret }: SlowingServices, what: readonly string[]): Attempts {
  const pairHash = createHmac("sha256", sessionSecret).update(JSON.stringify(what)).digest("hex");
  return {
    take: async () => {
      const at = clock.machine();
      const judge = (before: SignInAttempts) => judgeAttempt(before, at);
      const { taken, record } = await takeSignInAttempt(database, pairHash, firstAttempt(at), judge);
      return taken ? null : Math.max(1, Math.ceil((record.blockedUntil.getTime() - at.getTime()) / 1_000));
    },
    forget: () => forgetSignInAttempts(database, pairHash),
  };
}
