import type { Session } from "../browser-session.ts";
import type { Answer } from "../http.ts";
import { read } from "../procedure.ts";

export type Two = readonly [Session, Session];

/** How two who did the same at the same moment came out. */
export interface Outcome {
  readonly statuses: readonly number[];
  /** What the second was told: the code, and how the record stands. */
  readonly told: { readonly code: unknown; readonly revision: unknown; readonly etag: string | null };
  /** How it does stand. */
  readonly present: { readonly revision: number; readonly etag: string };
}

/** Everybody twice: two people of one office, or two colleagues at two browsers. */
export interface Pairs {
  readonly city: Two;
  /** One officer at two browsers. */
  readonly sameCity: Two;
  readonly otherCity: Two;
  readonly district: Two;
  readonly applicant: Two;
  readonly claimant: Two;
}

export type Outcomes = Record<string, Outcome>;

/**
 * Lets two people who have seen the same state of a record do the same at the same moment.
 * @param path where the state is read, whose ETag goes along
 * @throws Error when neither could do it
 */
export async function contend(
  [first, second]: Two,
  path: string,
  send: (session: Session, etag: string) => Promise<Answer>,
): Promise<Outcome> {
  const { etag } = await read(first, path);
  const answers = await Promise.all([send(first, etag), send(second, etag)]);
  const statuses = answers.map(({ status }) => status).toSorted();
  if (statuses[0] !== 200 && statuses[0] !== 204) throw new Error(`${path}: ${JSON.stringify(answers)}`);
  const stale = answers.find(({ status }) => status === 412);
  const { code, present } = (stale?.body ?? {}) as { code?: unknown; present?: { revision?: unknown } };
  const now = await read(first, path);
  return {
    statuses,
    told: { code, revision: present?.revision, etag: stale?.headers.get("etag") ?? null },
    present: { revision: Number(/\d+/.exec(now.etag)?.[0]), etag: now.etag },
  };
}

/** Two do the same act at the same moment. */
export function contendAct(two: Two, path: string, act: string, json: object = {}): Promise<Outcome> {
  return contend(two, path, (session, etag) => session.call(`${path}/${act}`, { json, headers: { "if-match": etag } }));
}
