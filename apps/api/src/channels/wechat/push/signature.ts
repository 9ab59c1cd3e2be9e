import { createHash } from "node:crypto";
import { sameHash } from "../../../http/bearer.ts";

/** With what WeChat proves that a call is its own. */
export type Signed = { readonly signature: string; readonly timestamp: string; readonly nonce: string };

/** An older call is somebody's who kept it. */
const freshMilliseconds = 10 * 60_000;

/** What WeChat signs a call with: SHA-1 of token, time and nonce in the order of their letters. */
export function signatureOf(token: string, { timestamp, nonce }: Omit<Signed, "signature">): string {
  return createHash("sha1").update([token, timestamp, nonce].toSorted().join("")).digest("hex");
}

/** Whether a call is WeChat's, and of now. */
export function isFromWechat(token: string, signed: Signed, now: Date): boolean {
  const age = Math.abs(now.getTime() - Number(signed.timestamp) * 1_000);
  return age <= freshMilliseconds && sameHash(signed.signature, signatureOf(token, signed));
}
