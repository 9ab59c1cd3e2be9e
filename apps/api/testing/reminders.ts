import { findApplication } from "@shifan/db";
import { createLog } from "../src/log.ts";
import { planReminders } from "../src/reminders/plan.ts";
import type { Browser } from "./accounts.ts";
import { policyId, type SettableClock, type TestApp, testPersonalKeys } from "./app.ts";
import { remindOnce } from "./reminding.ts";

type Row = Record<string, unknown>;

/** What somebody found in the inbox: an address of an account, or what kind of recipient they are. */
export type ToldLine = { to: string; subject: string; text: string; paths: readonly string[] };

const everything = `
  select d.id, d.subject, d.audience, d.content, coalesce(u.email, r.kind) as reader
  from deliveries d join reminder_recipients r on r.id = d.recipient_id left join users u on u.id = r.user_id
  where d.state = 'joined' and d.content is not null order by d.due_on, d.subject, reader, d.id`;

/** Lets the clock of the product pass over moments, as the server does every few seconds, and reads what it told, from the inboxes. */
export function createTeller(app: TestApp, clock: SettableClock, subjects: readonly string[]) {
  const services = {
    database: app.database,
    catalog: app.catalog,
    clock,
    defaultPolicy: policyId,
    personalKeys: testPersonalKeys,
    channels: new Map(),
    publicUrl: "https://shifan.example",
    log: createLog("silent"),
  };
  const seen = new Set<string>();
  const readers = new Set<string>();
  const at = (moment: string) => clock.set(new Date(`${moment}:00+08:00`));
  const read = async (): Promise<Row[]> => {
    const found = (await app.database.execute(everything)) as unknown as Row[] | { rows: Row[] };
    return Array.isArray(found) ? found : found.rows;
  };
  return {
    services,
    at,
    /** What was told at a moment and not before, by reader. @param only whose alone; by default everybody's */
    pass: async (moment: string, ...only: readonly string[]): Promise<ToldLine[]> => {
      at(moment);
      await planReminders(services);
      await remindOnce(services);
      const fresh = (await read()).filter(({ id }) => !seen.has(id as string));
      for (const { id, subject, audience } of fresh) {
        seen.add(id as string);
        readers.add(`${subject} ${audience}`);
      }
      return fresh
        .filter(({ subject }) => subjects.includes(subject as string))
        .filter(({ reader }) => only.length === 0 || only.includes(reader as string))
        .map(({ reader, subject, content }) => {
          const { heading, lines, steps } = content as {
            heading: string;
            lines: readonly string[];
            steps: readonly { path: string }[];
          };
          const text = [`【${heading}】${lines[0] ?? ""}`, ...lines.slice(1)].join("\n");
          return { to: reader as string, subject: subject as string, text, paths: steps.map(({ path }) => path) };
        })
        .toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
    },
    /** Readers of the subjects for whom the policy has words and who were told nothing so far: all values were there for the others. */
    untold: (): string[] => {
      const document = app.catalog.all().findLast(({ id }) => id === policyId)?.document;
      const rules = (document?.reminders.rules ?? []).filter(({ subject }) => subjects.includes(subject));
      const wanted = rules.flatMap(({ subject, messages }) => messages.map(({ audience }) => `${subject} ${audience}`));
      return wanted.filter((each) => !readers.has(each));
    },
  };
}

const keyOf = ({ to, text }: ToldLine) => `${to} ${text}`;

/** Who was told, and in which words. */
export const linesOf = (told: readonly ToldLine[]): [string, string][] => told.map(({ to, text }) => [to, text]);

/** Does acts on applications in the state in which each is now. */
export const actOnApplicationOf =
  ({ database }: TestApp, browser: Browser) =>
  async (id: string, act: string, body: unknown = {}) => {
    const revision = (await findApplication(database, id))?.revision ?? 0;
    return browser.call(`/api/v1/applications/${encodeURIComponent(id)}/${act}`, {
      body,
      headers: { "if-match": `"${revision}"` },
    });
  };
