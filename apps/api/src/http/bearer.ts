import { hash, timingSafeEqual } from "node:crypto";

/** As much of a request as its headers are. */
export type Headed = { req: { header(name: string): string | undefined } };

/** The token of `Authorization: Bearer …`; null when there is none. */
export function readBearer(context: Headed): string | null {
  const match = /^Bearer +([\x21-\x7e]{1,500})$/i.exec(context.req.header("authorization") ?? "");
  return match?.[1] ?? null;
}

/** SHA-256 in hexadecimal. */
export function hashOf(text: string): string {
  return hash("sha256", text, "hex");
}

/** Whether two hashes are equal, in a time that tells nothing of where they differ. */
export function sameHash(left: string, right: string): boolean {
  return left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));
}
