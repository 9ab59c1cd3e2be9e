import { randomUUID } from "node:crypto";
import { openSession, type Session } from "./browser-session.ts";
import type { Answer } from "./http.ts";

/** Those of the demonstration who take part in the procedure. */
export interface People {
  readonly city: Session;
  readonly secondCity: Session;
  readonly district: Session;
  readonly otherDistrict: Session;
  readonly applicant: Session;
  readonly otherApplicant: Session;
  readonly auditor: Session;
  readonly administrator: Session;
}

const mailboxes: Readonly<Record<keyof People, string>> = {
  city: "city",
  secondCity: "city2",
  district: "district",
  otherDistrict: "district2",
  applicant: "applicant",
  otherApplicant: "platform",
  auditor: "auditor",
  administrator: "admin",
};

/** One of the demonstration, signed in. @throws Error when they cannot */
export async function signIn(url: string, mailbox: string): Promise<Session> {
  const session = openSession(url);
  const answer = await session.call("/api/v1/auth/sign-in/email", {
    json: { email: `${mailbox}@demo.shifan`, password: "demo-shifan-2026" },
  });
  if (answer.status !== 200) throw new Error(`${mailbox} cannot sign in: ${JSON.stringify(answer.body)}`);
  return session;
}

/** Signs everybody in, one after the other. @throws Error when somebody cannot */
export async function signInEverybody(url: string): Promise<People> {
  const people: Partial<Record<keyof People, Session>> = {};
  for (const [name, mailbox] of Object.entries(mailboxes) as [keyof People, string][]) {
    people[name] = await signIn(url, mailbox);
  }
  return people as People;
}

/** A record with what its reader needs to go on. */
export interface Read<Body> {
  readonly body: Body;
  readonly etag: string;
}

/** Reads a record. @throws Error when there is none for this reader */
export async function read<Body>(session: Session, path: string): Promise<Read<Body>> {
  const { status, body, headers } = await session.call(path);
  if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
  return { body: body as Body, etag: headers.get("etag") ?? "" };
}

/** Makes a record with a key of its own. */
export function make(session: Session, path: string, json: object, key: string = randomUUID()): Promise<Answer> {
  return session.call(path, { json, headers: { "idempotency-key": key } });
}

/** Does an act on a record, in the state in which the person reads it now. */
export async function act(session: Session, path: string, name: string, json: object = {}): Promise<Answer> {
  const { etag } = await read(session, path);
  return session.call(`${path}/${name}`, { json, headers: { "if-match": etag } });
}
