import { createHmac } from "node:crypto";
import { type Database, findSecondFactorSecret, useTimeStep } from "@shifan/db";
import { symmetricDecrypt } from "better-auth/crypto";
import { createClock } from "../clock.ts";
import type { Authentication } from "./authentication.ts";

const stepMilliseconds = 30_000;
/** A code is accepted a step before and after its own; one more may pass between the acceptance and the look here. */
const stepsAround = [1, 0, -1, 2, -2];

/** An authenticator's time is the machine's, whatever the product is told. */
const authenticatorsClock = createClock({ from: "machine" });

/** The code of a time step (RFC 6238: HMAC-SHA1, six digits). */
function codeOfStep(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac("sha1", secret).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 0xf;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/**
 * Uses up an accepted code: whoever looked over a shoulder, or on the line, cannot use it a second time while it is still shown.
 *
 * @returns false where the code, or a later one, was used before
 */
export async function useCode(
  { database, authentication }: { database: Database; authentication: Authentication },
  userId: string,
  code: string,
): Promise<boolean> {
  const sealed = await findSecondFactorSecret(database, userId);
  if (sealed === null) return false;
  const { secretConfig } = await authentication.$context;
  const secret = await symmetricDecrypt({ key: secretConfig, data: sealed });
  const now = Math.floor(authenticatorsClock.machine().getTime() / stepMilliseconds);
  const step = stepsAround.map((around) => now + around).find((each) => codeOfStep(secret, each) === code);
  return step !== undefined && useTimeStep(database, userId, step);
}
