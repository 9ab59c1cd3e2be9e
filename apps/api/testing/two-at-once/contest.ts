import { randomUUID } from "node:crypto";
import type { HeldDatabase } from "@shifan/db/testing";
import type { Browser } from "../accounts.ts";
import type { Answer, TestApp } from "../app.ts";

/** Two people of one office, or one person at two windows. */
export type Two = readonly [Browser, Browser];

/** How two who did the same at the same moment came out. */
export interface Outcome {
  readonly statuses: readonly number[];
  /** The codes of what was refused. */
  readonly codes: readonly unknown[];
  /** Whether whoever was second was told how the record stands now. */
  readonly isToldPresent: boolean;
  /** How often the act stands in the trail. */
  readonly written: number;
  /** How many records it is about. */
  readonly records: number;
}

export type Sending = (by: Browser, etag: string) => Promise<Answer>;

/** Lets two do every act at the same moment, in one world. */
export function createContests(app: TestApp, held: HeldDatabase) {
  const outcomes: Record<string, Outcome> = {};

  const entriesOf = async (name: string): Promise<number> => {
    const [resource = "", act = ""] = name.split(" ");
    const result: unknown = await app.database.execute(
      `select id from audit_entries where resource = '${resource}' and act = '${act}' and outcome = 'accepted'`,
    );
    return (Array.isArray(result) ? result : (result as { rows: unknown[] }).rows).length;
  };
  const codeOf = ({ body }: Answer) => (body as { code?: unknown }).code;
  const isDone = ({ status }: Answer) => status < 300;

  /** Both have read the same state, and send what they want in it. @returns what came to whoever did it @throws Error when neither could */
  const actAs = async (name: string, [one, other]: Two, readAt: string, send: Sending): Promise<Answer> => {
    const etag = (await one.call(readAt)).headers.get("etag") ?? '"0"';
    const before = await entriesOf(name);
    const answers = await held.overlap(
      () => send(one, etag),
      () => send(other, etag),
    );
    const done = answers.find(isDone);
    if (done === undefined) throw new Error(`${name}: ${JSON.stringify(answers.map(({ body }) => body))}`);
    const present = (await one.call(readAt)).headers.get("etag");
    const refused = answers.filter((answer) => !isDone(answer));
    outcomes[name] = {
      statuses: answers.map(({ status }) => status).toSorted(),
      codes: refused.map(codeOf),
      isToldPresent: refused.every(({ headers }) => present !== null && headers.get("etag") === present),
      written: (await entriesOf(name)) - before,
      records: 1,
    };
    return done;
  };

  const makeAs = async (name: string, first: () => Promise<Answer>, second: () => Promise<Answer>) => {
    const before = await entriesOf(name);
    const answers = await held.overlap(first, second);
    const done = answers.filter(isDone);
    const [made] = done;
    if (made === undefined) throw new Error(`${name}: ${JSON.stringify(answers.map(({ body }) => body))}`);
    outcomes[name] = {
      statuses: answers.map(({ status }) => status).toSorted(),
      codes: answers.filter((answer) => !isDone(answer)).map(codeOf),
      isToldPresent: true,
      written: (await entriesOf(name)) - before,
      records: new Set(done.map(({ body }) => JSON.stringify(body))).size,
    };
    return made;
  };

  return {
    outcomes,
    actAs,
    /** Both do an act on a record, in the state in which the first of them reads it. */
    act: (name: string, two: Two, path: string, body: object = {}, readAt = path) =>
      actAs(name, two, readAt, (by, etag) =>
        by.call(`${path}/${name.split(" ")[1]}`, { body, headers: { "if-match": etag } }),
      ),
    /** One call to make a record arrives twice, with its key: it makes one. @returns what it answers */
    make: (name: string, by: Browser, path: string, body: object) => {
      const headers = { "idempotency-key": randomUUID() };
      const send = () => by.call(path, { body, headers });
      return makeAs(name, send, send);
    },
    /** Two want to make what there may be one of. @returns what is answered to whoever did */
    rival: (name: string, [one, other]: Two, path: string, body: object) => {
      const send = (by: Browser) => () => by.call(path, { body, headers: { "idempotency-key": randomUUID() } });
      return makeAs(name, send(one), send(other));
    },
  };
}

/** The address of a record that was made. */
export function pathOf(collection: string, { body }: Answer): string {
  return `${collection}/${(body as { id: string }).id}`;
}
