import type { ChatSessionRow } from "@shifan/db";
import { hashOf, sameHash } from "../http/bearer.ts";

/** Tells the session of whoever holds the token. One without a token, led to by a channel, is nobody's. */
export function holderOfToken(token: string): (session: ChatSessionRow) => boolean {
  const hash = hashOf(token);
  return ({ tokenHash }) => tokenHash !== null && sameHash(tokenHash, hash);
}
